using TelephonyActors.Scenarios.Running;
using TelephonyActors.Switch.Faults;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What <c>explore</c> is asked to do (contract, chapter 4).</summary>
public sealed record ExploreOptions
{
    /// <summary>Which kinds of requests are sent: one of <see cref="ExploreFlows.Names"/>.</summary>
    public string Flow { get; init; } = ExploreFlows.Mix;

    /// <summary>The first seed; each following one is a run of its own.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>How many seeds are run.</summary>
    public int Seeds { get; init; } = 10_000;

    /// <summary>The first seed alone is run, and printed whole.</summary>
    public bool PrintsOneSeed { get; init; }

    /// <summary>Clients that send at the same time.</summary>
    public int Clients { get; init; } = 6;

    /// <summary>Requests and phone actions of a run, before everybody hangs up.</summary>
    public int Requests { get; init; } = 40;

    /// <summary>The guard that is broken, so that anyone can see it caught.</summary>
    public BrokenGuard Fault { get; init; } = BrokenGuard.None;

    /// <summary>How an interleaving is printed.</summary>
    public ScenarioFormat Format { get; init; } = ScenarioFormat.Ladder;

    /// <summary>The summary is one JSON object, alone on standard output.</summary>
    public bool Json { get; init; }
}
