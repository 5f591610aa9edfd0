using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>The ring timeout (call models, chapter 1), and the alertings that have ended.</summary>
internal static class Ringing
{
    /// <summary>Nobody answered in time. An alerting that has ended meanwhile is not meant any more.</summary>
    public static void TimeOut(CallTurn turn, int id)
    {
        var silent = Silent(turn, id);
        if (silent.IsEmpty) return;

        var ring = turn.Call.RingOf(silent[0]);
        // call models 6: a DN that would forward the same call again closes a loop, and that is no answer.
        if (ring.OnNoAnswer is not { } next || ring.Forwarders.Contains(silent[0].Dn)) GiveUp(turn, silent);
        else
        {
            // call models 6: forwarded on no answer.
            var reach = new Reach(ring.Kind, next, silent[0].Dn, Attempt: 0)
            {
                Way = RingWay.Forwarded,
                Replaces = silent[0].Dn,
                Forwarders = ring.Forwarders.Add(silent[0].Dn),
            };
            Reaching.Begin(turn, reach);
        }
    }

    /// <summary>A DN that did not answer in time, and whose forward leads nowhere.</summary>
    public static void NoAnswer(CallTurn turn, string dn)
    {
        if (turn.Call.PartyOf(dn) is { Alerts: true } party) GiveUp(turn, Silent(turn, party.Ring));
    }

    private static void GiveUp(CallTurn turn, ImmutableArray<Party> silent)
    {
        foreach (var party in silent) turn.Notice(party, turn.Event(EventName.EventReleased, party, CallState.NoAnswer));
        Releasing.StopRinging(turn, silent, CallState.NoAnswer);
    }

    private static ImmutableArray<Party> Silent(CallTurn turn, int ring) => [.. turn.Call.Parties.Where(party => party.Alerts && party.Ring == ring)];

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
