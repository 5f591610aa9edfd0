using TelephonyActors.Scenarios.Running;
using TelephonyActors.Sessions.Tests.Fixtures;

namespace TelephonyActors.Sessions.Tests;

/// <summary>A recorded run is played as it was (contract, chapter 4).</summary>
public sealed class ReplayTests
{
    /// <summary>Every tenth flow; all of them where LONG_TESTS=1.</summary>
    private static readonly string[] Flows = Environment.GetEnvironmentVariable("LONG_TESTS") == "1"
        ? [Recorded.Flows]
        : [.. Directory.EnumerateFiles(Recorded.Flows, "*.yaml").Order(StringComparer.Ordinal).Where((_, at) => at % 10 == 0)];

    [Fact]
    public async Task A_recorded_run_prints_what_it_prints_without_recording_and_a_replay_prints_the_same()
    {
        using var recorded = new Recorded();
        var plain = new StringWriter { NewLine = "\n" };
        RunScenarios.Run(Flows, ScenarioFormat.Jsonl, plain, TextWriter.Null, colour: false);

        Assert.Equal(plain.ToString(), recorded.Run("flows", Flows));
        Assert.Equal(plain.ToString(), recorded.Replay("flows"));
        Assert.Empty(recorded.Verify("flows"));

        // Exported and imported elsewhere it is the same session.
        using var elsewhere = new Recorded();
        var lines = recorded.Export("flows");
        await elsewhere.Import(lines);
        Assert.Equal(lines, elsewhere.Export("flows"));
        Assert.Equal(plain.ToString(), elsewhere.Replay("flows"));
        Assert.Empty(elsewhere.Verify("flows"));
    }
}
