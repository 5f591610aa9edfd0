using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What happened at a move: what it was in the end, and what was heard from then on until the next one.</summary>
internal sealed class LoggedMove(Move? move)
{
    /// <summary>Null: everybody hangs up.</summary>
    public Move? Move { get; } = move;

    /// <summary>The request as it was sent.</summary>
    public TRequest? Sent { get; set; }

    /// <summary>The action as it was done.</summary>
    public PhoneAct? Act { get; set; }

    /// <summary>Why the switch did not allow the action.</summary>
    public string Refusal { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public List<TEvent> Heard { get; } = [];
}

/// <summary>A whole run, for printing. Only a run that is printed has one.</summary>
internal sealed class RunLog
{
    private readonly Dictionary<(string Dn, long Number), long> _answers = [];

    public List<LoggedMove> Moves { get; } = [];

    public LoggedMove Begin(Move? move, DateTimeOffset now)
    {
        var logged = new LoggedMove(move) { At = now };
        Moves.Add(logged);
        return logged;
    }

    /// <summary>An event of a column or of monitoring, as every client hears it that listens.</summary>
    public void Hear(TEvent heard)
    {
        // Before the first move only registrations are answered.
        if (Moves.Count > 0) Moves[^1].Heard.Add(heard);
    }

    /// <summary>The event that answers a request, as its client hears it.</summary>
    public void HearAnswer(TEvent answer)
    {
        if (answer is { EventSequenceNumber: { } number, ThisDN: { } dn }) _answers[(dn, number)] = answer.ReferenceID!.Value;
        else Hear(answer);
    }

    /// <summary>An event with the ReferenceID that it has on one client's link, where it answers a request.</summary>
    public TEvent WithAnswer(TEvent heard) =>
        heard is { EventSequenceNumber: { } number, ThisDN: { } dn } && _answers.TryGetValue((dn, number), out var referenceID)
            ? heard with { ReferenceID = referenceID }
            : heard;
}
