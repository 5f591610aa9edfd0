using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// Two calls become one (call models, chapter 4, TCompleteConference). The current call asks the held one, which alone decides and
/// keeps its ConnID; while they agree, both do nothing else. A call that has asked refuses to be asked, so that no circle waits.
/// </summary>
internal static class Joining
{
    /// <summary>At the current call: its own objection travels with the question, since the held call's may come first (chapter 8).</summary>
    public static void Ask(CallTurn turn, CallInput.JoinAsked asked)
    {
        var connID = turn.Header.ConnID;
        var party = turn.Call.PartyOf(asked.Dn);
        var objection =
            party is null ? Refusal.NotYours(asked.Dn, connID.ToString()) :
            party.State != PartyState.Connected ? Refusal.WrongState($"OtherConnID {connID} is not connected at {asked.Dn}") :
            asked.Held == connID ? Refusal.WrongState($"ConnID and OtherConnID are the same call {connID}") : null;
        if (asked.Held == connID)
        {
            turn.Refuse(asked, objection!);
            return;
        }

        var others = turn.Call.Parties.Where(other => other.Dn != asked.Dn).Select(other => other.Dn);
        turn.Call = turn.Call with { Errand = new Errand.AskingToJoin(asked.Dn, asked.Attempt, asked.Held) };
        turn.Emit(new CallOutput.ToCall(asked.Held, new CallInput.TakeAsked(connID, asked.Dn, asked.Attempt, [.. others], objection)));
    }

    /// <summary>At the held call.</summary>
    public static void Agree(CallTurn turn, CallInput.TakeAsked asked)
    {
        var refusal = Objection(turn, asked);
        if (asked.Objection is { } theirs && (refusal is null || theirs.Precedes(refusal))) refusal = theirs;
        if (refusal is not null)
        {
            turn.Emit(new CallOutput.ToCall(asked.From, new CallInput.TakeRefused(turn.Header.ConnID, refusal)));
            return;
        }

        turn.Call = turn.Call with { Errand = new Errand.AgreedToTake(asked.From, asked.Dn) };
        turn.Emit(new CallOutput.ToCall(asked.From, new CallInput.TakeAgreed(turn.Header.ConnID)));
    }

    public static void RefuseWhileJoining(CallTurn turn, CallInput.TakeAsked asked) =>
        turn.Emit(new CallOutput.ToCall(asked.From, new CallInput.TakeRefused(
            turn.Header.ConnID, Refusal.WrongState($"ConnID {turn.Header.ConnID} is just becoming one with another call"))));

    /// <summary>At the current call: the requester leaves it, the others go over.</summary>
    public static void HandOver(CallTurn turn, Errand.AskingToJoin asking)
    {
        var requester = turn.Call.PartyOf(asking.Dn)!;
        turn.Notice(requester, turn.Event(EventName.EventReleased, requester, CallState.Conferenced));
        turn.RemoveAll([requester]);
        turn.Call = turn.Call with { Errand = new Errand.HandingOver(asking.Held) };
        turn.Emit(new CallOutput.ToCall(asking.Held, new CallInput.Handed(
            turn.Header.ConnID, asking.Dn, asking.Attempt, turn.Call.Parties, turn.Call.Rings, turn.Call.Alerted)));
    }

    public static void GiveUp(CallTurn turn, Errand.AskingToJoin asking, Refusal refusal)
    {
        turn.Call = turn.Call with { Errand = Errand.None.Instance };
        turn.Refuse(asking.Dn, asking.Attempt, refusal);
    }

    /// <summary>At the current call: all its parties are in the held call now.</summary>
    public static void Dissolve(CallTurn turn, ConnID held)
    {
        foreach (var ring in turn.Call.Rings.Where(ring => ring.Deadline is not null)) turn.Emit(new CallOutput.DisarmRing(ring.Id));
        turn.Call = turn.Call with { Parties = [], Rings = [] };
        turn.End();
        turn.Call = turn.Call with { Phase = new CallPhase.JoinedInto(held) };
    }

    /// <summary>At the held call: call models 4, the table of TCompleteConference.</summary>
    public static void TakeOver(CallTurn turn, CallInput.Handed handed)
    {
        turn.Call = turn.Call with { Errand = Errand.None.Instance };
        var stayed = turn.Call.Parties;
        var requester = turn.Change(turn.Call.PartyOf(handed.Dn)!, PartyState.Connected);
        var rings = AdoptRings(turn, handed);
        turn.Fact(EventName.EventCallPartyState, requester, PartyState.Connected);
        foreach (var moved in handed.Parties) Adopt(turn, moved, rings.GetValueOrDefault(moved.Ring), handed);

        turn.Notice(requester, turn.Event(EventName.EventRetrieved, requester, CallState.Conferenced), handed.Attempt);
        foreach (var moved in handed.Parties)
        {
            foreach (var party in stayed)
            {
                turn.Notice(party, turn.Event(EventName.EventPartyAdded, party, CallState.Conferenced) with
                {
                    OtherDN = moved.Dn,
                    OtherDNRole = DNRole.NewParty,
                    ThirdPartyDN = handed.Dn,
                    ThirdPartyDNRole = DNRole.AddedBy,
                });
            }

            var joined = turn.Call.PartyOf(moved.Dn)!;
            turn.Notice(joined, turn.Event(EventName.EventPartyChanged, joined, CallState.Conferenced) with
            {
                PreviousConnID = handed.From,
                ThirdPartyDN = handed.Dn,
                ThirdPartyDNRole = DNRole.ConferencedBy,
            });
        }

        turn.Emit(new CallOutput.ToCall(handed.From, new CallInput.Taken(turn.Header.ConnID)));
    }

    private static void Adopt(CallTurn turn, Party moved, int ring, CallInput.Handed handed)
    {
        if (moved.Seat is { } seat) turn.ReservePartyIDs(seat.Line);
        var joined = turn.Join(moved.Dn, moved.State, moved.Role, moved.Seat, ring);
        turn.Fact(EventName.EventCallPartyMoved, joined, moved.State, handed.From);
        if (handed.Alerted.Contains(moved.Dn)) turn.Call = turn.Call with { Alerted = turn.Call.Alerted.Add(moved.Dn) };
    }

    // Those that still ring go on ringing until their deadline; to the joined call they are invited.
    private static Dictionary<int, int> AdoptRings(CallTurn turn, CallInput.Handed handed)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var ring in handed.Rings)
        {
            var id = turn.Call.NextRing;
            numbers.Add(ring.Id, id);
            turn.Call = turn.Call with { NextRing = id + 1, Rings = turn.Call.Rings.Add(ring with { Id = id, Kind = RingKind.Invited }) };
            if (ring.Deadline is { } deadline) turn.Emit(new CallOutput.ArmRing(id, deadline));
        }

        return numbers;
    }

    private static Refusal? Objection(CallTurn turn, CallInput.TakeAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.Call.PartyOf(asked.Dn) is not { } party) return Refusal.NotYours(asked.Dn, connID.ToString());
        if (party.State != PartyState.Held) return Refusal.WrongState($"ConnID {connID} is not held at {asked.Dn}");
        foreach (var other in asked.Others)
            if (turn.Call.PartyOf(other) is not null) return Refusal.WrongState($"{other} is a party of both calls");
        return null;
    }
}
