using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>Every event as a line of JSON: column by column within a step, in the order heard within a column.</summary>
public sealed class JsonlReport(TextWriter output) : IScenarioReport
{
    public void Add(ScenarioRun run)
    {
        foreach (var step in run.Steps)
            foreach (var column in step.Columns)
                foreach (var heard in column.Heard)
                    output.WriteLine(Line(run, step, column, heard));
    }

    public void Finish()
    {
    }

    private static string Line(ScenarioRun run, StepRun step, ColumnRun column, TEvent heard) => TLibraryJson.Write(
        new LoggedEvent { Scenario = run.Scenario.Name, Step = step.Step.Number, Column = column.Column, Event = heard });
}
