using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A DN makes a call: TMakeCall, the phone's dial, or a consultation (call models, chapters 1, 4 and 7).</summary>
internal static class Calling
{
    public static void Make(ref DnTurn turn, Requester by, string number, KVList? userData)
    {
        // A phone that is off the hook goes on from there (contract, phone actions).
        if (turn.Hook is Hook.Seized seized)
        {
            turn.Emit(new DnOutput.Disarm(new DnInput.SeizureTimedOut(seized.Attempt)));
            MakeFromHook(ref turn, by, number, seized.Seat, userData);
        }
        else if (turn.Hook is Hook.Off) MakeFromHook(ref turn, by, number, seat: null, userData);
        else if (turn.EngagedBeside(null))
            turn.Refuse(by, Refusal.WrongState($"ThisDN {turn.Number} has a call that is neither held nor ringing"));
        else if (turn.Profile.Kind == DnKind.Member) Seizing.Ask(ref turn, by, number, userData);
        else if (turn.Profile.Kind == DnKind.Ordinary && turn.LinesTaken >= turn.Profile.Lines)
            turn.Refuse(by, Refusal.WrongState($"ThisDN {turn.Number} has no free line ({turn.Profile.Lines} in all)"));
        else
        {
            var dialing = new InHand.Dialing(by, turn.NextAttempt(), Seat: null, Consults: false, FromOffHook: false);
            Dial(ref turn, dialing, number, consults: null, userData);
        }
    }

    /// <summary>The call is held first; then the DN dials, and that answers the request (call models, chapter 4).</summary>
    public static void Consult(ref DnTurn turn, Requester by, ConnID held, string number, KVList? userData)
    {
        var attempt = turn.NextAttempt();
        turn.Await(new InHand.Consulting(by, attempt, held, number, userData));
        turn.Emit(new DnOutput.ToCall(held, new CallInput.HoldAsked(turn.Number, attempt, turn.EngagedBeside(held), ForConsultation: true)));
    }

    /// <summary>The call is held.</summary>
    public static void GoOnConsulting(ref DnTurn turn, InHand.Consulting consulting)
    {
        var dialing = new InHand.Dialing(consulting.By, turn.NextAttempt(), Seat: null, Consults: true, FromOffHook: false);
        Dial(ref turn, dialing, consulting.Number, consulting.Held, consulting.UserData);
    }

    public static void Dial(ref DnTurn turn, InHand.Dialing dialing, string number, ConnID? consults, KVList? userData)
    {
        turn.Await(dialing);
        turn.Emit(new DnOutput.Dial(new DialOrder(turn.Number, dialing.Attempt, number, dialing.Seat, consults, userData)));
    }

    // What the phone has reported already, off the hook or the seizure, is not reported again; a seized line's EventOffHook comes now.
    private static void MakeFromHook(ref DnTurn turn, Requester by, string number, Seat? seat, KVList? userData)
    {
        turn.Hook = Hook.On.Instance;
        var dialing = new InHand.Dialing(by, turn.NextAttempt(), seat, Consults: false, FromOffHook: seat is null);
        Dial(ref turn, dialing, number, consults: null, userData);
    }
}
