using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>What a call decided: its next state and what its actor does.</summary>
public readonly record struct CallDecision(Call Next, ImmutableArray<CallOutput> Outputs);

/// <summary>
/// The rules of a call (call models, chapters 1 to 4, 7 and 8), as a total function: it never throws, reads no clock and makes no id.
/// </summary>
public static class CallDecider
{
    /// <summary>A call begins.</summary>
    public static CallDecision Begin(SwitchPlan plan, CallInput.Dialed dialed, DateTimeOffset now)
    {
        var turn = new CallTurn(plan, dialed, now);
        Dialing.Begin(ref turn, dialed.Order);
        return Finish(ref turn);
    }

    /// <summary>One input. While the call is on an errand, what does not belong to it waits.</summary>
    public static CallDecision Decide(Call call, CallInput input, DateTimeOffset now)
    {
        var turn = new CallTurn(call, now);
        Take(ref turn, input);
        return Finish(ref turn);
    }

    /// <summary>
    /// The actor of the call failed while it handled an input (none: null). The call ends, and whoever waits for it is told
    /// (call models 8, An entity that fails).
    /// </summary>
    public static CallDecision Fail(Call call, CallInput? inHand, DateTimeOffset now)
    {
        var turn = new CallTurn(call, now);
        if (inHand is CallInput.Asked asked) turn.Refuse(asked, Refusal.Failed($"call {turn.Header.ConnID}"));
        // A call that has handed its parties over has none to end; it goes on waiting to be told that they were taken.
        if (call is { Phase: not (CallPhase.Over or CallPhase.JoinedInto), Errand: not Errand.HandingOver }) Failing.End(ref turn);
        if (inHand is not (null or CallInput.Asked)) Take(ref turn, inHand);
        return Finish(ref turn);
    }

    /// <summary>The answer to whoever waits for one from a call that does not exist (call models 8: 56); null: nobody waits.</summary>
    public static CallOutput? NoSuchCall(ConnID connID, CallInput input) => input switch
    {
        CallInput.JoinAsked asked => new CallOutput.ToDn(asked.Dn, new DnInput.Refused(asked.Attempt, Refusal.NoSuchCall("OtherConnID", connID.ToString()))),
        CallInput.Asked asked => new CallOutput.ToDn(asked.Dn, new DnInput.Refused(asked.Attempt, Refusal.NoSuchCall("ConnID", connID.ToString()))),
        CallInput.TakeAsked asked => new CallOutput.ToCall(asked.From, new CallInput.TakeRefused(connID, Refusal.NoSuchCall("ConnID", connID.ToString()))),
        CallInput.TakeAgreed agreed => new CallOutput.ToCall(agreed.Held, new CallInput.JoinBroken(connID)),
        CallInput.ProbeReached reached => new CallOutput.ToCall(reached.From, new CallInput.JoinBroken(connID)),
        CallInput.ProbeHeld probed => new CallOutput.ToCall(probed.Held, new CallInput.JoinBroken(connID)),
        CallInput.Handed handed => new CallOutput.ToCall(handed.From, new CallInput.JoinBroken(connID)),
        _ => null,
    };

    private static CallDecision Finish(ref CallTurn turn)
    {
        Settle(ref turn);
        while (turn is { Errand: Errand.None, Waiting.IsEmpty: false })
        {
            turn.Waiting = turn.Waiting.Dequeue(out var next);
            Take(ref turn, next);
            Settle(ref turn);
        }

        return turn.Decision;
    }

    // After each input, not each turn: who joins by one and leaves by the next has been on the line all the same.
    private static void Settle(ref CallTurn turn)
    {
        Ringing.Settle(ref turn);
        Seats.Settle(ref turn);
    }

    private static void Take(ref CallTurn turn, CallInput input)
    {
        if (turn.Phase is CallPhase.Over or CallPhase.JoinedInto) TooLate(ref turn, input);
        else if (input is CallInput.DnFailed or CallInput.LineFailed) Failing.Hear(ref turn, input);
        else if (Errands.Concerns(turn.Errand, input)) Errands.GoOn(ref turn, input);
        else if (turn.Errand is Errand.None) Rule(ref turn, input);
        else if (input is CallInput.TakeAsked asked && turn.Errand is (Errand.AskingToJoin or Errand.HandingOver)) Joining.RefuseWhileJoining(ref turn, asked);
        else turn.Waiting = turn.Waiting.Enqueue(input);
    }

    private static void Rule(ref CallTurn turn, CallInput input)
    {
        switch (input)
        {
            case CallInput.AnswerAsked asked: Answering.Answer(ref turn, asked); break;
            case CallInput.ReleaseAsked asked: Releasing.Release(ref turn, asked); break;
            case CallInput.DeleteAsked asked: Releasing.Delete(ref turn, asked); break;
            case CallInput.HoldAsked asked: Holding.Hold(ref turn, asked); break;
            case CallInput.RetrieveAsked asked: Holding.Retrieve(ref turn, asked); break;
            case CallInput.InviteAsked asked: Conferencing.Invite(ref turn, asked); break;
            case CallInput.TransferAsked asked: Transferring.Transfer(ref turn, asked); break;
            case CallInput.RedirectAsked asked: Transferring.Redirect(ref turn, asked); break;
            case CallInput.UserDataAsked asked: Sharing.Change(ref turn, asked); break;
            case CallInput.JoinAsked asked: Joining.Ask(ref turn, asked); break;
            case CallInput.TakeAsked asked: Joining.Agree(ref turn, asked); break;
            case CallInput.PartiesAsked asked: TellParties(ref turn, asked); break;
            case CallInput.RingTimedOut struck: Ringing.TimeOut(ref turn, struck.Ring); break;

            // Late answers to an errand that is over, and news of a partner that is gone already: nothing is left to do.
            case CallInput.OfferAnswered or CallInput.AppearanceAnswered or CallInput.TakeAgreed or CallInput.TakeRefused
                or CallInput.Handed or CallInput.Taken or CallInput.JoinBroken or CallInput.ProbeReached or CallInput.ProbeFailed or CallInput.ProbeHeld or CallInput.DnFailed or CallInput.LineFailed or CallInput.Dialed:
                break;
        }
    }

    // The call has ended while this was on its way.
    private static void TooLate(ref CallTurn turn, CallInput input)
    {
        if (turn.Phase is CallPhase.JoinedInto(var held) && input is CallInput.DnFailed or CallInput.LineFailed)
            turn.Emit(new CallOutput.ToCall(held, input));
        else if (NoSuchCall(turn.Header.ConnID, input) is { } answer) turn.Emit(answer);
    }

    private static void TellParties(ref CallTurn turn, CallInput.PartiesAsked asked)
    {
        if (turn.PartyOf(asked.Dn) is null) turn.Refuse(asked, Refusal.NotYours(asked.Dn, turn.Header.ConnID.ToString()));
        else turn.Emit(new CallOutput.ToDn(asked.Dn, new DnInput.PartiesTold(asked.Attempt, turn.Header.ConnID, turn.Parties)));
    }
}
