using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>An entity fails, and each of its calls ends at once (call models, chapter 8).</summary>
internal static class Failing
{
    /// <summary>A DN or a line failed; the call ends if it is one of theirs.</summary>
    public static void Hear(ref CallTurn turn, CallInput input)
    {
        var concerned = input switch
        {
            CallInput.DnFailed(var dn) => turn.PartyOf(dn) is not null || Offered(turn.Errand).Contains(dn),
            CallInput.LineFailed(var line) => turn.SeatOn(line) is not null || (turn.Errand as Errand.Offering)?.Seat?.Line == line,
            _ => false,
        };
        // Whoever is handed over is on the way into the other call, and so is the news.
        if (turn.Errand is Errand.HandingOver(var held)) turn.Emit(new CallOutput.ToCall(held, input));
        else if (concerned) End(ref turn);
    }

    public static void End(ref CallTurn turn)
    {
        GiveUpErrand(ref turn);
        if (turn.Phase is CallPhase.Silent(var order))
        {
            Transferring.ProbeFailed(ref turn, order, Refusal.Failed($"call {turn.Header.ConnID}"));
            return;
        }

        foreach (var party in turn.Parties) turn.Notice(party, turn.Event(EventName.EventReleased, party, CallState.GeneralError));
        turn.RemoveAll(turn.Parties);
        turn.End();
    }

    private static void GiveUpErrand(ref CallTurn turn)
    {
        var refusal = Refusal.Failed($"call {turn.Header.ConnID}");
        switch (turn.Errand)
        {
            case Errand.Seating seating:
                turn.Emit(new CallOutput.ToLine(seating.Line, new LineInput.Withdrawn(turn.Header.ConnID)));
                RefuseReach(ref turn, seating.Reach, refusal);
                break;
            case Errand.Offering offering:
                GiveUpOffer(ref turn, offering);
                RefuseReach(ref turn, offering.Reach, refusal);
                break;
            case Errand.AwaitingHold awaiting:
                GiveUpOffer(ref turn, awaiting.Reached);
                break;
            case Errand.AskingToJoin asking:
                turn.Refuse(asking.Dn, asking.Attempt, refusal);
                turn.Emit(new CallOutput.ToCall(asking.Held, new CallInput.JoinBroken(turn.Header.ConnID)));
                break;
            case Errand.AgreedToTake agreed:
                turn.Refuse(agreed.Dn, agreed.Attempt, refusal);
                turn.Emit(new CallOutput.ToCall(agreed.From, new CallInput.JoinBroken(turn.Header.ConnID)));
                break;
            case Errand.Probing probing:
                turn.Refuse(probing.Dn, probing.Attempt, refusal);
                break;
        }

        turn.Errand = Errand.None.Instance;
    }

    // Who was offered the call may ring already, though it is no party yet.
    private static void GiveUpOffer(ref CallTurn turn, Errand.Offering offering)
    {
        foreach (var dn in Offered(offering))
        {
            var ringing = new Party(0, dn, PartyState.Alerting, Alerting.RoleFor(ref turn, offering.Reach, offering.Seat), offering.Seat, offering.Ring);
            turn.Notice(ringing, turn.Event(EventName.EventReleased, ringing, CallState.GeneralError));
        }

        if (offering.Seat is { } seat && turn.SeatOn(seat.Line) is null)
            turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.Vacated(seat.Appearance, turn.Header.ConnID)));
    }

    // A caller has had its answer with EventDialing; who invites, transfers or redirects waits for one.
    private static void RefuseReach(ref CallTurn turn, Reach reach, Refusal refusal)
    {
        if (reach.Attempt != 0 && reach is not { Kind: RingKind.Dialed, Replaces: null }) turn.Refuse(reach.Requester, reach.Attempt, refusal);
    }

    private static IEnumerable<string> Offered(Errand errand) => errand switch
    {
        Errand.Offering offering => offering.Outstanding.Concat(offering.Accepted),
        Errand.AwaitingHold awaiting => awaiting.Reached.Accepted,
        _ => [],
    };
}
