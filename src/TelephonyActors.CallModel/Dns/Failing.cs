using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A DN fails (call models, chapter 8): what it was asked is answered 52, and each of its calls ends.</summary>
internal static class Failing
{
    public static void End(DnTurn turn, DnInput? inHand)
    {
        var refusal = Refusal.Failed($"DN {turn.Dn.Number}");
        var asked = turn.Dn.InHand as InHand.ByCall;
        if (turn.Dn.InHand is InHand.Awaiting awaiting)
        {
            turn.Settle();
            turn.Refuse(awaiting.By, refusal);
            if (awaiting is InHand.Dialing) turn.Dn = turn.Dn with { Forsaken = turn.Dn.Forsaken.Add(awaiting.Attempt) };
        }

        switch (inHand)
        {
            case DnInput.Requested requested: turn.Refuse(requested.By, refusal); break;
            case DnInput.Acted acted: turn.Refuse(acted.By, refusal); break;
            // What calls and lines told it stands, whoever failed.
            case not null: DnDecider.Hear(turn, inHand); break;
        }

        HangUp(turn);
        foreach (var call in turn.Dn.Calls) turn.Emit(new DnOutput.ToCall(call.ConnID, new CallInput.DnFailed(turn.Dn.Number)));
        if (asked is not null && turn.Dn.CallOf(asked.ConnID) is null)
            turn.Emit(new DnOutput.ToCall(asked.ConnID, new CallInput.DnFailed(turn.Dn.Number)));
    }

    private static void HangUp(DnTurn turn)
    {
        if (turn.Dn.Hook is Hook.Seized) Seizing.End(turn);
        else if (turn.Dn.Hook is Hook.Off)
        {
            turn.Dn = turn.Dn with { Hook = Hook.On.Instance };
            turn.ReportPhone(EventName.EventOnHook);
        }
    }
}
