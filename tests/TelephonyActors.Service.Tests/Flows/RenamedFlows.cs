using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Service.Tests.Flows;

/// <summary>
/// Many flows for one host: the numbers of each get an ending of their own, so that one switch has the numbers of all of them. A flow in
/// which time passes is none of them, since the host's time is real.
/// </summary>
internal static class RenamedFlows
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "config", "flows");

    /// <summary>The flows that a host can play in real time.</summary>
    public static ImmutableArray<Scenario> All { get; } =
    [
        .. ScenarioFile.ReadAll([Folder]).Where(flow =>
            !flow.Steps.Any(step => step.Action is StepAction.Wait) && flow.Plan.RingTimeout == TimeSpan.Zero && HasNoHabits(flow.Plan)),
    ];

    /// <summary>A switch file with the numbers of all flows.</summary>
    public static string SwitchFile()
    {
        var text = new StringBuilder("dns:\n");
        Each((plan, at) => plan.Dns.Select(dn => $"  - {{ number: \"{Renamed(dn.Number, at)}\", lines: {dn.Lines} }}"));
        text.Append("externals:\n");
        Each((plan, at) => plan.Externals.Select(external => $"  - \"{Renamed(external.Number, at)}\""));
        text.Append("sharedLines:\n");
        Each((plan, at) => plan.SharedLines.Select(line =>
            $"  - {{ number: \"{Renamed(line.Number, at)}\", members: [{string.Join(", ", line.Members.Select(member => $"\"{Renamed(member, at)}\""))}], appearances: {line.Appearances} }}"));
        return text.ToString();

        void Each(Func<SwitchPlan, int, IEnumerable<string>> lines)
        {
            for (var at = 0; at < All.Length; at++)
                foreach (var line in lines(All[at].Plan, at)) text.Append(line).Append('\n');
        }
    }

    /// <summary>A number of the flow at this place, as the common switch has it; what is no number of its switch stays.</summary>
    public static string Renamed(string number, int at) =>
        IsOf(All[at].Plan, number) ? string.Create(CultureInfo.InvariantCulture, $"{number}{Ending(at)}") : number;

    /// <summary>A text of the common switch as the flow itself would have it.</summary>
    public static string Original(string text, int at) => text.Replace(Ending(at), "", StringComparison.Ordinal);

    private static string Ending(int at) => string.Create(CultureInfo.InvariantCulture, $".f{at}");

    private static bool IsOf(SwitchPlan plan, string number) => plan.IsDn(number) || plan.IsExternal(number);

    private static bool HasNoHabits(SwitchPlan plan) =>
        plan.Dns.All(dn => dn.Habits == Habits.None) && plan.Externals.All(external => external.Habits == Habits.None);
}
