using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

/// <summary>A clock of its own and the queue of turns: what a test gives an actor system so that it runs when told to.</summary>
public sealed class Simulation : Setup
{
    private readonly List<ScheduledWork> _scheduled = [];
    private readonly Queue<IRunnable> _runnable = new();
    private long _number;

    public TimeSpan Now { get; private set; }

    /// <summary>How many turns have run.</summary>
    public int Turns { get; private set; }

    /// <summary>How many mailboxes were attached and detached.</summary>
    public int Attached { get; set; }

    public int Detached { get; set; }

    public bool UsesOnlyOneThread { get; private set; } = true;

    private int Thread { get; } = Environment.CurrentManagedThreadId;

    public static string Hocon { get; } =
        $$"""
        akka.actor.default-dispatcher.type = "{{typeof(SimulatedDispatcherConfigurator).AssemblyQualifiedName}}"
        akka.actor.internal-dispatcher = akka.actor.default-dispatcher
        akka.scheduler.implementation = "{{typeof(SimulatedScheduler).AssemblyQualifiedName}}"
        """;

    public void Enqueue(IRunnable run)
    {
        UsesOnlyOneThread &= Thread == Environment.CurrentManagedThreadId;
        _runnable.Enqueue(run);
    }

    public void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        _scheduled.Add(new ScheduledWork(Now + delay, _number++, interval, action, cancelable));

    /// <summary>Runs one turn; false if there is none.</summary>
    public bool RunTurn()
    {
        if (!_runnable.TryDequeue(out var run))
            return false;
        Turns++;
        run.Run();
        return true;
    }

    /// <summary>Runs turns until none is left.</summary>
    public void Run()
    {
        while (RunTurn())
        {
        }
    }

    /// <summary>Lets time pass; what is due runs in its order, with all that follows from it.</summary>
    public void Advance(TimeSpan time)
    {
        Run();
        Advance(time, Run);
    }

    /// <summary>Lets time pass while nobody gets a turn.</summary>
    public void AdvanceWithoutRunning(TimeSpan time) => Advance(time, static () => { });

    private void Advance(TimeSpan time, Action run)
    {
        var end = Now + time;
        while (_scheduled.Where(w => w.Due <= end).OrderBy(w => w.Due).ThenBy(w => w.Number).FirstOrDefault() is { } work)
        {
            _scheduled.Remove(work);
            if (work.Cancelable is { IsCancellationRequested: true })
                continue;
            Now = work.Due;
            if (work.Interval > TimeSpan.Zero)
                _scheduled.Add(work with { Due = Now + work.Interval, Number = _number++ });
            work.Action();
            run();
        }

        Now = end;
    }

    private sealed record ScheduledWork(TimeSpan Due, long Number, TimeSpan Interval, Action Action, ICancelable? Cancelable);
}

/// <summary>Hands all turns to the <see cref="Simulation"/>, one message a turn.</summary>
public sealed class SimulatedDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly SimulatedDispatcher _dispatcher;

    public SimulatedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new SimulatedDispatcher(this, prerequisites.Settings.Setup.Get<Simulation>().Value);

    public override MessageDispatcher Dispatcher() => _dispatcher;

    private sealed class SimulatedDispatcher : MessageDispatcher
    {
        private readonly Simulation _simulation;

        public SimulatedDispatcher(MessageDispatcherConfigurator configurator, Simulation simulation)
            : base(configurator)
        {
            _simulation = simulation;
            Throughput = 1;
            ThroughputDeadlineTime = 0;
        }

        public override void Attach(ActorCell cell)
        {
            _simulation.Attached++;
            base.Attach(cell);
        }

        public override void Detach(ActorCell cell)
        {
            _simulation.Detached++;
            base.Detach(cell);
        }

        protected override void ExecuteTask(IRunnable run) => _simulation.Enqueue(run);

        protected override void Shutdown()
        {
        }
    }
}

/// <summary>Takes the time from the <see cref="Simulation"/>.</summary>
public sealed class SimulatedScheduler : SchedulerBase
{
    [ThreadStatic]
    private static Simulation? _starting;

    private readonly Simulation _simulation;

    public SimulatedScheduler(Config config, ILoggingAdapter log)
        : base(config, log) =>
        _simulation = _starting!;

    public override TimeSpan MonotonicClock => _simulation.Now;
    public override TimeSpan HighResMonotonicClock => _simulation.Now;
    protected override DateTimeOffset TimeNow => DateTimeOffset.UnixEpoch + _simulation.Now;

    // A scheduler is not told its system's setup.
    public static ActorSystem Start(Simulation simulation, string name, ActorSystemSetup setup)
    {
        _starting = simulation;
        return ActorSystem.Create(name, setup.And(simulation));
    }

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        _simulation.Schedule(delay, TimeSpan.Zero, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        _simulation.Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        _simulation.Schedule(delay, TimeSpan.Zero, action, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        _simulation.Schedule(delay, TimeSpan.Zero, action.Run, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        _simulation.Schedule(initialDelay, interval, action, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        _simulation.Schedule(initialDelay, interval, action.Run, cancelable);
}
