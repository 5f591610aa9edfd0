using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Actors;

/// <summary>A test class whose actor system runs on the test's own thread and time.</summary>
public abstract class SimulatedSpec
{
    private const string Quiet =
        """
        akka.loggers = []
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        """;

    protected SimulatedSpec()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        System = StartSystem(Simulated);
        Simulated.Run();
        Report = System.ActorOf(Props.CreateBy(new Producer<Recorder>(() => new Recorder(Reported))));
        Simulated.Run();
    }

    protected Simulation Simulated { get; } = new();

    protected ActorSystem System { get; }

    /// <summary>Records what it is told in <see cref="Reported"/>.</summary>
    protected IActorRef Report { get; }

    protected List<object> Reported { get; } = [];

    protected static ActorSystem StartSystem(Simulation simulation)
    {
        var bootstrap = BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString(Simulation.Hocon + "\n" + Quiet));
        return SimulatedScheduler.Start(simulation, "simulated", ActorSystemSetup.Create(bootstrap));
    }

    protected static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    protected IActorRef Start<TActor>(Func<TActor> make)
        where TActor : ActorBase
    {
        var actor = System.ActorOf(Props.CreateBy(new Producer<TActor>(make)));
        Simulated.Run();
        return actor;
    }

    /// <summary>Asserts what has been reported since the last time.</summary>
    protected void AssertReported(params object[] expected)
    {
        Simulated.Run();
        Assert.Equal(expected, Reported);
        Reported.Clear();
    }

    private sealed class Recorder(List<object> recorded) : UntypedActor
    {
        protected override void OnReceive(object message) => recorded.Add(message);
    }
}
