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
    public sealed record Offering(Reach Reach, Seat? Seat, int Ring, ImmutableArray<string> Outstanding, ImmutableArray<string> Accepted) : Errand;

    /// <summary>This call has asked the held call to take its parties.</summary>
    public sealed record AskingToJoin(string Dn, long Attempt, ConnID Held) : Errand;

    /// <summary>This call has handed its parties to the held call and waits to be told that it took them.</summary>
    public sealed record HandingOver(ConnID Held) : Errand;

    /// <summary>This call has agreed to take the parties of another and waits for them.</summary>
    public sealed record AgreedToTake(ConnID From, string Dn) : Errand;
}

/// <summary>A number to be reached, and what for.</summary>
/// <param name="Kind">Dialed by the caller, or invited.</param>
/// <param name="Number">The number as dialed.</param>
/// <param name="Requester">The DN that asked.</param>
/// <param name="Attempt">Its attempt to answer, where the answer depends on whether the number can be reached.</param>
public sealed record Reach(RingKind Kind, string Number, string Requester, long Attempt);
