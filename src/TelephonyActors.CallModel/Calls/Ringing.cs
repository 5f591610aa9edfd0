using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>The ring timeout (call models, chapter 1), and the alertings that have ended.</summary>
internal static class Ringing
{
    /// <summary>Nobody answered in time. An alerting that has ended meanwhile is not meant any more.</summary>
    public static void TimeOut(CallTurn turn, int id)
    {
        var silent = turn.Call.Parties.Where(party => party.Alerts && party.Ring == id).ToList();
        if (silent.Count == 0) return;

        var ring = turn.Call.RingOf(silent[0]);
        foreach (var party in silent) turn.Notice(party, turn.Event(EventName.EventReleased, party, CallState.NoAnswer));
        if (ring.Kind == RingKind.Dialed && turn.Call.Phase is CallPhase.Dialing)
        {
            turn.RemoveAll(silent);
            Dialing.Unreachable(turn, CallState.NoAnswer);
        }
        else Releasing.TellOfDeleted(turn, [.. silent], Releasing.DeletedNumber(ring, silent[0]), silent[0], attempt: 0);
    }

    /// <summary>A timer is a function of the state: an alerting without a party has none.</summary>
    public static void Settle(CallTurn turn)
    {
        foreach (var ring in turn.Call.Rings)
        {
            if (turn.Call.Parties.Any(party => party.Alerts && party.Ring == ring.Id)) continue;

            turn.Call = turn.Call with { Rings = turn.Call.Rings.Remove(ring) };
            if (ring.Deadline is not null) turn.Emit(new CallOutput.DisarmRing(ring.Id));
        }
    }
}
