using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// What a call waits for from other entities. DNs and lines answer at once, whatever they do, so that no errand lasts; two calls
/// that become one wait for each other in one direction only (see <see cref="Joining"/>).
/// </summary>
public abstract record Errand
{
    private Errand() { }

    public sealed record None : Errand
    {
        public static None Instance { get; } = new();
    }

    /// <summary>Waiting for a line's appearance.</summary>
    public sealed record Seating(Reach Reach, string Line) : Errand;

    /// <summary>Waiting for the DNs that were offered the call; those that accepted ring already.</summary>
    /// <param name="Reach">Whom the call wants to reach, and for whom.</param>
    /// <param name="Seat">The appearance for a line's members; null for a DN's own number.</param>
    /// <param name="Ring">The alerting that begins.</param>
    /// <param name="Outstanding">Offered, not heard from yet.</param>
    /// <param name="Accepted">Ringing.</param>
    /// <param name="OnNoAnswer">Where the DN that rings forwards when nobody answers; null: nowhere.</param>
    public sealed record Offering(
        Reach Reach, Seat? Seat, int Ring, ImmutableArray<string> Outstanding, ImmutableArray<string> Accepted, string? OnNoAnswer) : Errand;

    /// <summary>This call has asked the held call to go on with it.</summary>
    public sealed record AskingToJoin(JoinKind Kind, string Dn, long Attempt, ConnID Held) : Errand;

    /// <summary>This call has handed its parties to the held call and waits to be told that it took them.</summary>
    public sealed record HandingOver(ConnID Held) : Errand;

    /// <summary>This call is held by the DN and has agreed to go on with its current call.</summary>
    public sealed record AgreedToTake(ConnID From, string Dn, long Attempt) : Errand;

    /// <summary>A mute transfer looks whether its target can be reached, by a call that nobody knows of yet (chapter 5).</summary>
    public sealed record Probing(string Dn, long Attempt) : Errand;

    /// <summary>This is such a call: its target rings, and the call to be transferred is being held.</summary>
    public sealed record AwaitingHold(Offering Reached) : Errand;
}

/// <summary>What becomes of a held and a current call of the same DN.</summary>
public enum JoinKind
{
    /// <summary>TCompleteConference (chapter 4).</summary>
    Conference,

    /// <summary>TCompleteTransfer (chapter 5).</summary>
    Transfer,

    /// <summary>TReconnectCall: the current call ends for the DN, the held one is retrieved (chapter 5).</summary>
    Reconnect,

    /// <summary>TAlternateCall: the current call is held, the held one retrieved (chapter 5).</summary>
    Alternate,
}

/// <summary>A number to be reached, and what for.</summary>
/// <param name="Kind">Dialed by the caller, invited, or the target of a transfer.</param>
/// <param name="Number">The number to try now; behind a forward, the next one.</param>
/// <param name="Requester">The DN that asked.</param>
/// <param name="Attempt">Its attempt to answer, where the answer depends on whether the number can be reached; else 0.</param>
public sealed record Reach(RingKind Kind, string Number, string Requester, long Attempt)
{
    /// <summary>The number as it was asked for, before forwards.</summary>
    public string Asked { get; init; } = Number;

    public RingWay Way { get; init; } = RingWay.Direct;

    /// <summary>The party that leaves when the number rings: it transfers, redirects, or did not answer. Null: nobody.</summary>
    public string? Replaces { get; init; }

    /// <summary>The DNs that have forwarded this call; one that would do so again closes a loop (chapter 6).</summary>
    public ImmutableArray<string> Forwarders { get; init; } = [];

    /// <summary>Attached when the number rings; null: nothing.</summary>
    public KVList? UserData { get; init; }
}
