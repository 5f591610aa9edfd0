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
        _ => false,
    };

    public static void GoOn(CallTurn turn, CallInput input)
    {
        switch (turn.Call.Errand, input)
        {
            case (Errand.Seating seating, CallInput.AppearanceAnswered answered): Reaching.Seated(turn, seating, answered.Seat); break;
            case (Errand.Offering offering, CallInput.OfferAnswered answered): Reaching.Heard(turn, offering, answered); break;
            case (Errand.AskingToJoin asking, CallInput.TakeAgreed): Joining.HandOver(turn, asking); break;
            case (Errand.AskingToJoin asking, CallInput.TakeRefused refused): Joining.GiveUp(turn, asking, refused.Refusal); break;
            case (Errand.AskingToJoin asking, CallInput.JoinBroken): Joining.GiveUp(turn, asking, Refusal.Failed($"call {asking.Held}")); break;
            case (Errand.HandingOver handing, CallInput.Taken): Joining.Dissolve(turn, handing.Held); break;
            case (Errand.HandingOver, CallInput.JoinBroken): Failing.End(turn); break;
            case (Errand.AgreedToTake, CallInput.Handed handed): Joining.TakeOver(turn, handed); break;
            case (Errand.AgreedToTake, CallInput.JoinBroken): turn.Call = turn.Call with { Errand = Errand.None.Instance }; break;
        }
    }
}
