namespace TelephonyActors.CallModel.Calls;

/// <summary>Which input an errand waits for, and how it goes on.</summary>
internal static class Errands
{
    public static bool Concerns(Errand errand, CallInput input) => (errand, input) switch
    {
        (Errand.Seating seating, CallInput.AppearanceAnswered answered) => seating.Line == answered.Line,
        (Errand.Offering offering, CallInput.OfferAnswered answered) => offering.Ring == answered.Ring,
        (Errand.AskingToJoin asking, CallInput.TakeAgreed agreed) => asking.Held == agreed.Held,
        (Errand.AskingToJoin asking, CallInput.TakeRefused refused) => asking.Held == refused.Held,
        (Errand.AskingToJoin asking, CallInput.JoinBroken broken) => asking.Held == broken.By,
        (Errand.HandingOver handing, CallInput.Taken taken) => handing.Held == taken.Held,
        (Errand.HandingOver handing, CallInput.JoinBroken broken) => handing.Held == broken.By,
        (Errand.AgreedToTake agreed, CallInput.Handed handed) => agreed.From == handed.From,
        (Errand.AgreedToTake agreed, CallInput.JoinBroken broken) => agreed.From == broken.By,
        (Errand.Probing, CallInput.ProbeReached or CallInput.ProbeFailed) => true,
        (Errand.AwaitingHold, CallInput.ProbeHeld or CallInput.JoinBroken) => true,
        _ => false,
    };

    public static void GoOn(ref CallTurn turn, CallInput input)
    {
        switch (turn.Errand, input)
        {
            case (Errand.Seating seating, CallInput.AppearanceAnswered answered): Reaching.Seated(ref turn, seating, answered.Seat); break;
            case (Errand.Offering offering, CallInput.OfferAnswered answered): Reaching.Heard(ref turn, offering, answered); break;
            case (Errand.AskingToJoin asking, CallInput.TakeAgreed): Joining.GoOn(ref turn, asking); break;
            case (Errand.AskingToJoin asking, CallInput.TakeRefused refused): Joining.GiveUp(ref turn, asking, refused.Refusal); break;
            case (Errand.AskingToJoin asking, CallInput.JoinBroken): Joining.GiveUp(ref turn, asking, Refusal.Failed($"call {asking.Held}")); break;
            case (Errand.HandingOver handing, CallInput.Taken): Joining.Dissolve(ref turn, handing.Held); break;
            case (Errand.HandingOver, CallInput.JoinBroken): Failing.End(ref turn); break;
            case (Errand.AgreedToTake agreed, CallInput.Handed handed): Taking.Take(ref turn, agreed, handed); break;
            case (Errand.AgreedToTake agreed, CallInput.JoinBroken): Joining.BreakOff(ref turn, agreed); break;
            case (Errand.Probing probing, CallInput.ProbeReached reached): Transferring.HoldForProbe(ref turn, probing, reached.From); break;
            case (Errand.Probing probing, CallInput.ProbeFailed failed): Transferring.GiveUpProbe(ref turn, probing, failed.Refusal); break;
            case (Errand.AwaitingHold awaiting, CallInput.ProbeHeld held): Transferring.Complete(ref turn, awaiting, held.Held); break;
            case (Errand.AwaitingHold, CallInput.JoinBroken): Failing.End(ref turn); break;
        }
    }
}
