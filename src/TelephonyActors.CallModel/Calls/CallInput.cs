using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>What a call can be told or asked.</summary>
public abstract record CallInput
{
    private CallInput() { }

    /// <summary>The call begins: a number dials (chapters 1 and 7).</summary>
    /// <param name="Header">Its ids, given by whoever created it.</param>
    /// <param name="Order">Who dials whom.</param>
    public sealed record Dialed(CallHeader Header, DialOrder Order) : CallInput;

    /// <summary>What a DN asks in the name of a client or of its phone; it gets exactly one answer.</summary>
    /// <param name="Dn">The DN that asks.</param>
    /// <param name="Attempt">Its own number for this question; the answer bears it.</param>
    /// <param name="Engaged">The DN has another call that is neither held nor ringing, or a phone off the hook.</param>
    public abstract record Asked(string Dn, long Attempt, bool Engaged) : CallInput;

    public sealed record AnswerAsked(string Dn, long Attempt, bool Engaged) : Asked(Dn, Attempt, Engaged);

    public sealed record ReleaseAsked(string Dn, long Attempt, bool Engaged) : Asked(Dn, Attempt, Engaged);

    /// <summary><paramref name="ForConsultation"/>: the DN goes on to dial, and that answers the request (chapter 4).</summary>
    public sealed record HoldAsked(string Dn, long Attempt, bool Engaged, bool ForConsultation) : Asked(Dn, Attempt, Engaged);

    public sealed record RetrieveAsked(string Dn, long Attempt, bool Engaged) : Asked(Dn, Attempt, Engaged);

    /// <summary>A single-step conference, or a barge-in where the DN names itself (chapters 4 and 7).</summary>
    public sealed record InviteAsked(string Dn, long Attempt, bool Engaged, string OtherDN, KVList? UserData) : Asked(Dn, Attempt, Engaged);

    /// <summary>A single-step transfer, or a mute one (chapter 5).</summary>
    public sealed record TransferAsked(string Dn, long Attempt, bool Engaged, string OtherDN, bool Mute, KVList? UserData) : Asked(Dn, Attempt, Engaged);

    public sealed record RedirectAsked(string Dn, long Attempt, bool Engaged, string OtherDN, KVList? UserData) : Asked(Dn, Attempt, Engaged);

    /// <summary>Pairs to add or replace, or one to delete (chapter 6).</summary>
    public sealed record UserDataAsked(string Dn, long Attempt, bool Engaged, UserDataChange Change) : Asked(Dn, Attempt, Engaged);

    public sealed record DeleteAsked(string Dn, long Attempt, bool Engaged, string OtherDN) : Asked(Dn, Attempt, Engaged);

    public sealed record PartiesAsked(string Dn, long Attempt, bool Engaged) : Asked(Dn, Attempt, Engaged);

    /// <summary>Asked of the current call: that it goes on with the held one.</summary>
    public sealed record JoinAsked(string Dn, long Attempt, bool Engaged, JoinKind Kind, ConnID Held) : Asked(Dn, Attempt, Engaged);

    /// <summary>A DN that was offered the call rings, or does not.</summary>
    /// <param name="Dn">The DN.</param>
    /// <param name="Ring">The alerting it was offered for.</param>
    /// <param name="Rings">Whether it rings.</param>
    /// <param name="Forward">Where to instead: now if it does not ring, else when nobody answers in time; null: nowhere.</param>
    public sealed record OfferAnswered(string Dn, int Ring, bool Rings, string? Forward) : CallInput;

    /// <summary>A line has a free appearance for the call; null: it has none.</summary>
    public sealed record AppearanceAnswered(string Line, Seat? Seat) : CallInput;

    public sealed record RingTimedOut(int Ring) : CallInput;

    /// <summary>Asked of the held call by the current one; <paramref name="Objection"/>: what the current one has against it.</summary>
    public sealed record TakeAsked(JoinKind Kind, ConnID From, string Dn, long Attempt, ImmutableArray<string> Others, Refusal? Objection) : CallInput;

    public sealed record TakeAgreed(ConnID Held) : CallInput;

    public sealed record TakeRefused(ConnID Held, Refusal Refusal) : CallInput;

    /// <summary>The current call has done its part.</summary>
    /// <param name="Kind">What is joined.</param>
    /// <param name="From">The current call.</param>
    /// <param name="Dn">The DN that asked.</param>
    /// <param name="Call">The parties that come over, without the one that asked, and what belongs to them; nobody comes where the two calls stay two.</param>
    public sealed record Handed(JoinKind Kind, ConnID From, string Dn, HandedCall Call) : CallInput;

    public sealed record Taken(ConnID Held) : CallInput;

    /// <summary>The other of two calls that were to become one is gone.</summary>
    public sealed record JoinBroken(ConnID By) : CallInput;

    /// <summary>The target of a mute transfer rings: hold the call, so that it can be completed.</summary>
    public sealed record ProbeReached(ConnID From) : CallInput;

    /// <summary>The target of a mute transfer cannot be reached; nothing has happened.</summary>
    public sealed record ProbeFailed(ConnID From, Refusal Refusal) : CallInput;

    /// <summary>The call that is transferred mutely is held now.</summary>
    public sealed record ProbeHeld(ConnID Held) : CallInput;

    /// <summary>A DN failed: each of its calls ends (chapter 8).</summary>
    public sealed record DnFailed(string Dn) : CallInput;

    /// <summary>A line failed: each of its calls ends (chapter 8).</summary>
    public sealed record LineFailed(string Line) : CallInput;
}

/// <summary>What goes over from a current call into the held one.</summary>
public sealed record HandedCall(ImmutableArray<Party> Parties, ImmutableArray<Ring> Rings, ImmutableArray<string> Alerted, KVList? UserData)
{
    public static HandedCall Nobody { get; } = new([], [], [], null);
}

/// <summary>A change of a call's user data (chapter 6).</summary>
public abstract record UserDataChange
{
    private UserDataChange() { }

    public sealed record Attach(KVList Pairs) : UserDataChange;

    public sealed record Delete(string Key) : UserDataChange;
}

/// <summary>Who dials whom.</summary>
/// <param name="Caller">The DN or external number that dials.</param>
/// <param name="Attempt">The caller's attempt that EventDialing answers.</param>
/// <param name="Number">The number dialed.</param>
/// <param name="Seat">The appearance the caller has seized; null on no line.</param>
/// <param name="Consults">The held call that this one is a consultation of; null for a call of its own.</param>
/// <param name="UserData">Attached from the start.</param>
public sealed record DialOrder(string Caller, long Attempt, string Number, Seat? Seat, ConnID? Consults, KVList? UserData)
{
    /// <summary>A mute transfer's: nobody hears of it until its number rings (chapter 5).</summary>
    public bool Mute { get; init; }

    /// <summary>Who is a party of the call that is transferred mutely, and so cannot be its target.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];
}
