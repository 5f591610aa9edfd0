using TelephonyActors.Scenarios.Running;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Replaying;
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

    [Fact]
    public async Task A_replay_that_waits_for_its_time_ends_when_it_is_told_to_and_has_told_what_was_heard_until_then()
    {
        using var recorded = new Recorded();
        var night = Path.Combine(recorded.Folder, "night.yaml");
        File.WriteAllText(night, """
            switch: { dns: ["60972", "60973"] }
            steps:
              - request: { TMakeCall: { ThisDN: "60972", OtherDN: "60973" } }
              - wait: 24h
              - phone: { DN: "60972", action: hangUp }
            """);
        var printed = recorded.Run("night", night);
        using var told = new CancellationTokenSource();
        var report = new Interrupting(told);
        var replay = new SessionReplay(report, new ReplayPace(TimeProvider.System, speed: 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay.PlayAsync(recorded.Items("night"), told.Token));

        var before = string.Concat(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("\"Step\":1,", StringComparison.Ordinal)).Select(line => line + "\n"));
        Assert.NotEqual("", before);
        Assert.NotEqual(printed, before);
        Assert.Equal(before, report.Output.ToString());
    }

    /// <summary>Ends the replay as soon as it has to wait.</summary>
    private sealed class Interrupting(CancellationTokenSource told) : IReplayReport
    {
        public StringWriter Output { get; } = new() { NewLine = "\n" };

        public void Add(RunHeader run, int number, IReadOnlyList<Heard> heard) => new JsonlReplay(Output).Add(run, number, heard);

        public void Pause() => told.Cancel();
    }
}
