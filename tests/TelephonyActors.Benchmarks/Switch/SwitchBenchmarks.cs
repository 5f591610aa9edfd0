using Akka.Hosting;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.Scenarios.Simulating;
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

    private ServiceProvider? _services;
    private PairOfPhones[] _pairs = [];

    private SemaphoreSlim Done { get; } = new(0);

    [GlobalSetup]
    public async Task Start()
    {
        _services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IHostApplicationLifetime, NoLifetime>()
            .AddSwitch(BasicCall.Plan(Pairs), SimulatedSwitch.FirstConnID)
            .AddAkka("switch", (builder, provider) => builder.AddHocon(HoconFiles.Config, HoconAddMode.Prepend).WithSwitch(provider))
            .BuildServiceProvider();
        foreach (var hosted in _services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);

        var running = _services.GetRequiredService<ISwitch>();
        _ = new Monitoring(running);
        _pairs = [.. Enumerable.Range(0, Pairs).Select(pair => new PairOfPhones(running, pair, Done))];
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        foreach (var hosted in _services!.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
        await _services!.DisposeAsync();
    }

    [Benchmark(OperationsPerInvoke = Pairs * CallsOfEach)]
    public void BasicCalls()
    {
        foreach (var pair in _pairs) pair.MakeCalls(CallsOfEach);
        for (var i = 0; i < Pairs; i++) Done.Wait();
    }

    private sealed class NoLifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
