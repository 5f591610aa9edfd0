using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>The ring timeout (call models, chapter 1), and the alertings that have ended.</summary>
internal static class Ringing
{
    /// <summary>Nobody answered in time. An alerting that has ended meanwhile is not meant any more.</summary>
    public static void TimeOut(ref CallTurn turn, int id)
    {
        var silent = Silent(ref turn, id);
        if (silent.IsEmpty) return;

        var ring = turn.RingOf(silent[0]);
        // call models 6: a DN that would forward the same call again closes a loop, and that is no answer.
        if (ring.OnNoAnswer is not { } next || ring.Forwarders.Contains(silent[0].Dn)) GiveUp(ref turn, silent);
        else
        {
            // call models 6: forwarded on no answer.
            var reach = new Reach(ring.Kind, next, silent[0].Dn, Attempt: 0)
            {
                Way = RingWay.Forwarded,
                Replaces = silent[0].Dn,
                Forwarders = ring.Forwarders.Add(silent[0].Dn),
            };
            Reaching.Begin(ref turn, reach);
        }
    }

    /// <summary>A DN that did not answer in time, and whose forward leads nowhere.</summary>
    public static void NoAnswer(ref CallTurn turn, string dn)
    {
        if (turn.PartyOf(dn) is { Alerts: true } party) GiveUp(ref turn, Silent(ref turn, party.Ring));
    }

    private static void GiveUp(ref CallTurn turn, ImmutableArray<Party> silent)
    {
        foreach (var party in silent) turn.Notice(party, turn.Event(EventName.EventReleased, party, CallState.NoAnswer));
        Releasing.StopRinging(ref turn, silent, CallState.NoAnswer);
    }

    private static ImmutableArray<Party> Silent(ref CallTurn turn, int ring) => [.. turn.Parties.Where(party => party.Alerts && party.Ring == ring)];

    /// <summary>A timer is a function of the state: an alerting without a party has none.</summary>
    public static void Settle(ref CallTurn turn)
    {
        foreach (var ring in turn.Rings)
        {
            if (Rings(turn.Parties, ring.Id)) continue;

            turn.Rings = turn.Rings.Length == 1 ? [] : turn.Rings.Remove(ring);
            if (ring.Deadline is not null) turn.Emit(new CallOutput.DisarmRing(ring.Id));
        }
    }

    private static bool Rings(ImmutableArray<Party> parties, int ring)
    {
        foreach (var party in parties)
            if (party.Alerts && party.Ring == ring) return true;
        return false;
    }
}
