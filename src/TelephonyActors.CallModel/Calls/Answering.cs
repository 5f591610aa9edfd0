using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>Who rings answers (call models, chapters 1, 4 and 7).</summary>
internal static class Answering
{
    public static void Answer(CallTurn turn, CallInput.AnswerAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.Call.PartyOf(asked.Dn) is not { } party)
        {
            // call models 8: a member that was alerted and is no party any more comes too late, whatever the reason.
            turn.Refuse(asked, turn.Call.Alerted.Contains(asked.Dn)
                ? Refusal.WrongState($"ConnID {connID} does not ring at {asked.Dn} any more")
                : Refusal.NotYours(asked.Dn, connID.ToString()));
        }
        else if (!party.Alerts) turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} does not ring at {asked.Dn}"));
        // call models 7: a member must hold what it talks on before it can answer.
        else if (asked.Engaged) turn.Refuse(asked, Refusal.WrongState($"ThisDN {asked.Dn} has another call that is neither held nor ringing"));
        else if (turn.Call.RingOf(party).Kind == RingKind.Dialed) AnswerDialed(turn, asked, party);
        else AnswerInvited(turn, asked, party);
    }

    private static void AnswerDialed(CallTurn turn, CallInput.AnswerAsked asked, Party party)
    {
        var caller = turn.Caller!;
        var losers = turn.Call.Parties.Where(other => other.Alerts && other.Ring == party.Ring && other.Dn != party.Dn).ToList();

        turn.Notice(party, turn.Event(EventName.EventEstablished, party), asked.Attempt);
        // call models 7, Answered: every other member that rings is released; its other party stays the caller.
        foreach (var loser in losers) turn.Notice(loser, turn.Event(EventName.EventReleased, loser, CallState.Redirected));
        turn.RemoveAll(losers);

        turn.Call = turn.Call with { Phase = CallPhase.Answered.Instance };
        turn.Fact(EventName.EventCallPartyState, turn.Change(party, PartyState.Connected), PartyState.Connected);
        // call models 0, Parties: the caller loses +Dialing, which reports nothing to monitoring.
        caller = turn.Change(caller, PartyState.Connected);
        turn.Notice(caller, turn.Event(EventName.EventEstablished, caller));
    }

    private static void AnswerInvited(CallTurn turn, CallInput.AnswerAsked asked, Party party)
    {
        var losers = turn.Call.Parties.Where(other => other.Alerts && other.Ring == party.Ring && other.Dn != party.Dn).ToList();
        foreach (var loser in losers) turn.Notice(loser, turn.Event(EventName.EventReleased, loser, CallState.Redirected));
        turn.RemoveAll(losers);

        var connected = turn.Change(party, PartyState.Connected);
        // call models 4: CallState Conferenced; with one other party left it is an ordinary call again (chapter 2).
        var state = turn.Call.Parties.Length > 2 ? CallState.Conferenced : CallState.OK;
        turn.Notice(connected, turn.Event(EventName.EventEstablished, connected, state), asked.Attempt);
        turn.Fact(EventName.EventCallPartyState, connected, PartyState.Connected);
    }
}
