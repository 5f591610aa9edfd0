using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Switch.Tests.Fixtures;

/// <summary>The switch of most tests: three DNs, a shared line of two members and an external number.</summary>
internal static class Office
{
    public const string A = "60972";
    public const string B = "60973";
    public const string C = "60974";

    /// <summary>The shared line, and the member that bears its number.</summary>
    public const string Line = "60970";

    /// <summary>The line's second member.</summary>
    public const string Second = "60970_2";

    public const string External = "4155550100";

    /// <summary>A number that the switch does not have.</summary>
    public const string Nobody = "99999";

    /// <summary>Every DN.</summary>
    public static ImmutableArray<string> Dns { get; } = [A, B, C, Line, Second];

    public static SwitchPlan Plan(
        TimeSpan ringTimeout = default, int appearances = 2, int lines = 1, Habits? ofB = null, Habits? ofExternal = null) => new(
        "office",
        [new DnPlan(A, lines, Habits.None), new DnPlan(B, lines, ofB ?? Habits.None), new DnPlan(C, lines, Habits.None)],
        [new ExternalPlan(External, ofExternal ?? Habits.None)],
        [new SharedLinePlan(Line, [Line, Second], appearances)],
        ringTimeout);
}
