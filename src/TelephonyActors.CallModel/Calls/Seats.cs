using System.Collections.Immutable;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// What the shared lines need to know after a turn: which appearances the call sits on, left, and how their members take part
/// (call models, chapter 7). An appearance is free as soon as no party of the call is on it.
/// </summary>
internal static class Seats
{
    public static void Settle(ref CallTurn turn)
    {
        var (before, after) = (turn.ToldLines, turn.Parties);
        turn.ToldLines = after;
        if (before == after || (NoneOnALine(before) && NoneOnALine(after))) return;

        foreach (var seat in SeatsOf(before))
        {
            // After a join the appearances belong to the call that took the parties.
            if (!SeatsOf(after).Contains(seat) && turn.Phase is not CallPhase.JoinedInto)
                turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.Vacated(seat.Appearance, turn.Header.ConnID)));
        }

        foreach (var seat in SeatsOf(after))
        {
            var (connected, held) = Standing(after, seat);
            if (SeatsOf(before).Contains(seat))
            {
                if (Standing(before, seat) != (connected, held)) Tell(ref turn, seat, connected, held);
            }
            else
            {
                turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.Occupied(seat.Appearance, turn.Header.ConnID)));
                if (connected || held) Tell(ref turn, seat, connected, held);
            }
        }
    }

    private static void Tell(ref CallTurn turn, Seat seat, bool connected, bool held) =>
        turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.StandingChanged(turn.Header.ConnID, seat.Appearance, connected, held)));

    private static (bool Connected, bool Held) Standing(ImmutableArray<Party> parties, Seat seat)
    {
        var (connected, held) = (false, false);
        foreach (var party in parties)
        {
            if (party.Seat != seat) continue;
            connected |= party.State == PartyState.Connected;
            held |= party.State == PartyState.Held;
        }

        return (connected, held);
    }

    private static bool NoneOnALine(ImmutableArray<Party> parties)
    {
        foreach (var party in parties)
            if (party.Seat is not null) return false;
        return true;
    }

    private static HashSet<Seat> SeatsOf(ImmutableArray<Party> parties)
    {
        var seats = new HashSet<Seat>();
        foreach (var party in parties)
            if (party.Seat is { } seat) seats.Add(seat);
        return seats;
    }
}
