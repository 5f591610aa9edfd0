using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Files;

/// <summary>
/// The numbers that a step can name. Where the switch itself is not in order, any number will do: what is wrong there has its
/// faults already.
/// </summary>
internal sealed class SwitchNumbers(SwitchPlan? plan)
{
    /// <summary>A number with an event column.</summary>
    public string? Dn(YamlNode node, string what, FaultList faults)
    {
        if (AsWritten(node, what, faults) is not { } number) return null;
        if (plan is null || plan.IsDn(number)) return number;
        var external = plan.IsExternal(number) ? ", but an external" : "";
        faults.Add(node.Position, $"{what} {FaultList.Quoted(number)} is no DN of the switch{external}", Listed(plan.Columns));
        return null;
    }

    /// <summary>A DN, or the column of call monitoring.</summary>
    public bool IsColumn(YamlScalar key, FaultList faults)
    {
        if (plan is null || key.Text == SwitchReader.Monitoring || plan.IsDn(key.Text)) return true;
        var external = plan.IsExternal(key.Text) ? ", but an external, which has no column" : "";
        var allowed = string.Join(", ", plan.Columns.Append(SwitchReader.Monitoring));
        faults.Add(key.Position, $"the column {FaultList.Quoted(key.Text)} is no DN of the switch{external}", allowed);
        return false;
    }

    /// <summary>A number at which there is a phone: a DN or an external.</summary>
    public string? Phone(YamlNode node, FaultList faults)
    {
        if (AsWritten(node, "DN", faults) is not { } number) return null;
        if (plan is null || plan.IsDn(number) || plan.IsExternal(number)) return number;
        var allowed = Listed(plan.Columns.Concat(plan.Externals.Select(external => external.Number)));
        faults.Add(node.Position, $"DN {FaultList.Quoted(number)} is no number of the switch", allowed);
        return null;
    }

    // A number can look like anything, YAML's null included.
    private static string? AsWritten(YamlNode node, string what, FaultList faults) =>
        node is YamlScalar { IsEmpty: false, Text: var number } ? number : ScalarReading.Text(node, what, faults);

    private static string Listed(IEnumerable<string> numbers) =>
        string.Join(", ", numbers) is { Length: > 0 } listed ? listed : "none, the switch has no number";
}
