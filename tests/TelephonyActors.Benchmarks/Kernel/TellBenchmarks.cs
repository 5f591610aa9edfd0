using Akka.Actor;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>
/// One thread tells one actor. The number includes the message, a fresh record of one integer each time, and ends when the
/// actor has handled the last one.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class TellBenchmarks : KernelBenchmarks
{
    private const int Messages = 2_000_000;

    private IActorRef _counter = ActorRefs.Nobody;

    protected override void Prepare() => _counter = System.ActorOf(Systems.Of(() => new Counter(Messages, Done)));

    [Benchmark(OperationsPerInvoke = Messages)]
    public void Tell()
    {
        for (var i = 0; i < Messages; i++) _counter.Tell(new Told(i), ActorRefs.NoSender);
        Done.Wait();
    }

    private sealed record Told(int Number);
}
