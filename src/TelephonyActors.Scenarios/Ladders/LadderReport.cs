using TelephonyActors.Scenarios.Running;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>Each flow as a ladder, and in the end how many steps were checked.</summary>
public sealed class LadderReport(TextWriter output, bool colour) : IScenarioReport
{
    private readonly List<string> _failures = [];
    private int _checked;
    private int _notChecked;

    public void Add(ScenarioRun run)
    {
        if (_checked + _notChecked == 0)
        {
            Write(LadderDrawing.Legend);
            Write(LadderLine.Empty);
        }

        foreach (var line in LadderDrawing.Draw(ScenarioCharts.Of(run))) Write(line);
        Write(LadderLine.Empty);

        _checked += run.Steps.Count(step => step.IsChecked);
        _notChecked += run.Steps.Count(step => !step.IsChecked);
        if (run.Differences.Any()) Fail(run, Steps(run));
        if (run.Faults.Length > 0) Fail(run, $"ends before step {run.Steps.Length + 1}");
    }

    public void Finish()
    {
        foreach (var failure in _failures) Write(LadderLine.Of(failure, Tone.Bad));
        Write(LadderLine.Of($"{_checked} steps checked, {_notChecked} not checked", _failures.Count == 0 ? Tone.Good : Tone.Bad));
    }

    private static string Steps(ScenarioRun run)
    {
        var failed = run.Steps.Where(step => step.Differences.Length > 0).Select(step => $"step {step.Step.Number}");
        return $"{string.Join(", ", failed)} not as expected";
    }

    private void Fail(ScenarioRun run, string what) => _failures.Add($"✗ {run.Scenario.Path}: {what}");

    private void Write(LadderLine line) => line.Write(output, colour);
}
