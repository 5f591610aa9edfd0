namespace TelephonyActors.TLibrary;

/// <summary>
/// An event as a log has it (contract, chapter 4): where a run or a replay wrote it, with the scenario, the step (from 1; 0 in a
/// recording without steps) and the column, a DN or 'monitoring', in which it stood; in a client's own log without them.
/// </summary>
public sealed record LoggedEvent
{
    public string? Scenario { get; init; }

    public int? Step { get; init; }

    public string? Column { get; init; }

    public required TEvent Event { get; init; }
}
