using Akka.Actor;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>
/// Sixteen pairs of actors, a hundred messages in flight in each, sent back and forth with their senders. An operation is one
/// message handled; the messages are always the same object, so the garbage is the kernel's alone.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class PingPongBenchmarks : KernelBenchmarks
{
    private const int Pairs = 16;
    private const int InFlight = 100;
    private const int MessagesOfEach = 500_000;

    private IActorRef[] _pingers = [];

    protected override void Prepare() => _pingers =
    [
        .. Enumerable.Range(0, Pairs).Select(_ =>
        {
            var ponger = System.ActorOf(Systems.Of(() => new Ponger()));
            return System.ActorOf(Systems.Of(() => new Pinger(ponger, MessagesOfEach / 2, Done)));
        }),
    ];

    [Benchmark(OperationsPerInvoke = Pairs * MessagesOfEach)]
    public void PingPong()
    {
        foreach (var pinger in _pingers) pinger.Tell(Begin.Instance, ActorRefs.NoSender);
        for (var pair = 0; pair < Pairs; pair++) Done.Wait();
    }

    private sealed class Pinger(IActorRef ponger, int pings, SemaphoreSlim done) : UntypedActor
    {
        private int _sent;
        private int _heard;

        protected override void OnReceive(object message)
        {
            if (message is Begin)
            {
                (_sent, _heard) = (InFlight, 0);
                for (var i = 0; i < InFlight; i++) ponger.Tell(Ping.Instance, Self);
                return;
            }

            if (++_heard == pings) done.Release();
            if (_sent++ < pings) Sender.Tell(Ping.Instance, Self);
        }
    }

    private sealed class Ponger : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed record Begin
    {
        public static Begin Instance { get; } = new();
    }

    private sealed record Ping
    {
        public static Ping Instance { get; } = new();
    }
}
