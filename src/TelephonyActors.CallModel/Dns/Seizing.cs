using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A member seizes an appearance of its line, dials from it or gives it back (call models, chapter 7).</summary>
internal static class Seizing
{
    /// <summary>ServiceId of EventPrivateInfo: the line was seized.</summary>
    private const int LineSeized = 4026;

    private static readonly TimeSpan TimeToDial = TimeSpan.FromSeconds(30);

    /// <summary><paramref name="number"/>: dialed at once; null: the phone just goes off the hook.</summary>
    public static void Ask(DnTurn turn, Requester by, string? number, KVList? userData)
    {
        var attempt = turn.NextAttempt();
        turn.Await(new InHand.Seizing(by, attempt, number, userData));
        turn.Emit(new DnOutput.ToLine(turn.Dn.Line, new LineInput.SeizeAsked(turn.Dn.Number, attempt)));
    }

    public static void Heard(DnTurn turn, DnInput.Seized heard)
    {
        if (turn.Dn.InHand is not InHand.Seizing seizing || seizing.Attempt != heard.Attempt)
        {
            // Nobody waits for it any more: give it back.
            if (heard.Seat is { } unwanted) GiveBack(turn, unwanted);
            return;
        }

        turn.Settle();
        if (heard.Seat is not { } seat)
        {
            turn.Refuse(seizing.By, Refusal.WrongState($"the line {turn.Dn.Line} has no free appearance"));
            return;
        }

        turn.ReportPhone(EventName.EventPrivateInfo, seat, LineSeized);
        if (seizing.Number is { } number) Calling.Dial(turn, new InHand.Dialing(seizing.By, seizing.Attempt, seat, Consults: false, FromOffHook: false), number, consults: null, seizing.UserData);
        else
        {
            turn.Dn = turn.Dn with { Hook = new Hook.Seized(seat, seizing.Attempt) };
            turn.Emit(new DnOutput.Arm(TimeToDial, new DnInput.SeizureTimedOut(seizing.Attempt)));
            turn.Done(seizing.By);
        }
    }

    /// <summary>call models 7: a seizure that does not dial within 30 s ends. One that has dialed or ended is another attempt's.</summary>
    public static void TimeOut(DnTurn turn, long attempt)
    {
        if (turn.Dn.Hook is Hook.Seized seized && seized.Attempt == attempt) End(turn);
    }

    public static void End(DnTurn turn)
    {
        if (turn.Dn.Hook is not Hook.Seized seized) return;

        turn.Dn = turn.Dn with { Hook = Hook.On.Instance };
        turn.Emit(new DnOutput.Disarm(new DnInput.SeizureTimedOut(seized.Attempt)));
        turn.ReportPhone(EventName.EventOnHook);
        GiveBack(turn, seized.Seat);
    }

    private static void GiveBack(DnTurn turn, Seat seat) =>
        turn.Emit(new DnOutput.ToLine(seat.Line, new LineInput.SeizureEnded(turn.Dn.Number, seat.Appearance)));
}
