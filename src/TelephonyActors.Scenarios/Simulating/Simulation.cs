using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// Runs actor systems on the calling thread, in virtual time: a clock that moves only when nothing else can run, and one actor at a
/// time, chosen by a <see cref="Choice"/>. What happens follows from the program and the choices alone. Built on Akka.NET's own
/// extension points (scheduler, dispatcher, setup). One thread uses a simulation; several simulations run side by side.
/// </summary>
/// <remarks>
/// Outside of it are <see cref="Task.Run(Action)"/>, <c>ConfigureAwait(false)</c> and the machine's clocks; entities and drivers use
/// none of them. What has to work on a thread of its own (a journal) says so with <see cref="Outside"/>.
/// </remarks>
public sealed class Simulation
{
    private readonly SimulationTaskScheduler _tasks;
    private bool _entered;
    private bool _inTurn;

    public Simulation(DateTimeOffset epoch, Choice choice)
    {
        Choice = choice;
        Time = new VirtualTime(epoch);
        Queue = new RunQueue();
        _tasks = new SimulationTaskScheduler(Queue);
    }

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now => Time.Now;

    /// <summary>Timers that have neither fired nor been cancelled.</summary>
    public int PendingTimers => Time.Pending;

    /// <summary>Actors that have been created and have not ended, those of the actor system itself included.</summary>
    public int Actors => Queue.Actors;

    /// <summary>Turns of actors and other work done so far.</summary>
    public long Turns { get; private set; }

    /// <summary>Turns at one moment after which nobody believes any more that the actors come to rest.</summary>
    public long TurnsWithoutRest { get; init; } = 10_000_000;

    /// <summary>What chooses who goes next; at rest it may be replaced, so that one actor system serves for many runs.</summary>
    public Choice Choice { get; set; }

    internal VirtualTime Time { get; }

    internal RunQueue Queue { get; }

    /// <summary>Creates an actor system that runs in this simulation, and lets it come to rest.</summary>
    /// <param name="name">The actor system's name.</param>
    /// <param name="config">Its configuration; <see cref="SimulationSetup.Hocon"/> goes before it.</param>
    /// <param name="setups">Further setups.</param>
    public ActorSystem Start(string name, Config config, params Setup[] setups)
    {
        var setup = setups.Aggregate(
            BootstrapSetup.Create().WithConfig(SimulationSetup.Hocon.WithFallback(config)).And(new SimulationSetup(this)),
            (all, one) => all.And(one));
        var system = Run(() => ActorSystem.Create(name, setup));
        Settle();
        return system;
    }

    /// <summary>Terminates an actor system and forgets what is left: no turn and no timer of it stays behind.</summary>
    public void Stop(ActorSystem system)
    {
        Await(system.Terminate);
        Settle();
        Queue.Clear();
        Time.Clear();
    }

    /// <summary>
    /// Sets the clock back to the beginning and forgets every timer. At rest, between two runs that one actor system serves for.
    /// </summary>
    public void Rewind()
    {
        Time.Clear();
        Time.MoveTo(TimeSpan.Zero);
    }

    /// <summary>Sets the clock to a moment of the past, for a program that goes on from there; before anything has run.</summary>
    public void Rewind(DateTimeOffset moment) => Time.MoveTo(moment - Time.Epoch);

    /// <summary>
    /// Runs <paramref name="action"/> as the outside world: on this thread, its continuations in the simulation. Telling an actor
    /// something needs no such frame; what makes tasks does.
    /// </summary>
    public void Run(Action action)
    {
        if (_inTurn)
            throw new InvalidOperationException("An actor cannot run the simulation that it runs in.");
        if (_entered)
        {
            action();
            return;
        }

        _entered = true;
        try
        {
            _tasks.Run(action);
        }
        finally
        {
            _entered = false;
        }
    }

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> function)
    {
        var result = default(T);
        Run(() => { result = function(); });
        return result!;
    }

    /// <summary>Begins a task and runs what can run until it has completed; no time passes.</summary>
    /// <exception cref="InvalidOperationException">Everything came to rest and the task has not completed.</exception>
    public void Await(Func<Task> begin) => Run(() =>
    {
        var task = begin();
        while (!task.IsCompleted)
        {
            if (!Step())
                throw new InvalidOperationException($"Nothing is left to run at {Now:O}, and what was awaited has not completed.");
        }

        task.GetAwaiter().GetResult();
    });

    /// <summary>Runs everything that can run at this moment, timers due now included, until nothing is left.</summary>
    public void Settle() => Run(() =>
    {
        var end = Turns + TurnsWithoutRest;
        while (Step())
        {
            if (Turns > end)
                throw new NotAtRestException($"The actors do not come to rest at {Now:O}.");
        }
    });

    /// <summary>
    /// Lets time pass: everything runs that can run at each moment at which a timer is due, up to and including the last one.
    /// </summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var end = Time.Elapsed + span;
        Settle();
        while (Time.TryNextDue(out var due) && due <= end)
        {
            Time.MoveTo(due);
            Settle();
        }

        Time.MoveTo(end);
    }

    /// <summary>
    /// Does one thing: a turn of an actor, a continuation, or, where nothing else can run, the timers due now. False when nothing is
    /// left to do at this moment; work <see cref="Outside"/> is waited for.
    /// </summary>
    public bool Step()
    {
        if (_inTurn || !_entered)
            return Run(Step);
        if (Queue.TryTake(Choice, out var next))
        {
            Turn(next);
            return true;
        }

        if (Queue.WaitForOutside())
            return true;
        return FireDue();
    }

    /// <summary>
    /// Says that work has begun on a thread outside of the simulation; time stands still until the result is disposed, which has to
    /// be after the work told its outcome to an actor.
    /// </summary>
    public IDisposable Outside() => new OutsideWork(Queue);

    private bool FireDue()
    {
        if (!Time.FireNext())
            return false;
        while (Choice.TimersRace && Time.FireNext())
        {
        }

        return true;
    }

    private void Turn(object next)
    {
        Turns++;
        _inTurn = true;
        try
        {
            if (next is Task task)
                _tasks.Execute(task);
            else
                ((IRunnable)next).Run();
        }
        finally
        {
            _inTurn = false;
        }
    }

    private sealed class OutsideWork : IDisposable
    {
        private RunQueue? _queue;

        public OutsideWork(RunQueue queue)
        {
            _queue = queue;
            queue.BeginOutside();
        }

        public void Dispose() => Interlocked.Exchange(ref _queue, null)?.EndOutside();
    }
}
