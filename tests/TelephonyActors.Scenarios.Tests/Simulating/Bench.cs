using Akka.Actor;
using Akka.Configuration;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

/// <summary>A simulation with one actor system, and a trace for its actors to write.</summary>
internal sealed class Bench : IDisposable
{
    public Bench(Choice choice)
    {
        Simulation = new Simulation(Epoch, choice);
        System = Simulation.Start("bench", Config.Empty);
    }

    public static DateTimeOffset Epoch { get; } = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    public Simulation Simulation { get; }

    public ActorSystem System { get; }

    public List<string> Trace { get; } = [];

    /// <summary>An actor that does with a message what <paramref name="receive"/> says.</summary>
    public static Props Props(Action<IUntypedActorContext, object> receive, Action? stopped = null) =>
        Akka.Actor.Props.CreateBy(new Producer(receive, stopped));

    /// <summary>A top-level actor that does with a message what <paramref name="receive"/> says.</summary>
    public IActorRef Actor(string name, Action<IUntypedActorContext, object> receive) => System.ActorOf(Props(receive), name);

    public void Dispose() => Simulation.Stop(System);

    private sealed class Producer(Action<IUntypedActorContext, object> receive, Action? stopped) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Puppet);

        public ActorBase Produce() => new Puppet(receive, stopped);

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class Puppet(Action<IUntypedActorContext, object> receive, Action? stopped) : UntypedActor
    {
        protected override void OnReceive(object message) => receive(Context, message);

        protected override void PostStop() => stopped?.Invoke();
    }
}
