using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Files;

/// <summary>Reads what is emulated (contract, chapter 3, Switch).</summary>
internal sealed class SwitchReader(FaultList faults)
{
    /// <summary>The column of the events that belong to no DN; no DN can have its name.</summary>
    public const string Monitoring = "monitoring";

    private readonly Dictionary<string, FilePosition> _given = [];

    /// <summary>The switch of a mapping; null, and faults, where it is not in order.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="defaultName">Its name, where it has none of its own.</param>
    /// <param name="mayHaveName">Whether it stands alone in its file and so may have a name.</param>
    public SwitchPlan? Read(YamlNode node, string defaultName, bool mayHaveName)
    {
        var before = faults.Count;
        string[] keys = ["dns", "externals", "sharedLines", "ringTimeout"];
        if (YamlFields.Of(node, "the switch", faults, mayHaveName ? ["name", .. keys] : keys) is not { } fields) return null;

        var name = mayHaveName && fields["name"] is { } given ? ScalarReading.Text(given, "name", faults) : defaultName;
        var dns = List<DnPlan>(fields["dns"], "dns", node => Dn(node));
        var externals = List<ExternalPlan>(fields["externals"], "externals", node => External(node));
        var lines = List<SharedLinePlan>(fields["sharedLines"], "sharedLines", SharedLine);
        var ringTimeout = fields["ringTimeout"] is { } ring ? ScalarReading.Duration(ring, "ringTimeout", faults) : TimeSpan.Zero;
        return faults.Count == before ? new SwitchPlan(name!, dns, externals, lines, ringTimeout!.Value) : null;
    }

    private ImmutableArray<T> List<T>(YamlNode? node, string what, Func<YamlNode, object?> read)
    {
        if (node is null) return [];
        if (node is YamlList list) return [.. list.Items.Select(read).OfType<T>()];
        faults.Add(node.Position, $"{what} cannot be {node.Kind}", "a list, [] for none");
        return [];
    }

    private DnPlan? Dn(YamlNode node)
    {
        if (node is not YamlMapping) return OwnNumber(node, "a DN") is { } alone ? new DnPlan(alone, 1, Habits.None) : null;
        if (YamlFields.Of(node, "a DN", faults, "number", "lines", "answerAfter", "hangUpAfter", "rejects") is not { } fields) return null;

        var number = fields.Require("number") is { } given ? OwnNumber(given, "number") : null;
        var lines = fields["lines"] is { } count ? ScalarReading.Integer(count, "lines", 1, 1000, faults) : 1;
        var habits = HabitsOf(fields);
        return number is null || lines is null ? null : new DnPlan(number, lines.Value, habits);
    }

    private ExternalPlan? External(YamlNode node)
    {
        if (node is not YamlMapping) return OwnNumber(node, "an external") is { } alone ? new ExternalPlan(alone, Habits.None) : null;
        if (YamlFields.Of(node, "an external", faults, "number", "answerAfter", "hangUpAfter", "rejects") is not { } fields) return null;

        var number = fields.Require("number") is { } given ? OwnNumber(given, "number") : null;
        var habits = HabitsOf(fields);
        return number is null ? null : new ExternalPlan(number, habits);
    }

    private Habits HabitsOf(YamlFields fields) => new(
        fields["answerAfter"] is { } answer ? ScalarReading.Duration(answer, "answerAfter", faults) : null,
        fields["hangUpAfter"] is { } hangUp ? ScalarReading.Duration(hangUp, "hangUpAfter", faults) : null,
        fields["rejects"] is { } rejects && ScalarReading.Truth(rejects, "rejects", faults) is true);

    private SharedLinePlan? SharedLine(YamlNode node)
    {
        if (YamlFields.Of(node, "a shared line", faults, "number", "members", "appearances") is not { } fields) return null;

        var number = fields.Require("number") is { } given ? ScalarReading.Number(given, "number", faults) : null;
        var members = Members(fields.Require("members"));
        var appearances = fields["appearances"] is { } count ? ScalarReading.Integer(count, "appearances", 1, 1000, faults) : 1;
        if (number is null || members.IsEmpty || appearances is null) return null;

        if (number != members[0])
        {
            var wrong = $"the line's number '{number}' is not its first member '{members[0]}'";
            faults.Add(fields["number"]!.Position, wrong, "the number of the first member");
            return null;
        }

        return new SharedLinePlan(number, members, appearances.Value);
    }

    // Empty, and a fault, where they are not in order: then nothing can be said about the line's number.
    private ImmutableArray<string> Members(YamlNode? node)
    {
        if (node is null) return [];
        if (node is not YamlList { Items.IsEmpty: false } list)
        {
            var what = node is YamlList ? "an empty list" : node.Kind;
            faults.Add(node.Position, $"members cannot be {what}", "a list of numbers, the line's own first");
            return [];
        }

        var members = list.Items.Select(member => OwnNumber(member, "a member")).ToList();
        return members.Contains(null) ? [] : [.. members.OfType<string>()];
    }

    // A number that stands once in dns, externals and members together.
    private string? OwnNumber(YamlNode node, string what)
    {
        if (ScalarReading.Number(node, what, faults) is not { } number) return null;
        if (number == Monitoring)
        {
            faults.Add(node.Position, $"{what} cannot be '{Monitoring}', which is the column of call monitoring", "another number");
            return null;
        }

        if (_given.TryAdd(number, node.Position)) return number;
        var first = _given[number];
        faults.Add(
            node.Position,
            $"the number '{number}' is given twice, first at {first.Line}:{first.Column}",
            "each number once in dns, externals and members");
        return null;
    }
}
