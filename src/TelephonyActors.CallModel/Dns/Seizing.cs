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
    public static void Ask(ref DnTurn turn, Requester by, string? number, KVList? userData)
    {
        var attempt = turn.NextAttempt();
        turn.Await(new InHand.Seizing(by, attempt, number, userData));
        turn.Emit(new DnOutput.ToLine(turn.Line, new LineInput.SeizeAsked(turn.Number, attempt)));
    }

    public static void Heard(ref DnTurn turn, DnInput.Seized heard)
    {
        if (turn.InHand is not InHand.Seizing seizing || seizing.Attempt != heard.Attempt)
        {
            // Nobody waits for it any more: give it back.
            if (heard.Seat is { } unwanted) GiveBack(ref turn, unwanted);
            return;
        }

        turn.Settle();
        if (heard.Seat is not { } seat)
        {
            turn.Refuse(seizing.By, Refusal.WrongState($"the line {turn.Line} has no free appearance"));
            return;
        }

        turn.ReportPhone(EventName.EventPrivateInfo, seat, LineSeized);
        if (seizing.Number is { } number) Calling.Dial(ref turn, new InHand.Dialing(seizing.By, seizing.Attempt, seat, Consults: false, FromOffHook: false), number, consults: null, seizing.UserData);
        else
        {
            turn.Hook = new Hook.Seized(seat, seizing.Attempt);
            turn.Emit(new DnOutput.Arm(TimeToDial, new DnInput.SeizureTimedOut(seizing.Attempt)));
            turn.Done(seizing.By);
        }
    }

    /// <summary>call models 7: a seizure that does not dial within 30 s ends. One that has dialed or ended is another attempt's.</summary>
    public static void TimeOut(ref DnTurn turn, long attempt)
    {
        if (turn.Hook is Hook.Seized seized && seized.Attempt == attempt) End(ref turn);
    }

    public static void End(ref DnTurn turn)
    {
        if (turn.Hook is not Hook.Seized seized) return;

        turn.Hook = Hook.On.Instance;
        turn.Emit(new DnOutput.Disarm(new DnInput.SeizureTimedOut(seized.Attempt)));
        turn.ReportPhone(EventName.EventOnHook);
        GiveBack(ref turn, seized.Seat);
    }

    private static void GiveBack(ref DnTurn turn, Seat seat) =>
        turn.Emit(new DnOutput.ToLine(seat.Line, new LineInput.SeizureEnded(turn.Number, seat.Appearance)));
}
