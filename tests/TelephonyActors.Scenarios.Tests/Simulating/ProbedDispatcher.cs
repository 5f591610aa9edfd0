using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

/// <summary>What Akka.NET hands to a dispatcher, as <see cref="ProbedDispatcher"/> takes it down, which works as the simulation's.</summary>
internal sealed class DispatcherProbe(Simulation simulation, long? deadline) : Setup
{
    /// <summary>Names the probed dispatcher; an actor asks for it with <c>WithDispatcher("probed")</c>.</summary>
    public static Config Hocon { get; } = ConfigurationFactory.ParseString(
        $"probed.type = \"{typeof(ProbedDispatcherConfigurator).FullName}, {typeof(ProbedDispatcherConfigurator).Assembly.GetName().Name}\"");

    public Simulation Simulation { get; } = simulation;

    /// <summary>The deadline of a turn; null leaves the one that Akka.NET has for a dispatcher that sets none.</summary>
    public long? Deadline { get; } = deadline;

    public List<object?> Attached { get; } = [];

    public List<object?> Detached { get; } = [];

    public List<object> Executed { get; } = [];
}

/// <summary>Akka.NET makes it by reflection, so it is public.</summary>
public sealed class ProbedDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ProbedDispatcher _dispatcher;

    public ProbedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new ProbedDispatcher(this, prerequisites.Settings.Setup.Get<DispatcherProbe>().Value);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}

internal sealed class ProbedDispatcher : MessageDispatcher
{
    private readonly DispatcherProbe _probe;

    public ProbedDispatcher(MessageDispatcherConfigurator configurator, DispatcherProbe probe)
        : base(configurator)
    {
        _probe = probe;
        Throughput = 1;
        if (probe.Deadline is { } deadline) ThroughputDeadlineTime = deadline;
    }

    public override void Attach(ActorCell cell)
    {
        _probe.Attached.Add(cell.Mailbox);
        _probe.Simulation.Queue.Enter(cell.Mailbox!);
        base.Attach(cell);
    }

    public override void Detach(ActorCell cell)
    {
        _probe.Detached.Add(cell.Mailbox);
        _probe.Simulation.Queue.Leave(cell.Mailbox!);
        base.Detach(cell);
    }

    protected override void ExecuteTask(IRunnable run)
    {
        _probe.Executed.Add(run);
        _probe.Simulation.Queue.Add(run);
    }

    protected override void Shutdown()
    {
    }
}
