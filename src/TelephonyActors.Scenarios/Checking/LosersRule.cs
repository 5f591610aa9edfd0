using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// Invariant 5, its second half: when a member of a line answers, every other member that still rings has EventReleased
/// Redirected. A member that leaves in the same step for a reason of its own (it rejects, its ring timeout strikes) is another
/// matter; that can be told where the answer was asked for, or the member has been ringing since before the step.
/// </summary>
internal sealed class LosersRule
{
    private List<(Stay Stay, CallState? CallState, long Position)>? _released;
    private List<(Stay Stay, bool Asked)>? _answered;

    /// <summary>The stay of a ringing member that an event ends or answers; null: it is no such event.</summary>
    public static Stay? Concerned(StreamState state, TEvent heard)
    {
        if (!state.Complete || heard.Event is not (EventName.EventReleased or EventName.EventEstablished)) return null;
        if (heard.ConnID is null || heard.ThisDN is not { } dn || state.Find(heard.ConnID)?.StayOf(dn) is not { State: StayState.Ringing } stay) return null;
        // Who rings for itself alone has no other members to win or lose against.
        return stay.RingsOnAppearance || stay.Rang?.CallState == CallState.Covered ? stay : null;
    }

    public void Hear(TEvent heard, Stay stay, long position)
    {
        if (heard.Event == EventName.EventEstablished) (_answered ??= []).Add((stay, heard.ReferenceID is not null));
        else if (heard.CallState != CallState.Redirected) (_released ??= []).Add((stay, heard.CallState, position));
    }

    public void AtRest(StreamState state)
    {
        if (_answered is { Count: > 0 } && _released is { Count: > 0 }) Compare(state, _answered, _released);
        _released?.Clear();
        _answered?.Clear();
    }

    private static void Compare(StreamState state, List<(Stay Stay, bool Asked)> answered, List<(Stay Stay, CallState? CallState, long Position)> released)
    {
        foreach (var (winner, asked) in answered)
        {
            foreach (var (loser, callState, position) in released)
            {
                if (loser.Call != winner.Call || loser.Rang != winner.Rang || loser.Rang?.Period == state.Period) continue;
                if (state.Facts.LineOf(loser.DN) != state.Facts.LineOf(winner.DN)) continue;
                if (!asked && callState is CallState.NoAnswer or CallState.GeneralError) continue;
                state.Report(5, loser.Call, loser.DN, position,
                    $"DN {winner.DN} answered {winner.Call.ConnID}, but DN {loser.DN} of its line has EventReleased {callState}, not Redirected");
            }
        }
    }
}
