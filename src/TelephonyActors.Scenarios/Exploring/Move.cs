using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// A call, whatever its ConnID: the first, second, ... one that a number makes. So a move means the same call when moves before it
/// are left out.
/// </summary>
internal sealed record CallRef(string Caller, int Nth);

/// <summary>What somebody does in an explored run.</summary>
internal abstract record Move
{
    private Move() { }

    /// <summary>Whether it counts as one of the requests of a run: a request or an action at a phone.</summary>
    public virtual bool Counts => false;

    /// <summary>A client sends a request; its ConnIDs stand beside it, where it is about calls that there are.</summary>
    public sealed record Ask(int Client, TRequest Request, CallRef? Call, CallRef? OtherCall) : Move
    {
        public override bool Counts => true;
    }

    /// <summary>Somebody at a phone acts.</summary>
    public sealed record Touch(PhoneAct Act, CallRef? Call) : Move
    {
        public override bool Counts => true;
    }

    /// <summary>Time passes.</summary>
    public sealed record Wait(Until Until, TimeSpan Time) : Move;

    /// <summary>A DN or a line fails while it handles its next message.</summary>
    public sealed record FailNumber(string Number, bool IsLine) : Move;

    /// <summary>A call fails while it handles its next message.</summary>
    public sealed record FailCall(CallRef Call) : Move;

    /// <summary>A client goes away, and another one comes.</summary>
    public sealed record Replace(int Client) : Move;
}

/// <summary>How long time passes.</summary>
internal enum Until
{
    /// <summary>For a given time, from rest to rest.</summary>
    Passed,

    /// <summary>Until a millisecond before the next timer is due.</summary>
    BeforeTimer,

    /// <summary>Until the next timer has just fired, and nobody has heard of it yet.</summary>
    AtTimer,

    /// <summary>Until a millisecond after the next timer was due.</summary>
    AfterTimer,
}

/// <summary>A move, and how many turns the actors have before it; <see cref="ToRest"/>: until nothing is left to do.</summary>
internal sealed record TimedMove(int Turns, Move Move)
{
    public const int ToRest = int.MaxValue;
}

/// <summary>All that a run follows from: the seed of its beginning, its moves, and the scheduler's choices.</summary>
internal sealed record Interleaving(ulong Seed, ImmutableArray<TimedMove> Moves, ImmutableArray<int> Choices);
