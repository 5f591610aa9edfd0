using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// One turn of a call: the state as it changes and the outputs as they come. It lives as long as one decision; the rules of the
/// chapters work on it, and outside of it a decision is a plain function.
/// </summary>
internal sealed class CallTurn(Call call, DateTimeOffset now)
{
    public Call Call { get; set; } = call;

    /// <summary>The parties as the shared lines were told of them.</summary>
    public ImmutableArray<Party> ToldLines { get; set; } = call.Parties;

    public DateTimeOffset Now { get; } = now;

    public List<CallOutput> Outputs { get; } = [];

    public CallHeader Header => Call.Header;

    public void Emit(CallOutput output) => Outputs.Add(output);

    /// <summary>Tells a party what happened to it; where it answers an attempt, only that party's DN knows which client asked.</summary>
    public void Notice(Party party, TEvent notice, long attempt = 0, bool offHook = false) =>
        Emit(new CallOutput.ToDn(party.Dn, new DnInput.Noticed(notice, party.Seat, attempt, offHook)));

    public void Refuse(CallInput.Asked asked, Refusal refusal) => Refuse(asked.Dn, asked.Attempt, refusal);

    public void Refuse(string dn, long attempt, Refusal refusal) =>
        Emit(new CallOutput.ToDn(dn, new DnInput.Refused(attempt, refusal)));

    /// <summary>Reports a step of the call's life to call monitoring, numbered in the call.</summary>
    public void Fact(EventName name, Party? party = null, PartyState? state = null, ConnID? previous = null, KVList? userData = null)
    {
        var sequence = Call.Sequence + 1;
        Call = Call with { Sequence = sequence };
        Emit(new CallOutput.Publish(new CallFact(name, Header, sequence, Now)
        {
            DN = party?.Dn,
            PartyID = party?.Id,
            State = state,
            PreviousConnID = previous,
            UserData = userData,
        }));
    }

    /// <summary>An event of this call for a party, with what every call event bears and its other party where it has one.</summary>
    public TEvent Event(EventName name, Party party, CallState? state = CallState.OK)
    {
        var other = OtherOf(party);
        return new TEvent
        {
            Event = name,
            ConnID = Header.ConnID,
            CallUUID = Header.CallUUID,
            CallID = Header.CallID,
            CallType = Header.CallType,
            CallState = state,
            ThisDN = party.Dn,
            ThisDNRole = party.Role,
            OtherDN = other?.Dn,
            OtherDNRole = other?.Role,
            ANI = Header.ANI,
            DNIS = Header.DNIS,
            UserData = Call.UserData,
            Extensions = BearsAppearance(name) && party.Seat is { } seat ? AppearanceIndex.Of(seat) : null,
        };
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
        switch (Call.Phase)
        {
            case CallPhase.Dialing(var dialed) when party.Role == DNRole.Origination: return new OtherParty(dialed, DNRole.Destination);
            case CallPhase.Unreachable(var dialed) when party.Role == DNRole.Origination: return new OtherParty(dialed, DNRole.Destination);
            case CallPhase.Dialing or CallPhase.Silent: return Caller is { } caller ? new OtherParty(caller.Dn, caller.Role) : null;
        }

        OtherParty? other = null;
        var quest = 0;
        foreach (var candidate in Call.Parties)
        {
            if (candidate.Dn == party.Dn || candidate.Dn == leaving) continue;

            var ring = candidate.Alerts ? Call.RingOrNull(candidate) : null;
            if (ring is not null && (ring.Quest == quest || (party.Alerts && Call.RingOrNull(party)?.Quest == ring.Quest))) continue;
            if (other is not null) return null;
            other = new OtherParty(ring?.Number ?? candidate.Dn, candidate.Role);
            quest = ring?.Quest ?? 0;
        }

        return other;
    }

    /// <summary>The party that dialed; null where it has left.</summary>
    public Party? Caller
    {
        get
        {
            foreach (var party in Call.Parties)
                if (party.Role == DNRole.Origination) return party;
            return null;
        }
    }

    /// <summary>A party joins. A member of a line that is in the call has its ID already; others count on (call models 0, Party IDs).</summary>
    public Party Join(string dn, PartyState state, DNRole role, Seat? seat, int ring)
    {
        if (!Call.PartyIDs.TryGetValue(dn, out var id))
        {
            id = Call.NextPartyID;
            Call = Call with { NextPartyID = id + 1 };
        }

        var party = new Party(id, dn, state, role, seat, ring);
        Call = Call with { Parties = Call.Parties.Add(party) };
        return party;
    }

    /// <summary>A line joins the call: each of its members that has no ID yet gets the next one, in configured order.</summary>
    public void ReservePartyIDs(string line)
    {
        var ids = Call.PartyIDs;
        var next = Call.NextPartyID;
        foreach (var member in Call.Plan.Line(line)!.Members)
        {
            if (ids.ContainsKey(member)) continue;
            ids = ids.Add(member, Call.PartyOf(member)?.Id ?? next++);
        }

        Call = Call with { PartyIDs = ids, NextPartyID = next };
    }

    public Party Change(Party party, PartyState state)
    {
        var changed = party with { State = state };
        Call = Call with { Parties = Call.Parties.Replace(party, changed) };
        return changed;
    }

    public void Remove(Party party) => Call = Call with { Parties = Call.Parties.Remove(party) };

    /// <summary>
    /// call models 0, Deletions: those that still alert first, then members of shared lines, then the others, each group in
    /// descending PartyID.
    /// </summary>
    public void RemoveAll(IEnumerable<Party> leaving)
    {
        foreach (var party in leaving.OrderBy(DeletionGroup).ThenByDescending(party => party.Id))
        {
            Remove(party);
            Fact(EventName.EventCallPartyDeleted, party);
        }
    }

    /// <summary>The last party has left.</summary>
    public void End()
    {
        Fact(EventName.EventCallDeleted);
        Call = Call with { Phase = CallPhase.Over.Instance, Errand = Errand.None.Instance };
        Emit(CallOutput.Over.Instance);
    }

    /// <summary>The call ends and was never told of.</summary>
    public void Vanish()
    {
        Call = Call with { Phase = CallPhase.Over.Instance, Errand = Errand.None.Instance, Parties = [] };
        Emit(CallOutput.Over.Instance);
    }

    public ImmutableArray<Party> Others(Party party) => Call.Parties.Remove(party);

    private static int DeletionGroup(Party party) => party.Alerts ? 0 : party.Seat is not null ? 1 : 2;

    // call models 7: AppearanceIndex stands where the tables show it.
    private static bool BearsAppearance(EventName name) =>
        name is EventName.EventRinging or EventName.EventDialing or EventName.EventEstablished;
}

/// <summary>The other party of a two-party call, as an event names it.</summary>
internal sealed record OtherParty(string Dn, DNRole Role);
