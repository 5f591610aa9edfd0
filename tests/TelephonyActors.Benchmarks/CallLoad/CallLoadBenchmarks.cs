using Akka.Actor;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Kernel;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.CallLoad;

/// <summary>
/// What a call asks of the kernel, without any telephony: a thousand callers, each with a callee, make one call after the other. An
/// operation is one call: 15 messages, all fresh, 8 publishes on the event stream, and an actor created with Props of its own and
/// stopped by the caller. It ends when each subscriber has handled the last event.
/// </summary>
[Runs(warmups: 5, iterations: 11)]
public class CallLoadBenchmarks : KernelBenchmarks
{
    private const int Callers = 1_000;
    private const int CallsOfEach = 200;
    private const int EventsOfACall = 8;

    private IActorRef[] _callers = [];

    [Params(1, 3)]
    public int Subscribers { get; set; }

    protected override void Prepare()
    {
        for (var i = 0; i < Subscribers; i++)
        {
            var subscriber = System.ActorOf(Systems.Of(() => new Counter(Callers * CallsOfEach * EventsOfACall, Done)));
            System.EventStream.Subscribe(subscriber, typeof(LoadEvent));
        }

        _callers =
        [
            .. Enumerable.Range(0, Callers).Select(_ =>
            {
                var callee = System.ActorOf(Systems.Of(() => new Callee()));
                return System.ActorOf(Systems.Of(() => new Caller(callee)));
            }),
        ];
    }

    [Benchmark(OperationsPerInvoke = Callers * CallsOfEach)]
    public void Calls()
    {
        foreach (var caller in _callers) caller.Tell(new Dial(CallsOfEach), ActorRefs.NoSender);
        for (var i = 0; i < Subscribers; i++) Done.Wait();
    }
}
