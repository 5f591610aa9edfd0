using Akka.Actor;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>
/// One million idle actors under one parent, with generated names. "Kept" is what the heap grew by, divided by a million: instance,
/// reference, context, mailbox and the parent's entry. The time is that of creating them.
/// </summary>
[Runs(warmups: 1, iterations: 3)]
public class FootprintBenchmarks
{
    private const int Actors = 1_000_000;

    // A parent makes this many, then looks at what else there is.
    private const int AtATime = 1_000;

    private ActorSystem? _system;
    private long _before;

    private SemaphoreSlim Started { get; } = new(0);

    [IterationSetup]
    public void Start()
    {
        _system = Systems.Start();
        Make(_system, () => new Empty(), AtATime);
        Make(_system, () => new Eight(), AtATime);
        _before = GC.GetTotalMemory(forceFullCollection: true);
    }

    [IterationCleanup]
    public void End()
    {
        Retained.BytesPerOperation = (GC.GetTotalMemory(forceFullCollection: true) - _before) / (double)Actors;
        Systems.End(_system!);
        _system = null;
    }

    [Benchmark(OperationsPerInvoke = Actors)]
    public void EmptyUntypedActor() => Make(_system!, () => new Empty(), Actors);

    [Benchmark(OperationsPerInvoke = Actors)]
    public void ReceiveActorOfEightHandlers() => Make(_system!, () => new Eight(), Actors);

    private void Make<TActor>(ActorSystem system, Func<TActor> make, int actors)
        where TActor : ActorBase
    {
        var left = actors;
        var child = Systems.Of(() =>
        {
            var actor = make();
            if (Interlocked.Decrement(ref left) == 0) Started.Release();
            return actor;
        });
        system.ActorOf(Systems.Of(() => new Parent(child))).Tell(actors, ActorRefs.NoSender);
        Started.Wait();
    }

    private sealed class Parent(Props child) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var left = (int)message;
            for (var i = 0; i < AtATime; i++) Context.ActorOf(child);
            if (left > AtATime) Self.Tell(left - AtATime, ActorRefs.NoSender);
        }
    }

    private sealed class Empty : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Eight : ReceiveActor
    {
        public Eight()
        {
            Receive<sbyte>(m => Take(m));
            Receive<byte>(m => Take(m));
            Receive<short>(m => Take(m));
            Receive<ushort>(m => Take(m));
            Receive<int>(m => Take(m));
            Receive<uint>(m => Take(m));
            Receive<long>(m => Take(m));
            Receive<string>(m => Take(m));
        }

        // Of the instance, so that the handlers are over 'this'.
        private void Take(object message) => Sender.Tell(message, Self);
    }
}
