using System.Text.Json;
using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Host.Tests;

/// <summary>The verb load through the command line: a switch in real time, on Akka.NET's own threads.</summary>
public sealed class LoadCommandTests
{
    private static readonly string[] _keys =
    [
        "calls", "failedCalls", "requests", "events", "seconds", "callsPerSecond", "eventsPerSecond", "latencyMs", "peakLiveCalls",
        "peakWorkingSetMB", "violations", "seed",
    ];

    [Fact]
    public void The_result_as_JSON_is_the_object_of_the_contract_and_alone_on_stdout()
    {
        var host = HostProcess.Run("load", "--flow", "mix", "--calls", "2000", "--concurrency", "100", "--seed", "17", "--json");
        Assert.True(host.ExitCode == 0, host.Error);
        using var json = JsonDocument.Parse(host.Text);
        Assert.Equal(_keys, json.RootElement.EnumerateObject().Select(pair => pair.Name));
        Assert.Equal(["p50", "p90", "p99", "p999", "max"], json.RootElement.GetProperty("latencyMs").EnumerateObject().Select(pair => pair.Name));
        Assert.Equal(2000, json.RootElement.GetProperty("calls").GetInt64());
        Assert.Equal(100, json.RootElement.GetProperty("peakLiveCalls").GetInt32());
        Assert.Equal(17, json.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("violations").GetInt32());
    }

    [Fact]
    public void The_profile_that_is_shipped_weights_every_flow()
    {
        var profile = ProfileFile.Read(Path.Combine(HostProcess.Folder, "config", "load", "mix.yaml"));
        Assert.Equal(LoadFlows.Alone, profile.Select(flow => flow.Flow));
    }

    [Fact]
    public void A_recorded_load_is_a_session_of_one_run_that_can_be_verified()
    {
        var folder = Directory.CreateTempSubdirectory("telephony-actors-");
        try
        {
            var database = $"Data Source={Path.Combine(folder.FullName, "sessions.db")}";
            var load = HostProcess.Run("load", "--flow", "transfer", "--calls", "30", "--concurrency", "10", "--record", "load-1", "--db", database);
            Assert.True(load.ExitCode == 0, load.Error);
            var verified = HostProcess.Run("sessions", "replay", "load-1", "--verify", "--db", database);
            Assert.Equal(0, verified.ExitCode);
            Assert.Matches("1 run, [0-9]{3,} inputs verified, 0 differences\n$", verified.Text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Without_JSON_the_result_is_for_people_and_names_the_seed()
    {
        var host = HostProcess.Run("load", "--calls", "50", "--concurrency", "5");
        Assert.Equal(0, host.ExitCode);
        Assert.StartsWith("50 calls of flow basic in ", host.Text, StringComparison.Ordinal);
        Assert.Matches("seed [0-9]+: no violation, no call failed\n$", host.Text);
    }
}
