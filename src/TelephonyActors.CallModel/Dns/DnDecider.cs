using System.Collections.Immutable;

namespace TelephonyActors.CallModel.Dns;

/// <summary>What a DN decided: its next state and what its actor does.</summary>
public readonly record struct DnDecision(Dn Next, ImmutableArray<DnOutput> Outputs);

/// <summary>
/// The rules of a DN (call models, chapters 0, 1, 4, 7 and 8) as a total function. A DN looks at one request at a time: what is asked
/// while a call or a line has one in hand waits its turn; what calls and lines tell it is heard at once.
/// </summary>
public static class DnDecider
{
    public static DnDecision Decide(Dn dn, DnInput input, DateTimeOffset now)
    {
        var turn = new DnTurn(dn, now);
        Take(ref turn, input);
        return Finish(ref turn);
    }

    /// <summary>
    /// The actor of the DN failed while it handled an input (none: null): the request in hand is answered 52, its calls end, and
    /// its registrations are kept (call models 8, An entity that fails).
    /// </summary>
    public static DnDecision Fail(Dn dn, DnInput? inHand, DateTimeOffset now)
    {
        var turn = new DnTurn(dn, now);
        Failing.End(ref turn, inHand);
        return Finish(ref turn);
    }

    private static DnDecision Finish(ref DnTurn turn)
    {
        while (turn is { InHand: InHand.Nothing, Waiting.IsEmpty: false })
        {
            turn.Waiting = turn.Waiting.Dequeue(out var next);
            Take(ref turn, next);
        }

        return turn.Decision;
    }

    private static void Take(ref DnTurn turn, DnInput input)
    {
        if (input is DnInput.HabitDue due) input = Habit.Due(ref turn, due);
        if (input is (DnInput.Requested or DnInput.Acted) && turn.InHand is not InHand.Nothing)
            turn.Waiting = turn.Waiting.Enqueue(input);
        else if (input is DnInput.Requested requested) Requesting.Take(ref turn, requested);
        else if (input is DnInput.Acted acted) Acting.Take(ref turn, acted);
        else Hear(ref turn, input);
    }

    /// <summary>What calls, lines and clocks tell the DN; it never waits.</summary>
    internal static void Hear(ref DnTurn turn, DnInput input)
    {
        switch (input)
        {
            case DnInput.ClientGone(var client): Forget(ref turn, client); break;
            case DnInput.Offered offered: Hearing.Offer(ref turn, offered); break;
            case DnInput.Noticed noticed: Hearing.Notice(ref turn, noticed); break;
            case DnInput.Refused refused: Refused(ref turn, refused.Attempt, refused.Refusal); break;
            case DnInput.PartiesTold told: Parties(ref turn, told); break;
            case DnInput.Seized seized: Seizing.Heard(ref turn, seized); break;
            case DnInput.SeizureTimedOut timedOut: Seizing.TimeOut(ref turn, timedOut.Attempt); break;
            case DnInput.SeizureLost(var seat) when turn.Hook is Hook.Seized held && held.Seat == seat: Seizing.End(ref turn); break;
            case DnInput.LineCallsTold told: Acting.Chosen(ref turn, told); break;
        }
    }

    // Its requests that wait are nobody's any more: a registration among them would stay for ever.
    private static void Forget(ref DnTurn turn, int client)
    {
        turn.Clients = turn.Clients.Remove(client);
        if (!turn.Waiting.IsEmpty)
            turn.Waiting = [.. turn.Waiting.Where(input => input is not DnInput.Requested requested || requested.By.Id != client)];
    }

    private static void Refused(ref DnTurn turn, long attempt, Refusal refusal)
    {
        if (turn.InHand is not InHand.Awaiting awaiting || awaiting.Attempt != attempt) return;

        turn.Settle();
        turn.Refuse(awaiting.By, refusal);
        if (turn.Forsaken.Contains(attempt)) turn.Forsaken = turn.Forsaken.Remove(attempt);
    }

    private static void Parties(ref DnTurn turn, DnInput.PartiesTold told)
    {
        if (turn.InHand is not InHand.ByCall { By: Requester.Client client } asked || asked.Attempt != told.Attempt) return;

        turn.Settle();
        turn.Reply(client, TLibrary.EventName.EventPartyInfo, Descriptions.Of(told.Parties), told.ConnID);
    }
}
