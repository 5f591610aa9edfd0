using Akka.Actor;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>
/// Actors of an empty class, with generated names, created and then stopped by their parent. An operation is one actor; it includes
/// its start, its end and the parent's being told of it, and ends when the last parent has no child left and has stopped itself.
/// </summary>
[Runs(warmups: 4, iterations: 11)]
public class LifecycleBenchmarks : KernelBenchmarks
{
    private const int Actors = 200_000;

    // A parent does this many, then lets others have a turn.
    private const int AtATime = 100;

    [Params(1, 1000)]
    public int Parents { get; set; }

    [Benchmark(OperationsPerInvoke = Actors)]
    public void CreateAndStop()
    {
        for (var i = 0; i < Parents; i++)
            System.ActorOf(Systems.Of(() => new Parent(Actors / Parents, Done))).Tell(Continue.Instance, ActorRefs.NoSender);
        for (var i = 0; i < Parents; i++) Done.Wait();
    }

    protected override void Prepare()
    {
    }

    private sealed class Parent(int actors, SemaphoreSlim done) : UntypedActor
    {
        private static readonly Props Child = Systems.Of(() => new Empty());

        private int _left = actors;

        protected override void PostStop() => done.Release();

        protected override void OnReceive(object message)
        {
            for (var i = 0; i < AtATime && _left > 0; i++, _left--) Context.Stop(Context.ActorOf(Child));
            if (_left == 0) Context.Stop(Self);
            else Self.Tell(Continue.Instance, ActorRefs.NoSender);
        }
    }

    private sealed class Empty : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    private sealed record Continue
    {
        public static Continue Instance { get; } = new();
    }
}
