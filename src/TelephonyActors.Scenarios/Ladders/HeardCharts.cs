using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>An event in its column; a remark says what is wrong about it, empty: nothing.</summary>
public sealed record HeardIn(string Column, TEvent Event, string Remark);

/// <summary>A step of which only is known what was heard in it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Verdict">Whether it was as it should.</param>
/// <param name="Mark">What stands across the columns at its beginning.</param>
/// <param name="Heard">In order within each column.</param>
public sealed record HeardStep(int Number, LadderVerdict Verdict, LadderMark.Across Mark, ImmutableArray<HeardIn> Heard);

/// <summary>Charts what was heard, where no scenario says what it should have been: a replay, or the surroundings of a difference.</summary>
public static class HeardCharts
{
    private const int DnWidth = 24;
    private const int MonitoringWidth = 32;

    /// <summary>The columns are those of the switch that heard something, in its order.</summary>
    public static LadderChart Of(SwitchPlan plan, string title, ImmutableArray<string> notes, ImmutableArray<HeardStep> steps)
    {
        var calls = new CallNumbers();
        foreach (var step in steps) calls.Learn([.. step.Heard.Select(heard => heard.Event)]);
        var cells = new EventCells(calls);
        var heard = steps.SelectMany(step => step.Heard).Select(one => one.Column).ToHashSet();
        var columns = StepColumns.Of(plan).Where(heard.Contains).Select(column => Column(plan, column));
        return new LadderChart(title, notes, [.. columns], [.. steps.Select(step => Step(step, cells))]);
    }

    private static LadderStep Step(HeardStep step, EventCells cells) => new(
        step.Number,
        step.Verdict,
        step.Mark,
        step.Heard.GroupBy(heard => heard.Column).ToImmutableDictionary(
            column => column.Key, column => column.SelectMany(heard => Cell(heard, cells)).ToImmutableArray()));

    private static ImmutableArray<Paragraph> Cell(HeardIn heard, EventCells cells)
    {
        var paragraphs = cells.Of(new ColumnEntry.Heard(heard.Event, []));
        return heard.Remark.Length == 0
            ? paragraphs
            : [.. paragraphs.Select(one => one with { Tone = Tone.Bad }), new Paragraph(Tone.Bad, EventCells.Indent, [$"✗ {heard.Remark}"])];
    }

    private static LadderColumn Column(SwitchPlan plan, string name)
    {
        if (name == StepColumns.Monitoring) return new LadderColumn(name, "all calls", MonitoringWidth);
        var caption = plan.LineOf(name) is { } line ? $"shared line {line.Number}" : "DN";
        return new LadderColumn(name, caption, DnWidth);
    }
}
