using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>
/// One thread publishes on the event stream. An operation is one publish, of a fresh record of one integer; it includes the
/// delivery, and ends when every subscriber has handled the last one.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class PublishBenchmarks : KernelBenchmarks
{
    private const int Events = 1_000_000;

    [Params(1, 3)]
    public int Subscribers { get; set; }

    protected override void Prepare()
    {
        for (var i = 0; i < Subscribers; i++)
            System.EventStream.Subscribe(System.ActorOf(Systems.Of(() => new Counter(Events, Done))), typeof(Happened));
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public void Publish()
    {
        var stream = System.EventStream;
        for (var i = 0; i < Events; i++) stream.Publish(new Happened(i));
        for (var i = 0; i < Subscribers; i++) Done.Wait();
    }

    private sealed record Happened(int Number);
}
