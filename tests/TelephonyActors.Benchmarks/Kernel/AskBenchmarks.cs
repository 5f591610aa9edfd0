using Akka.Actor;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>
/// Questions to one actor, awaited, without time limit: one after the other, or by sixty-four askers side by side. An operation is
/// one question with its answer; both are always the same object, so the garbage is that of asking.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class AskBenchmarks : KernelBenchmarks
{
    private const int Questions = 200_000;
    private const int Askers = 64;

    private IActorRef _answering = ActorRefs.Nobody;

    protected override void Prepare() => _answering = System.ActorOf(Systems.Of(() => new Answering()));

    [Benchmark(OperationsPerInvoke = Questions)]
    public Task Sequential() => Task.Run(() => AskAll(Questions));

    [Benchmark(OperationsPerInvoke = Questions)]
    public Task Concurrent() => Task.WhenAll(Enumerable.Range(0, Askers).Select(_ => Task.Run(() => AskAll(Questions / Askers))));

    private async Task AskAll(int questions)
    {
        for (var i = 0; i < questions; i++) await _answering.Ask<Answer>(Question.Instance);
    }

    private sealed class Answering : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Answer.Instance, Self);
    }

    private sealed record Question
    {
        public static Question Instance { get; } = new();
    }

    private sealed record Answer
    {
        public static Answer Instance { get; } = new();
    }
}
