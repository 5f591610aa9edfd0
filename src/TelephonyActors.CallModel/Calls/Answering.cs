using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>Who rings answers (call models, chapters 1, 4 and 7).</summary>
internal static class Answering
{
    public static void Answer(ref CallTurn turn, CallInput.AnswerAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party)
        {
            // call models 8: a member that was alerted and is no party any more comes too late, whatever the reason.
            turn.Refuse(asked, turn.Alerted.Contains(asked.Dn)
                ? Refusal.WrongState($"ConnID {connID} does not ring at {asked.Dn} any more")
                : Refusal.NotYours(asked.Dn, connID.ToString()));
        }
        else if (!party.Alerts) turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} does not ring at {asked.Dn}"));
        // call models 7: a member must hold what it talks on before it can answer.
        else if (asked.Engaged) turn.Refuse(asked, Refusal.WrongState($"ThisDN {asked.Dn} has another call that is neither held nor ringing"));
        else if (turn.Phase is CallPhase.Dialing) AnswerDialed(ref turn, asked, party);
        else AnswerLater(ref turn, asked, party);
    }

    private static void AnswerDialed(ref CallTurn turn, CallInput.AnswerAsked asked, Party party)
    {
        turn.Notice(party, turn.Event(EventName.EventEstablished, party), asked.Attempt);
        ReleaseLosers(ref turn, party);

        turn.Phase = CallPhase.Answered.Instance;
        turn.Fact(EventName.EventCallPartyState, turn.Change(party, PartyState.Connected), PartyState.Connected);
        // call models 0, Parties: the caller loses +Dialing, which reports nothing to monitoring.
        if (turn.Caller is not { } dialing) return;
        var caller = turn.Change(dialing, PartyState.Connected);
        turn.Notice(caller, turn.Event(EventName.EventEstablished, caller));
    }

    // call models 4 and 5: who was invited or transferred to answers, and the others hear nothing.
    private static void AnswerLater(ref CallTurn turn, CallInput.AnswerAsked asked, Party party)
    {
        ReleaseLosers(ref turn, party);
        var connected = turn.Change(party, PartyState.Connected);
        // call models 4: CallState Conferenced; with one other party left it is an ordinary call again (chapter 2).
        var conferenced = turn.RingOf(party).Kind == RingKind.Invited && turn.Parties.Length > 2;
        turn.Notice(connected, turn.Event(EventName.EventEstablished, connected, conferenced ? CallState.Conferenced : CallState.OK), asked.Attempt);
        turn.Fact(EventName.EventCallPartyState, connected, PartyState.Connected);
    }

    // call models 7, Answered: everybody else that seeks this answer is released as Redirected.
    private static void ReleaseLosers(ref CallTurn turn, Party winner)
    {
        var losers = turn.RingingWith(winner);
        foreach (var loser in losers) turn.Notice(loser, turn.Event(EventName.EventReleased, loser, CallState.Redirected));
        turn.RemoveAll(losers);
    }
}
