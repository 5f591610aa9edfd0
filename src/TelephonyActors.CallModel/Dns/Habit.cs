using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A number that acts by itself (contract: answerAfter, hangUpAfter, rejects), as somebody at its phone would.</summary>
internal static class Habit
{
    public static void Ringing(DnTurn turn, ConnID connID)
    {
        var habits = turn.Dn.Habits;
        if (habits.Rejects) turn.Emit(new DnOutput.Arm(TimeSpan.Zero, new DnInput.HabitDue(connID, PhoneAction.HangUp)));
        else if (habits.AnswerAfter is { } after) turn.Emit(new DnOutput.Arm(after, new DnInput.HabitDue(connID, PhoneAction.Answer)));
    }

    public static void Established(DnTurn turn, ConnID connID)
    {
        if (turn.Dn.Habits.AnswerAfter is not null) turn.Emit(new DnOutput.Disarm(new DnInput.HabitDue(connID, PhoneAction.Answer)));
        if (turn.Dn.Habits.HangUpAfter is { } after) turn.Emit(new DnOutput.Arm(after, new DnInput.HabitDue(connID, PhoneAction.HangUp)));
    }

    /// <summary>The call has left the phone.</summary>
    public static void Gone(DnTurn turn, ConnID connID)
    {
        if (turn.Dn.Habits.AnswerAfter is not null) turn.Emit(new DnOutput.Disarm(new DnInput.HabitDue(connID, PhoneAction.Answer)));
        if (turn.Dn.Habits.HangUpAfter is not null) turn.Emit(new DnOutput.Disarm(new DnInput.HabitDue(connID, PhoneAction.HangUp)));
    }

    /// <summary>The moment has come; the call may be gone or in another state by now, and then nothing happens.</summary>
    public static DnInput.Acted Due(Dn dn, DnInput.HabitDue due)
    {
        var call = dn.Calls.FirstOrDefault(call => call.CameAs == due.ConnID);
        return new(Requester.Habit.Instance, new PhoneAct(dn.Number, due.Action, null, call?.ConnID ?? due.ConnID));
    }
}
