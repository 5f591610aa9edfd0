using System.Collections.Immutable;
using TelephonyActors.Switch.Faults;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>The guards that <c>explore --fault</c> can break, by their names (contract, chapter 4).</summary>
public static class ExploreFaults
{
    private static readonly ImmutableArray<(string Name, BrokenGuard Guard)> All =
    [
        ("second-answer-accepted", BrokenGuard.SecondAnswerAccepted),
        ("stale-timer", BrokenGuard.StaleTimer),
        ("appearance-leak", BrokenGuard.AppearanceLeak),
        ("late-line", BrokenGuard.LateLine),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(fault => fault.Name)];

    /// <summary>The guard of a name; none where there is no name.</summary>
    public static BrokenGuard Of(string? name) => name is null ? BrokenGuard.None : All.First(fault => fault.Name == name).Guard;

    internal static string NameOf(BrokenGuard guard) => All.First(fault => fault.Guard == guard).Name;
}
