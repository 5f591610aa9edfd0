using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A DN fails (call models, chapter 8): what it was asked is answered 52, and each of its calls ends.</summary>
internal static class Failing
{
    public static void End(ref DnTurn turn, DnInput? inHand)
    {
        var refusal = Refusal.Failed($"DN {turn.Number}");
        var asked = turn.InHand as InHand.ByCall;
        if (turn.InHand is InHand.Awaiting awaiting)
        {
            turn.Settle();
            turn.Refuse(awaiting.By, refusal);
            if (awaiting is InHand.Dialing dialing) Forsake(ref turn, dialing);
        }

        switch (inHand)
        {
            case DnInput.Requested requested: turn.Refuse(requested.By, refusal); break;
            case DnInput.Acted acted: turn.Refuse(acted.By, refusal); break;
            // What calls and lines told it stands, whoever failed.
            case not null: DnDecider.Hear(ref turn, inHand); break;
        }

        HangUp(ref turn);
        foreach (var call in turn.Calls) turn.Emit(new DnOutput.ToCall(call.ConnID, new CallInput.DnFailed(turn.Number)));
        if (asked is not null && turn.CallOf(asked.ConnID) is null)
            turn.Emit(new DnOutput.ToCall(asked.ConnID, new CallInput.DnFailed(turn.Number)));
    }

    // The call that comes of it is on its way, with the appearance it dials from: what is asked next waits until it has come.
    private static void Forsake(ref DnTurn turn, InHand.Dialing dialing)
    {
        if (!turn.Forsaken.Contains(dialing.Attempt)) turn.Forsaken = turn.Forsaken.Add(dialing.Attempt);
        turn.Await(dialing with { By = Requester.Habit.Instance });
    }

    private static void HangUp(ref DnTurn turn)
    {
        if (turn.Hook is Hook.Seized) Seizing.End(ref turn);
        else if (turn.Hook is Hook.Off)
        {
            turn.Hook = Hook.On.Instance;
            turn.ReportPhone(EventName.EventOnHook);
        }
    }
}
