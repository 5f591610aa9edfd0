using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// Invariant 5, its second half: when a member of a line answers, every other member that still rings has EventReleased
/// Redirected. A member that leaves in the same step for a reason of its own (it rejects, its ring timeout strikes) is another
/// matter; that can be told where the answer was asked for, or the member has been ringing since before the step.
/// </summary>
internal sealed class LosersRule(StreamState state)
{
    private readonly List<(Stay Stay, CallState? CallState, long Position)> _released = [];
    private readonly List<(Stay Stay, bool Asked)> _answered = [];

    public void Hear(TEvent heard, long position)
    {
        if (heard.Event is not (EventName.EventReleased or EventName.EventEstablished)) return;
        if (heard.ConnID is null || heard.ThisDN is not { } dn || state.Find(heard.ConnID)?.StayOf(dn) is not { State: StayState.Ringing } stay) return;
        if (stay.Rang is null || !state.Complete) return;
        if (heard.Event == EventName.EventEstablished) _answered.Add((stay, heard.ReferenceID is not null));
        else if (heard.CallState != CallState.Redirected) _released.Add((stay, heard.CallState, position));
    }

    public void AtRest()
    {
        foreach (var (winner, asked) in _answered)
        {
            foreach (var (loser, callState, position) in _released)
            {
                if (loser.Call != winner.Call || loser.Rang != winner.Rang || loser.Rang?.Period == state.Period) continue;
                if (state.Facts.LineOf(loser.DN) != state.Facts.LineOf(winner.DN)) continue;
                if (!asked && callState is CallState.NoAnswer or CallState.GeneralError) continue;
                state.Report(5, loser.Call, loser.DN, position,
                    $"DN {winner.DN} answered {winner.Call.ConnID}, but DN {loser.DN} of its line has EventReleased {callState}, not Redirected");
            }
        }

        _released.Clear();
        _answered.Clear();
    }
}
