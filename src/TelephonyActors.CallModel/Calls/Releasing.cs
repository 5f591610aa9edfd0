using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>A party leaves: it releases, rejects, gives up, or is deleted by another (call models, chapters 1, 2 and 4).</summary>
internal static class Releasing
{
    public static void Release(ref CallTurn turn, CallInput.ReleaseAsked asked)
    {
        if (turn.PartyOf(asked.Dn) is not { } party) turn.Refuse(asked, Refusal.NotYours(asked.Dn, turn.Header.ConnID.ToString()));
        else Leave(ref turn, party, asked.Attempt);
    }

    /// <summary>call models 2, Delete from Conference; one that names itself leaves.</summary>
    public static void Delete(ref CallTurn turn, CallInput.DeleteAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } requester) turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        else if (asked.OtherDN == asked.Dn) Leave(ref turn, requester, asked.Attempt);
        else if (requester.State is not (PartyState.Connected or PartyState.Held))
            turn.Refuse(asked, Refusal.WrongState($"ThisDN {asked.Dn} is not connected to the call {connID}"));
        else if (turn.Parties.Length == 2) turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} is a call of two parties, no conference"));
        else if (turn.PartyOf(asked.OtherDN) is not { } deleted)
            turn.Refuse(asked, Refusal.WrongState($"OtherDN {asked.OtherDN} is no party of the call {connID}"));
        else
        {
            turn.Notice(deleted, turn.Event(EventName.EventReleased, deleted));
            Depart(ref turn, [deleted], deleted.Dn, requester, asked.Attempt);
        }
    }

    /// <summary>A party leaves of its own will; <paramref name="attempt"/> is answered by its EventReleased.</summary>
    public static void Leave(ref CallTurn turn, Party party, long attempt)
    {
        turn.Notice(party, turn.Event(EventName.EventReleased, party), attempt);
        if (party.Alerts) StopRinging(ref turn, [party], CallState.Busy);
        else if (turn.Phase is not CallPhase.Answered) EndAll(ref turn, [party]);
        else Depart(ref turn, [party], party.Dn, party, attempt: 0);
    }

    /// <summary>
    /// Parties that rang are gone, and have been told so: who else seeks the same answer rings on; after the last one the caller
    /// hears <paramref name="why"/> (call models 1 and 7, Nobody answers), or the others do without them (call models 4 and 5).
    /// </summary>
    public static void StopRinging(ref CallTurn turn, ImmutableArray<Party> gone, CallState why)
    {
        var ring = turn.RingOf(gone[0]);
        if (SomebodyRingsOn(ref turn, gone)) turn.RemoveAll(gone);
        else if (turn.Phase is CallPhase.Dialing)
        {
            turn.RemoveAll(gone);
            Dialing.Unreachable(ref turn, why);
        }
        else Depart(ref turn, gone, DeletedNumber(ref turn, gone, ring), gone[0], attempt: 0);
    }

    private static bool SomebodyRingsOn(ref CallTurn turn, ImmutableArray<Party> gone)
    {
        foreach (var other in turn.RingingWith(gone[0]))
            if (!gone.Has(other)) return true;
        return false;
    }

    // A conference knows who was invited by the number as invited; but where that is also the own DN of a member that stays, nobody
    // may hear EventPartyDeleted about itself (call models 9.2).
    private static string DeletedNumber(ref CallTurn turn, ImmutableArray<Party> gone, Ring ring)
    {
        var bearer = turn.PartyOf(ring.Number);
        return gone[0].Seat is null || (bearer is not null && !gone.Has(bearer)) ? gone[0].Dn : ring.Number;
    }

    /// <summary>Parties leave an answered call, and have been told so; the others go on or leave with them (call models 0, Parties).</summary>
    private static void Depart(ref CallTurn turn, ImmutableArray<Party> gone, string number, Party by, long attempt)
    {
        var staying = 0;
        var talking = 0;
        foreach (var party in turn.Parties)
        {
            if (gone.Has(party)) continue;
            staying++;
            if (!party.Alerts) talking++;
        }

        if (staying <= 1 || talking == 0) EndAll(ref turn, gone);
        else TellOfDeleted(ref turn, gone, number, by, attempt);
    }

    /// <summary>call models 0, Parties: where a transfer leaves only alerting parties behind, they leave in the same step.</summary>
    public static void EndIfNobodyTalks(ref CallTurn turn)
    {
        if (!turn.Parties.All(party => party.Alerts)) return;

        // They have come to their lines by this very transfer: the lines hear of it before they hear that it is over.
        Seats.Settle(ref turn);
        EndAll(ref turn, []);
    }

    /// <summary>The call ends for everybody; <paramref name="gone"/> have been told already.</summary>
    public static void EndAll(ref CallTurn turn, ImmutableArray<Party> gone)
    {
        foreach (var party in turn.Parties)
        {
            if (!gone.Has(party)) turn.Notice(party, turn.Event(party.Alerts ? EventName.EventAbandoned : EventName.EventReleased, party));
        }

        turn.RemoveAll(turn.Parties);
        turn.End();
    }

    // call models 2: those that stay hear who did it. The footnote: CallState Conferenced if more than two parties remain, else OK.
    private static void TellOfDeleted(ref CallTurn turn, ImmutableArray<Party> gone, string number, Party by, long attempt)
    {
        var thirdParty = gone.Has(by) ? number : by.Dn;
        turn.RemoveAll(gone);
        var state = turn.Parties.Length > 2 ? CallState.Conferenced : CallState.OK;
        foreach (var party in turn.Parties)
        {
            var deleted = turn.Event(EventName.EventPartyDeleted, party, state) with
            {
                OtherDN = number,
                OtherDNRole = DNRole.DeletedParty,
                ThirdPartyDN = thirdParty,
                ThirdPartyDNRole = DNRole.DeletedBy,
            };
            turn.Notice(party, deleted, party.Dn == by.Dn ? attempt : 0);
        }
    }
}
