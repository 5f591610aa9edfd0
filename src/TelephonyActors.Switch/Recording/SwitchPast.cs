using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Recording;

/// <summary>
/// A switch as its last record left it, from which another process goes on: its entities, what was on the way between them, and what is
/// to be told at which moment. Its clients are gone; they connect anew.
/// </summary>
public sealed record SwitchPast
{
    /// <summary>How many calls have begun: ids count on from there.</summary>
    public required ulong CallsBegun { get; init; }

    /// <summary>The largest number of a client so far.</summary>
    public required int LastClient { get; init; }

    /// <summary>The largest number of an action at a phone so far.</summary>
    public required long LastAct { get; init; }

    /// <summary>The DNs and external numbers that have heard of anything.</summary>
    public required ImmutableArray<Dn> Dns { get; init; }

    public required ImmutableArray<SharedLine> Lines { get; init; }

    /// <summary>The calls whose actors had not stopped.</summary>
    public required ImmutableArray<Call> Calls { get; init; }

    public required Watchers Watchers { get; init; }

    public required ImmutableArray<PendingTimer> Timers { get; init; }

    /// <summary>In the order of their sending.</summary>
    public required ImmutableArray<PendingMessage> Messages { get; init; }
}

/// <summary>What an entity is to be told at a moment; at once, where it is past.</summary>
public abstract record PendingTimer(DateTimeOffset Due)
{
    public sealed record OfCall(ConnID ConnID, int Ring, DateTimeOffset Due) : PendingTimer(Due);

    public sealed record OfDn(string Number, DnInput Input, DateTimeOffset Due) : PendingTimer(Due);
}

/// <summary>A message between two entities that was sent and has not been handled.</summary>
public abstract record PendingMessage
{
    private PendingMessage() { }

    public sealed record ToCall(ConnID ConnID, CallInput Input) : PendingMessage;

    public sealed record ToDn(string Number, DnInput Input) : PendingMessage;

    public sealed record ToLine(string Number, LineInput Input) : PendingMessage;

    public sealed record Dial(DialOrder Order) : PendingMessage;

    public sealed record Publish(CallFact Fact) : PendingMessage;
}
