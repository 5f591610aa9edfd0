using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// A party of a call: whoever monitoring has added and not deleted (call models, chapter 0, Parties).
/// </summary>
/// <param name="Id">The party ID, kept for the whole call.</param>
/// <param name="Dn">The party's own DN or external number.</param>
/// <param name="State">The party state as monitoring knows it; the caller of an answered call is Connected.</param>
/// <param name="Role">The role with which it joined, kept until it leaves.</param>
/// <param name="Seat">Its appearance of a shared line; null: the call is none of a line's for this party.</param>
/// <param name="Ring">Which alerting it belongs to; meaningful while it alerts.</param>
public sealed record Party(int Id, string Dn, PartyState State, DNRole Role, Seat? Seat, int Ring)
{
    public bool Alerts => State == PartyState.Alerting;
}

/// <summary>Why a number is rung, and so what becomes of the others when nobody answers.</summary>
public enum RingKind
{
    /// <summary>The caller dialed it: the caller hears EventDestinationBusy (chapter 1).</summary>
    Dialed,

    /// <summary>It is invited to a conference: the others hear EventPartyDeleted (chapter 4).</summary>
    Invited,

    /// <summary>An answered call is transferred to it; the others go on waiting for it (chapter 5).</summary>
    Transferred,
}

/// <summary>By which way a number came to ring (chapter 6).</summary>
public enum RingWay
{
    Direct,
    Redirected,
    Forwarded,
}

/// <summary>One alerting: the parties that ring together for one number.</summary>
/// <param name="Id">From 1, in the order in which the call alerted.</param>
/// <param name="Quest">The alertings that seek one answer share it: a redirected or forwarded one that of the member it replaces.</param>
/// <param name="Kind">Why they ring.</param>
/// <param name="Number">The number under which the call knows them until one answers: as dialed, a line's or a DN's own.</param>
/// <param name="Deadline">When the ring timeout strikes; null: never.</param>
/// <param name="OnNoAnswer">Where the call is forwarded when it strikes; null: nowhere (chapter 6).</param>
public sealed record Ring(int Id, int Quest, RingKind Kind, string Number, DateTimeOffset? Deadline, string? OnNoAnswer)
{
    /// <summary>The DNs that have forwarded the call here; one of them forwards it no second time (chapter 6).</summary>
    public ImmutableArray<string> Forwarders { get; init; } = [];
}
