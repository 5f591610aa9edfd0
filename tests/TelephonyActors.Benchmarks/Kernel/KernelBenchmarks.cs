using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>A benchmark with an actor system of its own.</summary>
public abstract class KernelBenchmarks
{
    private ActorSystem? _system;

    protected ActorSystem System => _system!;

    /// <summary>Released when what a run has caused is done.</summary>
    protected SemaphoreSlim Done { get; } = new(0);

    [GlobalSetup]
    public void Start()
    {
        _system = Systems.Start();
        Prepare();
    }

    [GlobalCleanup]
    public void End() => Systems.End(System);

    protected abstract void Prepare();
}
