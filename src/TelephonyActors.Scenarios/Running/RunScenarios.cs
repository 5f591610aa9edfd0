using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Running;

/// <summary>How <c>run</c> prints what it ran (contract, chapter 4).</summary>
public enum ScenarioFormat
{
    /// <summary>Each flow as a table of columns over time, for people.</summary>
    Ladder,

    /// <summary>Every event as a line of JSON.</summary>
    Jsonl,
}

/// <summary>The verb <c>run</c>: runs scenario files (contract, chapter 4).</summary>
public static class RunScenarios
{
    /// <summary>Runs the scenarios of files and folders.</summary>
    /// <param name="paths">Files, and folders of *.yaml.</param>
    /// <param name="format">How they are printed.</param>
    /// <param name="output">Where they are printed: standard output.</param>
    /// <param name="error">Where bad input and differences are told, one a line: standard error.</param>
    /// <param name="colour">Whether <paramref name="output"/> shows colours.</param>
    /// <param name="record">Records the run of a scenario; null: none is recorded.</param>
    /// <returns>The exit status: 0 all as expected, 1 differences, 2 bad input.</returns>
    public static int Run(
        IReadOnlyList<string> paths,
        ScenarioFormat format,
        TextWriter output,
        TextWriter error,
        bool colour,
        Func<Scenario, Simulation, SimulatedRecording>? record = null) => Run(
            paths,
            format,
            output,
            error,
            colour,
            scenario => VirtualSwitch.Start(scenario.Plan, error, record is null ? null : simulation => record(scenario, simulation)));

    /// <summary>The same, on switches that somebody else provides, each for one scenario.</summary>
    public static int Run(
        IReadOnlyList<string> paths,
        ScenarioFormat format,
        TextWriter output,
        TextWriter error,
        bool colour,
        Func<Scenario, ISimulation> simulate)
    {
        ImmutableArray<Scenario> scenarios;
        try
        {
            scenarios = ScenarioFile.ReadAll(paths);
        }
        catch (BadInputException bad)
        {
            foreach (var fault in bad.Faults) error.WriteLine(fault);
            return 2;
        }

        IScenarioReport report = format == ScenarioFormat.Jsonl ? new JsonlReport(output) : new LadderReport(output, colour);
        var status = 0;
        var differences = new List<string>();
        foreach (var scenario in scenarios)
        {
            var run = ScenarioRunner.Run(scenario, _ => simulate(scenario));
            report.Add(run);
            differences.AddRange(run.Differences.Select(difference => difference.ToString()));
            differences.AddRange(run.Faults.Select(fault => fault.ToString()));
            status = Math.Max(status, run.Faults.Length > 0 ? 2 : run.Differences.Any() ? 1 : 0);
        }

        report.Finish();
        output.Flush();
        foreach (var difference in differences) error.WriteLine(difference);
        return status;
    }
}
