using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>Do-not-disturb and forwarding (call models, chapter 6).</summary>
internal static class Features
{
    public static void Take(DnTurn turn, Requester.Client by, Request.OfDn request)
    {
        switch (request)
        {
            case Request.SetDND(_, var on): SetDND(turn, by, on); break;
            case Request.SetForward(_, var number, var mode): SetForward(turn, by, new Forward(mode, number)); break;
            case Request.CancelForward: CancelForward(turn, by); break;
        }
    }

    private static void SetDND(DnTurn turn, Requester.Client by, bool on)
    {
        if (turn.Dn.DoesNotDisturb == on)
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"do-not-disturb of {turn.Dn.Number} is {(on ? "on" : "off")} already"));
        else
        {
            turn.Dn = turn.Dn with { DoesNotDisturb = on };
            turn.Report(new TEvent { Event = on ? EventName.EventDNDOn : EventName.EventDNDOff, ThisDN = turn.Dn.Number }, by);
        }
    }

    private static void SetForward(DnTurn turn, Requester.Client by, Forward forward)
    {
        // call models 8: 43 comes before 71.
        if (turn.Dn.Forward == forward)
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"{turn.Dn.Number} is forwarded to {forward.Number} ({Words.Of(forward.Mode)}) already"));
        else if (!turn.Dn.IsNumber(forward.Number))
            turn.Refuse(by, new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {forward.Number} is no number of the switch"));
        else if (forward.Number == turn.Dn.Number)
            turn.Refuse(by, new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {forward.Number} is the DN itself: the forward would be a loop"));
        else
        {
            turn.Dn = turn.Dn with { Forward = forward };
            Report(turn, by, EventName.EventForwardSet, forward);
        }
    }

    private static void CancelForward(DnTurn turn, Requester.Client by)
    {
        if (turn.Dn.Forward is not { } forward)
        {
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"{turn.Dn.Number} has no forward"));
            return;
        }

        turn.Dn = turn.Dn with { Forward = null };
        Report(turn, by, EventName.EventForwardCancel, forward);
    }

    private static void Report(DnTurn turn, Requester.Client by, EventName name, Forward forward) => turn.Report(
        new TEvent
        {
            Event = name,
            ThisDN = turn.Dn.Number,
            OtherDN = forward.Number,
            Extensions = KVList.Empty.With("Forward", KVList.Empty.With("Mode", Words.Of(forward.Mode)).With("DN", forward.Number)),
        },
        by);
}
