using Akka.Actor;
using Akka.Configuration;

namespace TelephonyActors.Benchmarks.Kernel;

/// <summary>Actor systems that log nothing.</summary>
internal static class Systems
{
    private const string Quiet =
        """
        akka.loggers = []
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        """;

    public static ActorSystem Start() => ActorSystem.Create("benchmark", ConfigurationFactory.ParseString(Quiet));

    public static void End(ActorSystem system) => system.Terminate().Wait();

    public static Props Of<TActor>(Func<TActor> make)
        where TActor : ActorBase =>
        Props.CreateBy(new Producer<TActor>(make));

    private sealed class Producer<TActor>(Func<TActor> make) : IIndirectActorProducer
        where TActor : ActorBase
    {
        public Type ActorType => typeof(TActor);

        public ActorBase Produce() => make();

        public void Release(ActorBase actor)
        {
        }
    }
}

/// <summary>Counts what it is sent and says when it is as much as expected, again and again.</summary>
internal sealed class Counter(int expected, SemaphoreSlim reached) : UntypedActor
{
    private int _count;

    protected override void OnReceive(object message)
    {
        if (++_count < expected) return;

        _count = 0;
        reached.Release();
    }
}
