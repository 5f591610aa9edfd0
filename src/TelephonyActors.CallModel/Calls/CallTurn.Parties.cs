using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>Who is in the call, who seeks whose answer, who comes and goes.</summary>
internal ref partial struct CallTurn
{
    /// <summary>The party that dialed; null where it has left.</summary>
    public Party? Caller
    {
        get
        {
            foreach (var party in Parties)
                if (party.Role == DNRole.Origination) return party;
            return null;
        }
    }

    public Party? PartyOf(string dn) => Parties.Of(dn);

    public ImmutableArray<Party> Others(Party party) => Parties.Without(party);

    public Ring RingOf(Party party) => RingOrNull(party) ?? throw new InvalidOperationException($"{party.Dn} rings for nothing");

    /// <summary>The alerting of a party; null while it only passes through that state (retrieve from another phone, barge-in).</summary>
    public Ring? RingOrNull(Party party)
    {
        foreach (var ring in Rings)
            if (ring.Id == party.Ring) return ring;
        return null;
    }

    /// <summary>Whether two alerting parties seek the same answer: when one has it, the other is released.</summary>
    public bool RingTogether(Party one, Party other) => one.Alerts && other.Alerts && RingOf(one).Quest == RingOf(other).Quest;

    /// <summary>Those that seek the same answer as an alerting party, without it.</summary>
    public ImmutableArray<Party> RingingWith(Party party)
    {
        ImmutableArray<Party> found = [];
        foreach (var other in Parties)
            if (other.Dn != party.Dn && RingTogether(party, other)) found = found.Add(other);
        return found;
    }

    /// <summary>
    /// The role of a target or of a member that retrieves: Destination (call models 0, OtherDN). But of a line's members at most one is
    /// established as Destination (call models 9.5): who comes beside such a one is a ConferenceMember.
    /// </summary>
    public DNRole RoleBeside(Seat? seat, string? leaving)
    {
        foreach (var party in Parties)
            if (seat is not null && party.Seat?.Line == seat.Line && party.Role == DNRole.Destination && party.Dn != leaving) return DNRole.ConferenceMember;
        return DNRole.Destination;
    }

    /// <summary>The seat on a line that a call carries, null where no party of the call is on that line.</summary>
    public Seat? SeatOn(string line)
    {
        foreach (var party in Parties)
            if (party.Seat is { } seat && seat.Line == line) return seat;
        return null;
    }

    /// <summary>
    /// call models 0, OtherDN: the number as dialed for the caller until somebody has answered; the caller for who rings; the one
    /// other party of an answered call; nobody in a conference. Parties that ring together are not each other's other party, and
    /// for the rest they are the number for which they ring.
    /// </summary>
    /// <param name="party">Whose other party.</param>
    /// <param name="leaving">A party that is about to leave, and does not count any more.</param>
    public OtherParty? OtherOf(Party party, string? leaving = null)
    {
        switch (Phase)
        {
            case CallPhase.Dialing(var dialed) when party.Role == DNRole.Origination: return new OtherParty(dialed, DNRole.Destination);
            case CallPhase.Unreachable(var dialed) when party.Role == DNRole.Origination: return new OtherParty(dialed, DNRole.Destination);
            case CallPhase.Dialing or CallPhase.Silent: return Caller is { } caller ? new OtherParty(caller.Dn, caller.Role) : null;
        }

        OtherParty? other = null;
        var quest = 0;
        foreach (var candidate in Parties)
        {
            if (candidate.Dn == party.Dn || candidate.Dn == leaving) continue;

            var ring = candidate.Alerts ? RingOrNull(candidate) : null;
            if (ring is not null && (ring.Quest == quest || (party.Alerts && RingOrNull(party)?.Quest == ring.Quest))) continue;
            if (other is not null) return null;
            other = new OtherParty(ring?.Number ?? candidate.Dn, candidate.Role);
            quest = ring?.Quest ?? 0;
        }

        return other;
    }

    /// <summary>A party joins. A member of a line that is in the call has its ID already; others count on (call models 0, Party IDs).</summary>
    public Party Join(string dn, PartyState state, DNRole role, Seat? seat, int ring)
    {
        var party = new Party(PartyIDs.Of(dn) is var id && id > 0 ? id : NextPartyID++, dn, state, role, seat, ring);
        Parties = Parties.Add(party);
        return party;
    }

    /// <summary>A line joins the call: each of its members that has no ID yet gets the next one, in configured order.</summary>
    public void ReservePartyIDs(string line)
    {
        var members = Plan.Line(line)!.Members;
        if (PartyIDs.Of(members[0]) > 0) return;

        var reserved = ImmutableArray.CreateBuilder<ReservedID>(PartyIDs.Length + members.Length);
        reserved.AddRange(PartyIDs);
        foreach (var member in members) reserved.Add(new ReservedID(member, PartyOf(member)?.Id ?? NextPartyID++));
        PartyIDs = reserved.MoveToImmutable();
    }

    public Party Change(Party party, PartyState state)
    {
        var changed = party with { State = state };
        Parties = Parties.With(changed);
        return changed;
    }

    /// <summary>
    /// call models 0, Deletions: those that still alert first, then members of shared lines, then the others, each group in
    /// descending PartyID.
    /// </summary>
    public void RemoveAll(ImmutableArray<Party> leaving)
    {
        if (leaving == Parties) Parties = [];
        else
            foreach (var party in leaving) Parties = Parties.Without(party);

        var ordered = leaving.ToArray();
        ordered.AsSpan().Sort(static (one, other) => DeletionOrder(one).CompareTo(DeletionOrder(other)));
        foreach (var party in ordered) Fact(EventName.EventCallPartyDeleted, party);
    }

    private static long DeletionOrder(Party party) => ((party.Alerts ? 0L : party.Seat is not null ? 1L : 2L) << 32) - party.Id;
}

/// <summary>The other party of a two-party call, as an event names it.</summary>
internal readonly record struct OtherParty(string Dn, DNRole Role);
