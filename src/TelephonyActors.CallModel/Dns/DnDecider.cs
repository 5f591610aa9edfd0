namespace TelephonyActors.CallModel.Dns;

/// <summary>What a DN decided: its next state and what its actor does.</summary>
public sealed record DnDecision(Dn Next, IReadOnlyList<DnOutput> Outputs);

/// <summary>
/// The rules of a DN (call models, chapters 0, 1, 4, 7 and 8) as a total function. A DN looks at one request at a time: what is asked
/// while a call or a line has one in hand waits its turn; what calls and lines tell it is heard at once.
/// </summary>
public static class DnDecider
{
    public static DnDecision Decide(Dn dn, DnInput input, DateTimeOffset now)
    {
        var turn = new DnTurn(dn, now);
        Take(turn, input);
        return Finish(turn);
    }

    /// <summary>
    /// The actor of the DN failed while it handled an input (none: null): the request in hand is answered 52, its calls end, and
    /// its registrations are kept (call models 8, An entity that fails).
    /// </summary>
    public static DnDecision Fail(Dn dn, DnInput? inHand, DateTimeOffset now)
    {
        var turn = new DnTurn(dn, now);
        Failing.End(turn, inHand);
        return Finish(turn);
    }

    private static DnDecision Finish(DnTurn turn)
    {
        while (turn.Dn is { InHand: InHand.Nothing, Waiting.IsEmpty: false })
        {
            turn.Dn = turn.Dn with { Waiting = turn.Dn.Waiting.Dequeue(out var next) };
            Take(turn, next);
        }

        return new DnDecision(turn.Dn, turn.Outputs);
    }

    private static void Take(DnTurn turn, DnInput input)
    {
        if (input is DnInput.HabitDue due) input = Habit.Due(turn.Dn, due);
        if (input is (DnInput.Requested or DnInput.Acted) && turn.Dn.InHand is not InHand.Nothing)
            turn.Dn = turn.Dn with { Waiting = turn.Dn.Waiting.Enqueue(input) };
        else if (input is DnInput.Requested requested) Requesting.Take(turn, requested);
        else if (input is DnInput.Acted acted) Acting.Take(turn, acted);
        else Hear(turn, input);
    }

    /// <summary>What calls, lines and clocks tell the DN; it never waits.</summary>
    internal static void Hear(DnTurn turn, DnInput input)
    {
        switch (input)
        {
            case DnInput.ClientGone(var client): Forget(turn, client); break;
            case DnInput.Offered offered: Hearing.Offer(turn, offered); break;
            case DnInput.Noticed noticed: Hearing.Notice(turn, noticed); break;
            case DnInput.Refused refused: Refused(turn, refused.Attempt, refused.Refusal); break;
            case DnInput.PartiesTold told: Parties(turn, told); break;
            case DnInput.Seized seized: Seizing.Heard(turn, seized); break;
            case DnInput.SeizureTimedOut timedOut: Seizing.TimeOut(turn, timedOut.Attempt); break;
            case DnInput.SeizureLost(var seat) when turn.Dn.Hook is Hook.Seized held && held.Seat == seat: Seizing.End(turn); break;
            case DnInput.LineCallsTold told: Acting.Chosen(turn, told); break;
        }
    }

    // Its requests that wait are nobody's any more: a registration among them would stay for ever.
    private static void Forget(DnTurn turn, int client)
    {
        turn.Dn = turn.Dn with { Clients = turn.Dn.Clients.Remove(client) };
        if (!turn.Dn.Waiting.IsEmpty)
            turn.Dn = turn.Dn with { Waiting = [.. turn.Dn.Waiting.Where(input => input is not DnInput.Requested requested || requested.By.Id != client)] };
    }

    private static void Refused(DnTurn turn, long attempt, Refusal refusal)
    {
        if (turn.Dn.InHand is not InHand.Awaiting awaiting || awaiting.Attempt != attempt) return;

        turn.Settle();
        turn.Refuse(awaiting.By, refusal);
    }

    private static void Parties(DnTurn turn, DnInput.PartiesTold told)
    {
        if (turn.Dn.InHand is not InHand.ByCall { By: Requester.Client client } asked || asked.Attempt != told.Attempt) return;

        turn.Settle();
        turn.Reply(client, TLibrary.EventName.EventPartyInfo, Descriptions.Of(told.Parties), told.ConnID);
    }
}
