using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Benchmarks.Loading;

/// <summary>
/// The verb load end to end: a switch in real time, a thousand calls alive, every event heard by a client, routed to its island and
/// checked, call monitoring included. An operation is a call of the flow. Starting the switch, with its DNs, is in it; recording is not.
/// </summary>
[Runs(warmups: 4, iterations: 11)]
public class LoadBenchmarks
{
    private const int Calls = 20_000;

    [Params("basic", LoadFlows.Mix)]
    public string Flow { get; set; } = "basic";

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task Load()
    {
        var status = await Scenarios.Loading.Load.Run(
            new LoadOptions { Flow = Flow, Calls = Calls, Concurrency = 1_000, Seed = 1 },
            new LoadOutputs(TextWriter.Null, Console.Error),
            plan => RunningSwitch.Start(plan),
            CancellationToken.None);
        if (status != 0) throw new InvalidOperationException("The load went wrong: its figures are none");
    }
}
