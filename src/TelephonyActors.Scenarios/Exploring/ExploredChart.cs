using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>Charts an explored run as a ladder: every move a step, below it what was heard before the next one.</summary>
internal sealed class ExploredChart
{
    private const int DnWidth = 24;
    private const int MonitoringWidth = 32;

    private readonly CallNumbers _calls = new();
    private readonly StepMarks _marks;
    private readonly EventCells _cells;
    private readonly RunLog _log;

    private ExploredChart(RunLog log)
    {
        _log = log;
        foreach (var move in log.Moves) _calls.Learn(move.Heard);
        _marks = new StepMarks(ExploredPlan.Plan, _calls);
        _cells = new EventCells(_calls);
    }

    /// <summary>The chart of a run.</summary>
    public static LadderChart Of(RunLog log, string title, params ImmutableArray<string> notes)
    {
        var chart = new ExploredChart(log);
        return new LadderChart(title, notes, [.. StepColumns.Of(ExploredPlan.Plan).Where(chart.TakesPart).Select(Column)], chart.Steps());
    }

    /// <summary>The column in which an event stands.</summary>
    public static string ColumnOf(TEvent heard) =>
        heard.ThisDN is { } dn && ExploredPlan.Plan.IsDn(dn) ? dn : StepColumns.Monitoring;

    private static LadderColumn Column(string name)
    {
        if (name == StepColumns.Monitoring) return new LadderColumn(name, "all calls", MonitoringWidth);
        var plan = ExploredPlan.Plan;
        var caption = plan.LineOf(name) is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"shared line {line.Number}, {line.Appearances} appearances")
            : plan.LinesOf(name) == 1 ? "DN" : string.Create(CultureInfo.InvariantCulture, $"DN, {plan.LinesOf(name)} lines");
        return new LadderColumn(name, caption, DnWidth);
    }

    private bool TakesPart(string column) =>
        column == StepColumns.Monitoring || _log.Moves.Exists(move => Actor(move) == column || move.Heard.Exists(heard => ColumnOf(heard) == column));

    private static string? Actor(LoggedMove move) => move.Sent?.ThisDN ?? move.Act?.Number;

    private ImmutableArray<LadderStep> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<LadderStep>();
        foreach (var move in _log.Moves)
        {
            var cells = move.Heard
                .GroupBy(ColumnOf)
                .ToImmutableDictionary(
                    column => column.Key,
                    column => column.SelectMany(heard => _cells.Of(new ColumnEntry.Heard(_log.WithAnswer(heard), []))).ToImmutableArray());
            steps.Add(new LadderStep(steps.Count + 1, LadderVerdict.NotChecked, Mark(move), cells));
        }

        return steps.ToImmutable();
    }

    private LadderMark Mark(LoggedMove logged) => logged switch
    {
        { Move: Move.Ask(var client, _, _, _), Sent: { } sent } => Named(client, sent, logged),
        { Act: { } act } => _marks.Of(Step(new StepAction.Phone(act, null), logged)),
        { Move: Move.Wait wait } => new LadderMark.Across($"wait {Waited(wait)}, until {Clock(logged.At)}", Tone.Act),
        { Move: Move.FailCall(var call) } => new LadderMark.Across($"the call {call.Nth} of {call.Caller} fails at its next message", Tone.Bad),
        { Move: Move.FailNumber(var number, var line) } =>
            new LadderMark.Across($"{(line ? "the line " : "")}{number} fails at its next message", Tone.Bad),
        { Move: Move.Replace(var client) } => new LadderMark.Across($"client {client + 1} goes away, and another one comes", Tone.Act),
        _ => new LadderMark.Across("everybody hangs up", Tone.Act),
    };

    private LadderMark Named(int client, TRequest sent, LoggedMove logged)
    {
        var mark = _marks.Of(Step(new StepAction.Request(sent, Number(sent.ConnID), Number(sent.OtherConnID)), logged));
        var who = string.Create(CultureInfo.InvariantCulture, $"client {client + 1}");
        // A request of a DN that is none stands in no column.
        return mark is LadderMark.At at
            ? at with { Text = at.Text.Add(new Paragraph(Tone.Act, EventCells.Indent, [who])), Summary = $"{at.Summary}, {who}" }
            : mark;
    }

    private CallReference? Number(string? connID) =>
        ConnID.TryParse(connID, out var call) && _calls.NumberOf(call) is { } number ? new CallReference(number, default) : null;

    private static StepRun Step(StepAction action, LoggedMove logged) =>
        new(new ScenarioStep(1, default, action, Expectation.Anything.Instance), [], [], logged.Refusal, logged.At);

    private static string Waited(Move.Wait wait) => wait.Until switch
    {
        Until.BeforeTimer => "until just before the next timer is due",
        Until.AtTimer => "until the next timer has just fired",
        Until.AfterTimer => "until just after the next timer was due",
        _ => string.Create(CultureInfo.InvariantCulture, $"{wait.Time.TotalSeconds:0}s"),
    };

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
