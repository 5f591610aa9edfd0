using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// A switch in a <see cref="Simulation"/>: started through Akka.Hosting as in production, but on the calling thread and in virtual
/// time. Disposing it terminates it and leaves nothing.
/// </summary>
public sealed class SimulatedSwitch : IDisposable
{
    /// <summary>The ConnID of the first call, unless told otherwise.</summary>
    public const ulong FirstConnID = 0x0070_028E_1A3C_4001;

    // Every call has an actor of its own, so that whoever looks at one, or has it fail, finds it by its ConnID.
    private static readonly Config _named = ConfigurationFactory.ParseString("telephony-actors.kept-call-actors = 0");
    private static readonly Lazy<Config> _hocon = new(() => SimulationSetup.Hocon.WithFallback(_named).WithFallback(HoconFiles.Config));

    private readonly ServiceProvider _services;

    private SimulatedSwitch(Simulation simulation, ServiceProvider services)
    {
        Simulation = simulation;
        _services = services;
        System = services.GetRequiredService<ActorSystem>();
        Switch = services.GetRequiredService<ISwitch>();
    }

    /// <summary>When virtual time begins (contract, A step).</summary>
    public static DateTimeOffset Epoch { get; } = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The switch as every client and phone sees it.</summary>
    public ISwitch Switch { get; }

    /// <summary>Its actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>What it runs in.</summary>
    public Simulation Simulation { get; }

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now => Simulation.Now;

    /// <summary>Starts a switch and lets it come to rest.</summary>
    /// <param name="plan">What is emulated.</param>
    /// <param name="choice">Which actor goes next; in turn unless told otherwise.</param>
    /// <param name="log">Hears what the actor system logs as a warning or an error; nobody does where it is null.</param>
    /// <param name="firstConnID">The ConnID of the first call; the following ones count from it.</param>
    /// <param name="record">Records the switch; null: nobody does.</param>
    public static SimulatedSwitch Start(
        SwitchPlan plan,
        Choice? choice = null,
        Action<LogEvent>? log = null,
        ulong firstConnID = FirstConnID,
        Func<Simulation, SimulatedRecording>? record = null)
    {
        var simulation = new Simulation(Epoch, choice ?? Choice.InTurn());
        var recording = record?.Invoke(simulation);
        var services = simulation.Run(() => Services(plan, simulation, firstConnID, recording).BuildServiceProvider());
        var system = simulation.Run(services.GetRequiredService<ActorSystem>);
        if (log is not null)
            Listen(system, log);
        if (recording is not null)
        {
            // Older than the entities, the actors that record take their turns without changing whose turn comes next.
            simulation.Run(() => recording.Start(system));
            simulation.Settle();
        }

        foreach (var hosted in services.GetServices<IHostedService>())
            simulation.Await(() => hosted.StartAsync(CancellationToken.None));
        simulation.Settle();
        return new SimulatedSwitch(simulation, services);
    }

    /// <summary>Lets the switch do everything that it has to do at this moment.</summary>
    public void Settle() => Simulation.Settle();

    /// <summary>Lets time pass; a timer due at the last moment still fires.</summary>
    public void Advance(TimeSpan span) => Simulation.Advance(span);

    public void Dispose()
    {
        Simulation.Stop(System);
        _services.Dispose();
    }

    // What the generic host would register around the actor system, without its configuration, logging and lifetime.
    private static ServiceCollection Services(SwitchPlan plan, Simulation simulation, ulong firstConnID, SimulatedRecording? recording)
    {
        var services = new ServiceCollection();
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IHostApplicationLifetime, NoLifetime>();
        services.AddSwitch(plan, firstConnID);
        if (recording is not null) services.AddSingleton(recording.Recorder);
        services.AddAkka("switch", (builder, provider) => builder
            .AddHocon(_hocon.Value, HoconAddMode.Prepend)
            .AddSetup(new SimulationSetup(simulation))
            .WithSwitch(provider));
        return services;
    }

    private static void Listen(ActorSystem system, Action<LogEvent> log)
    {
        var listener = ((ExtendedActorSystem)system).SystemActorOf(Props.CreateBy(new ListenerProducer(log)), "simulation-log");
        system.EventStream.Subscribe(listener, typeof(Error));
        system.EventStream.Subscribe(listener, typeof(Warning));
    }

    private sealed class ListenerProducer(Action<LogEvent> log) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Listener);

        public ActorBase Produce() => new Listener(log);

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class Listener(Action<LogEvent> log) : UntypedActor
    {
        protected override void OnReceive(object message) => log((LogEvent)message);
    }

    /// <summary>Nobody waits for a simulated switch as for a process.</summary>
    private sealed class NoLifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
