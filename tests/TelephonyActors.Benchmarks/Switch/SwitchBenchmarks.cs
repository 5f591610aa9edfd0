using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.Scenarios.Loading;
using TelephonyActors.Switch;

namespace TelephonyActors.Benchmarks.Switch;

/// <summary>
/// The switch as a host runs it, through <see cref="ISwitch"/>: a thousand clients of two DNs each, driven by what they hear, and
/// one that monitors every call. An operation is a basic call: three requests, every event delivered, the call's actor created and
/// stopped. Recording, link and JSON are not in it.
/// </summary>
[Runs(warmups: 4, iterations: 11)]
public class SwitchBenchmarks
{
    private const int Pairs = 1_000;
    private const int CallsOfEach = 20;

    private RunningSwitch? _running;
    private PairOfPhones[] _pairs = [];

    private SemaphoreSlim Done { get; } = new(0);

    [GlobalSetup]
    public async Task Start()
    {
        _running = await RunningSwitch.Start(BasicCall.Plan(Pairs));
        _ = new Monitoring(_running.Switch);
        _pairs = [.. Enumerable.Range(0, Pairs).Select(pair => new PairOfPhones(_running.Switch, pair, Done))];
    }

    [GlobalCleanup]
    public async Task Stop() => await _running!.DisposeAsync();

    [Benchmark(OperationsPerInvoke = Pairs * CallsOfEach)]
    public void BasicCalls()
    {
        foreach (var pair in _pairs) pair.MakeCalls(CallsOfEach);
        for (var i = 0; i < Pairs; i++) Done.Wait();
    }
}
