using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Running;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>Charts a scenario that was run.</summary>
public static class ScenarioCharts
{
    // So a DN's cell takes ConnID and OtherDN in a line, and one of monitoring ConnID, DN and PartyID.
    private const int DnWidth = 24;
    private const int MonitoringWidth = 32;

    public static LadderChart Of(ScenarioRun run)
    {
        var plan = run.Scenario.Plan;
        ImmutableArray<LadderColumn> columns = [.. StepColumns.Of(plan).Select(column => Column(plan, column))];
        ImmutableArray<LadderColumn> shown = [.. columns.Where(column => HasPart(column.Name, run))];

        var marks = new StepMarks(plan, run.Calls);
        var cells = new EventCells(run.Calls);
        var steps = run.Steps.Select(step => Step(step, marks, cells));
        var broken = run.Faults.Select(fault => Broken(run, fault));
        return new LadderChart(run.Scenario.Title, Notes(run.Scenario, columns.Except(shown)), shown, [.. steps, .. broken]);
    }

    private static ImmutableArray<string> Notes(Scenario scenario, IEnumerable<LadderColumn> idle)
    {
        var outside = string.Join(", ", scenario.Plan.Externals.Select(external => external.Number));
        var left = string.Join(", ", idle.Select(column => column.Name));
        return
        [
            scenario.Path,
            .. outside.Length > 0 ? [$"outside the switch: {outside}"] : Array.Empty<string>(),
            .. left.Length > 0 ? [$"takes no part: {left}"] : Array.Empty<string>(),
        ];
    }

    private static LadderColumn Column(SwitchPlan plan, string column)
    {
        if (column == StepColumns.Monitoring) return new LadderColumn(column, "all calls", MonitoringWidth);
        var caption = plan.LineOf(column) is { } line
            ? $"shared line {line.Number}{Count(line.Appearances, "appearances")}"
            : $"DN{Count(plan.LinesOf(column), "lines")}";
        return new LadderColumn(column, caption, DnWidth);
    }

    private static string Count(int count, string what) => count == 1 ? "" : $", {count} {what}";

    // It acts, hears something, or the scenario names it and so says that its silence matters.
    private static bool HasPart(string column, ScenarioRun run) =>
        column == StepColumns.Monitoring
        || run.Scenario.Steps.Any(step => StepMarks.Actor(step.Action) == column || IsNamed(column, step.Expected))
        || run.Steps.Any(step => step.Columns.Any(part => part.Column == column && part.Entries.Length > 0));

    private static bool IsNamed(string column, Expectation expected) =>
        expected is Expectation.Exactly exactly && exactly.Columns.ContainsKey(column);

    private static LadderStep Step(StepRun run, StepMarks marks, EventCells cells)
    {
        var heard = run.Columns.Where(column => column.Entries.Length > 0).ToImmutableDictionary(
            column => column.Column,
            column => column.Entries.SelectMany(entry => cells.Of(entry)).ToImmutableArray());
        return new LadderStep(run.Step.Number, Verdict(run), marks.Of(run), heard);
    }

    private static LadderVerdict Verdict(StepRun run) =>
        run.Differences.Length > 0 ? LadderVerdict.Different : run.IsChecked ? LadderVerdict.AsExpected : LadderVerdict.NotChecked;

    // The step that could not begin.
    private static LadderStep Broken(ScenarioRun run, Fault fault) => new(
        run.Steps.Length + 1,
        LadderVerdict.Different,
        new LadderMark.Across($"✗ {fault.Wrong}; allowed: {fault.Allowed}", Tone.Bad),
        ImmutableDictionary<string, ImmutableArray<Paragraph>>.Empty);
}
