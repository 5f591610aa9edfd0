using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>The switch that is explored (contract, chapter 4): so few numbers that everybody is in everybody's way.</summary>
internal static class ExploredPlan
{
    /// <summary>A number that nobody has.</summary>
    public const string Nobody = "60999";

    public static SwitchPlan Plan { get; } = new(
        "explore",
        [
            new DnPlan("60971", 1, Habits.None),
            new DnPlan("60972", 1, Habits.None),
            new DnPlan("60973", 1, Habits.None),
            new DnPlan("60981", 2, Habits.None),
        ],
        [new ExternalPlan("4155550100", Habits.None)],
        [new SharedLinePlan("60970", ["60970", "60970_2", "60970_3"], Appearances: 2)],
        TimeSpan.FromSeconds(20));

    public static SharedLinePlan Line { get; } = Plan.SharedLines[0];

    public static string External { get; } = Plan.Externals[0].Number;

    /// <summary>Every number with a column.</summary>
    public static ImmutableArray<string> Dns { get; } = [.. Plan.Columns];

    /// <summary>Every number with a phone.</summary>
    public static ImmutableArray<string> Phones { get; } = [.. Dns, External];
}
