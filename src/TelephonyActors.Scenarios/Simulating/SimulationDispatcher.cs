using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>Makes the one dispatcher of a simulated actor system (<c>type</c> of <c>akka.actor.default-dispatcher</c>).</summary>
public sealed class SimulationDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly SimulationDispatcher _dispatcher;

    public SimulationDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var setup = prerequisites.Settings.Setup.Get<SimulationSetup>();
        if (!setup.HasValue)
            throw new ConfigurationException("A simulated actor system is created with a SimulationSetup.");
        var simulation = setup.Value.Simulation;
        ((VirtualScheduler)prerequisites.Scheduler).Keep(simulation.Time);
        _dispatcher = new SimulationDispatcher(this, simulation.Queue);
    }

    public override MessageDispatcher Dispatcher() => _dispatcher;
}

/// <summary>Queues every mailbox that has become runnable for the simulation's thread. A turn handles one message.</summary>
internal sealed class SimulationDispatcher : MessageDispatcher
{
    private readonly RunQueue _queue;

    public SimulationDispatcher(MessageDispatcherConfigurator configurator, RunQueue queue)
        : base(configurator)
    {
        _queue = queue;
        Throughput = 1;
        // A throughput of 1 alone handles two messages in a turn; a deadline that has always passed ends it after the first.
        ThroughputDeadlineTime = 0;
    }

    public override void Attach(ActorCell cell)
    {
        _queue.Enter(cell.Mailbox!);
        base.Attach(cell);
    }

    public override void Detach(ActorCell cell)
    {
        _queue.Leave(cell.Mailbox!);
        base.Detach(cell);
    }

    protected override void ExecuteTask(IRunnable run) => _queue.Add(run);

    protected override void Shutdown()
    {
    }
}
