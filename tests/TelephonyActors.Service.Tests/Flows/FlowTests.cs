using TelephonyActors.Scenarios.Running;

namespace TelephonyActors.Service.Tests.Flows;

/// <summary>Every flow in which no time has to pass, over the link of a real host, against the scenario runner.</summary>
public sealed class FlowTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_flow_sounds_over_the_link_as_the_runner_hears_it()
    {
        var path = Path.Combine(_folder.FullName, "flows.yaml");
        await File.WriteAllTextAsync(path, RenamedFlows.SwitchFile());
        using var service = ServiceProcess.Start(["--switch", path]);

        Assert.True(RenamedFlows.All.Length > 100);
        Assert.Equal(41, RenamedFlows.All.Count(flow => flow.Name.StartsWith("releasing-calls", StringComparison.Ordinal) || flow.Name.StartsWith("shared-call-appearance", StringComparison.Ordinal)));
        for (var at = 0; at < RenamedFlows.All.Length; at++)
        {
            var expected = Simulated(at);
            await using var flow = new LinkFlow(service, at);
            var heard = await flow.PlayAsync(expected);
            foreach (var (column, lines) in Columns.Of(expected))
                Assert.Equal([RenamedFlows.All[at].Name, column, .. lines], [RenamedFlows.All[at].Name, column, .. heard.GetValueOrDefault(column, [])]);
            Assert.Equal(Columns.Of(expected).Keys, heard.Keys);
        }
    }

    private static ScenarioRun Simulated(int at) => ScenarioRunner.Run(RenamedFlows.All[at], SimulatedFlow.Start);
}
