using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>Do-not-disturb and forwarding (call models, chapter 6).</summary>
internal static class Features
{
    public static void Take(ref DnTurn turn, Requester.Client by, Request.OfDn request)
    {
        switch (request)
        {
            case Request.SetDND(_, var on): SetDND(ref turn, by, on); break;
            case Request.SetForward(_, var number, var mode): SetForward(ref turn, by, new Forward(mode, number)); break;
            case Request.CancelForward: CancelForward(ref turn, by); break;
        }
    }

    private static void SetDND(ref DnTurn turn, Requester.Client by, bool on)
    {
        if (turn.DoesNotDisturb == on)
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"do-not-disturb of {turn.Number} is {(on ? "on" : "off")} already"));
        else
        {
            turn.DoesNotDisturb = on;
            turn.Report(new TEvent { Event = on ? EventName.EventDNDOn : EventName.EventDNDOff, ThisDN = turn.Number }, by);
        }
    }

    private static void SetForward(ref DnTurn turn, Requester.Client by, Forward forward)
    {
        // call models 8: 43 comes before 71.
        if (turn.Forward == forward)
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"{turn.Number} is forwarded to {forward.Number} ({Words.Of(forward.Mode)}) already"));
        else if (!turn.IsNumber(forward.Number))
            turn.Refuse(by, new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {forward.Number} is no number of the switch"));
        else if (forward.Number == turn.Number)
            turn.Refuse(by, new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {forward.Number} is the DN itself: the forward would be a loop"));
        else
        {
            turn.Forward = forward;
            Report(ref turn, by, EventName.EventForwardSet, forward);
        }
    }

    private static void CancelForward(ref DnTurn turn, Requester.Client by)
    {
        if (turn.Forward is not { } forward)
        {
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"{turn.Number} has no forward"));
            return;
        }

        turn.Forward = null;
        Report(ref turn, by, EventName.EventForwardCancel, forward);
    }

    private static void Report(ref DnTurn turn, Requester.Client by, EventName name, Forward forward) => turn.Report(
        new TEvent
        {
            Event = name,
            ThisDN = turn.Number,
            OtherDN = forward.Number,
            Extensions = KVList.Empty.With("Forward", KVList.Empty.With("Mode", Words.Of(forward.Mode)).With("DN", forward.Number)),
        },
        by);
}
