using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>What is to be loaded, and how (contract, chapter 4, load). What is null follows from the rest.</summary>
public sealed record LoadOptions
{
    /// <summary>Calls made where neither their number nor a duration is given.</summary>
    public const long UsualCalls = 100_000;

    /// <summary>The flow, or <see cref="LoadFlows.Mix"/>.</summary>
    public string Flow { get; init; } = "basic";

    /// <summary>Calls made in all; null: as many as the duration allows, or 100,000.</summary>
    public long? Calls { get; init; }

    /// <summary>How long calls are started.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Calls kept alive at the same time; null: 1,000, or fewer where there are fewer DNs.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Calls started per second, whatever the switch does (open loop); null: a call is started when another one has ended.</summary>
    public double? Rate { get; init; }

    /// <summary>Ordinary DNs of the switch; null: as many as the concurrency needs.</summary>
    public int? Dns { get; init; }

    /// <summary>Shared lines of the switch; null: as many as the concurrency needs.</summary>
    public int? SharedLines { get; init; }

    /// <summary>Decides which flow a call follows, and its choices.</summary>
    public ulong Seed { get; init; }

    /// <summary>The weights of the flows of a mix; null: all alike.</summary>
    public ImmutableArray<WeightedFlow>? Profile { get; init; }

    /// <summary>The switch is recorded: an answer comes when what led to it is committed.</summary>
    public bool IsRecorded { get; init; }
}

/// <summary>A flow and how often it comes among others.</summary>
public sealed record WeightedFlow(string Flow, int Weight);

/// <summary>Options that do not go together: a sentence that says what is wrong and what is allowed.</summary>
public sealed class LoadOptionsException(string message) : Exception(message);
