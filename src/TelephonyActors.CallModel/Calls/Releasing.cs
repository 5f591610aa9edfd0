using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>A party leaves: it releases, rejects, gives up, or is deleted by another (call models, chapters 1, 2 and 4).</summary>
internal static class Releasing
{
    public static void Release(CallTurn turn, CallInput.ReleaseAsked asked)
    {
        if (turn.Call.PartyOf(asked.Dn) is not { } party) turn.Refuse(asked, Refusal.NotYours(asked.Dn, turn.Header.ConnID.ToString()));
        else Leave(turn, party, asked.Attempt);
    }

    /// <summary>call models 2, Delete from Conference; one that names itself leaves.</summary>
    public static void Delete(CallTurn turn, CallInput.DeleteAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.Call.PartyOf(asked.Dn) is not { } requester) turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        else if (asked.OtherDN == asked.Dn) Leave(turn, requester, asked.Attempt);
        else if (requester.State is not (PartyState.Connected or PartyState.Held))
            turn.Refuse(asked, Refusal.WrongState($"ThisDN {asked.Dn} is not connected to the call {connID}"));
        else if (turn.Call.Parties.Length == 2) turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} is a call of two parties, no conference"));
        else if (turn.Call.PartyOf(asked.OtherDN) is not { } deleted)
            turn.Refuse(asked, Refusal.WrongState($"OtherDN {asked.OtherDN} is no party of the call {connID}"));
        else
        {
            turn.Notice(deleted, turn.Event(EventName.EventReleased, deleted));
            TellOfDeleted(turn, [deleted], deleted.Dn, requester, asked.Attempt);
        }
    }

    /// <summary>A party leaves of its own will.</summary>
    private static void Leave(CallTurn turn, Party party, long attempt)
    {
        if (party.Alerts && turn.Call.RingOf(party).Kind == RingKind.Dialed && turn.Call.Phase is CallPhase.Dialing) Reject(turn, party, attempt);
        else if (turn.Call.Phase is not CallPhase.Answered) GiveUp(turn, party, attempt);
        else if (IsLast(turn, party)) EndAll(turn, party, attempt);
        else
        {
            turn.Notice(party, turn.Event(EventName.EventReleased, party), attempt);
            if (party.Alerts) Decline(turn, party);
            else TellOfDeleted(turn, [party], party.Dn, party, attempt: 0);
        }
    }

    /// <summary>call models 0, Parties: one party or only alerting ones would stay behind; they leave in the same step.</summary>
    private static bool IsLast(CallTurn turn, Party party)
    {
        var others = turn.Others(party);
        return others.Length <= 1 || others.All(other => other.Alerts);
    }

    // call models 7, Nobody answers: a ringing member that rejects leaves alone; after the last one the caller hears busy.
    private static void Reject(CallTurn turn, Party party, long attempt)
    {
        turn.Notice(party, turn.Event(EventName.EventReleased, party), attempt);
        turn.RemoveAll([party]);
        if (!turn.Call.Parties.Any(other => other.Alerts)) Dialing.Unreachable(turn, CallState.Busy);
    }

    // call models 1: the caller leaves before anybody has answered, or after EventDestinationBusy.
    private static void GiveUp(CallTurn turn, Party caller, long attempt)
    {
        turn.Notice(caller, turn.Event(EventName.EventReleased, caller), attempt);
        foreach (var other in turn.Others(caller)) turn.Notice(other, turn.Event(EventName.EventAbandoned, other));
        turn.RemoveAll(turn.Call.Parties);
        turn.End();
    }

    private static void EndAll(CallTurn turn, Party party, long attempt)
    {
        foreach (var each in turn.Call.Parties)
        {
            var name = each.Alerts && each.Dn != party.Dn ? EventName.EventAbandoned : EventName.EventReleased;
            turn.Notice(each, turn.Event(name, each), each.Dn == party.Dn ? attempt : 0);
        }

        turn.RemoveAll(turn.Call.Parties);
        turn.End();
    }

    /// <summary>
    /// call models 4: who was invited does not join. Of the members of a line that ring for one invitation the others ring on; the
    /// conference hears of it when the last of them is gone.
    /// </summary>
    private static void Decline(CallTurn turn, Party party)
    {
        var ring = turn.Call.RingOf(party);
        if (turn.Call.Parties.Any(other => other.Alerts && other.Ring == ring.Id && other.Dn != party.Dn)) turn.RemoveAll([party]);
        else TellOfDeleted(turn, [party], DeletedNumber(ring, party), party, attempt: 0);
    }

    /// <summary>The number under which a conference knows an invited party: as it was invited, until it answers.</summary>
    public static string DeletedNumber(Ring ring, Party party) => party.Seat is null ? party.Dn : ring.Number;

    /// <summary>
    /// call models 2: parties leave a conference, and those that stay hear who did it. The footnote: CallState Conferenced if more
    /// than two parties remain, OK otherwise.
    /// </summary>
    public static void TellOfDeleted(CallTurn turn, ImmutableArray<Party> gone, string number, Party by, long attempt)
    {
        var thirdParty = gone.Any(party => party.Dn == by.Dn) ? number : by.Dn;
        turn.RemoveAll(gone);
        var state = turn.Call.Parties.Length > 2 ? CallState.Conferenced : CallState.OK;
        foreach (var party in turn.Call.Parties)
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
