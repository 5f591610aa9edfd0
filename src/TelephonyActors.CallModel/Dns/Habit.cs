using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A number that acts by itself (contract: answerAfter, hangUpAfter, rejects), as somebody at its phone would.</summary>
internal static class Habit
{
    public static void Ringing(ref DnTurn turn, ConnID connID)
    {
        var habits = turn.Profile.Habits;
        if (habits.Rejects) turn.Emit(new DnOutput.Arm(TimeSpan.Zero, new DnInput.HabitDue(connID, PhoneAction.HangUp)));
        else if (habits.AnswerAfter is { } after) turn.Emit(new DnOutput.Arm(after, new DnInput.HabitDue(connID, PhoneAction.Answer)));
    }

    public static void Established(ref DnTurn turn, ConnID connID)
    {
        if (turn.Profile.Habits.AnswerAfter is not null) turn.Emit(new DnOutput.Disarm(new DnInput.HabitDue(connID, PhoneAction.Answer)));
        if (turn.Profile.Habits.HangUpAfter is { } after) turn.Emit(new DnOutput.Arm(after, new DnInput.HabitDue(connID, PhoneAction.HangUp)));
    }

    /// <summary>The call has left the phone.</summary>
    public static void Gone(ref DnTurn turn, ConnID connID)
    {
        if (turn.Profile.Habits.AnswerAfter is not null) turn.Emit(new DnOutput.Disarm(new DnInput.HabitDue(connID, PhoneAction.Answer)));
        if (turn.Profile.Habits.HangUpAfter is not null) turn.Emit(new DnOutput.Disarm(new DnInput.HabitDue(connID, PhoneAction.HangUp)));
    }

    /// <summary>The moment has come; the call may be gone or in another state by now, and then nothing happens.</summary>
    public static DnInput.Acted Due(ref DnTurn turn, DnInput.HabitDue due)
    {
        var call = turn.Calls.FirstOrDefault(call => call.CameAs == due.ConnID);
        return new(Requester.Habit.Instance, new PhoneAct(turn.Number, due.Action, null, call?.ConnID ?? due.ConnID));
    }
}
