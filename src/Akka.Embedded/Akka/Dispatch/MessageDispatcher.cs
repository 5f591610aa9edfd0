using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Dispatch;

/// <summary>Runs the turns of actors. A dispatcher of one's own overrides <see cref="ExecuteTask"/>.</summary>
public abstract class MessageDispatcher
{
    public const int DefaultThroughput = 100;

    private long _inhabitants;
    private int _shutdownDue;
    private ActorSystemImpl _system;

    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        Configurator = configurator;
        Throughput = DefaultThroughput;
    }

    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>If set, a turn ends after one message, whatever the value: Akka.NET compares it with the clock itself.</summary>
    public long? ThroughputDeadlineTime { get; protected set; }

    /// <summary>A turn handles one message more than this.</summary>
    public int Throughput { get; set; }

    public TimeSpan ShutdownTimeout { get; protected set; }

    internal ActorSystemImpl SystemImpl => _system ??= (ActorSystemImpl)Configurator.Prerequisites.Settings.System;

    public void Schedule(Action run) => ExecuteTask(new ActionRunnable(run));

    /// <summary>Makes an actor's first turn due.</summary>
    public virtual void Attach(ActorCell cell)
    {
        Register();
        ExecuteTask(cell);
    }

    /// <summary>Closes the mailbox of an actor that has stopped.</summary>
    public virtual void Detach(ActorCell cell)
    {
        cell.CloseMailbox();
        Unregister();
    }

    internal void Execute(IRunnable run) => ExecuteTask(run);

    internal virtual Turn BeginTurn() => new(Math.Max(1, Throughput), ThroughputDeadlineTime.HasValue);

    internal virtual void Register() => Interlocked.Increment(ref _inhabitants);

    internal virtual void Unregister()
    {
        if (Interlocked.Decrement(ref _inhabitants) > 0 || Interlocked.Exchange(ref _shutdownDue, 1) == 1)
            return;
        try
        {
            Configurator.Prerequisites.Scheduler.Advanced.ScheduleOnce(ShutdownTimeout, ShutdownIfDeserted);
        }
        catch (SchedulerException)
        {
            Shutdown();
        }
    }

    protected abstract void ExecuteTask(IRunnable run);

    protected abstract void Shutdown();

    private void ShutdownIfDeserted()
    {
        Volatile.Write(ref _shutdownDue, 0);
        if (Interlocked.Read(ref _inhabitants) == 0)
            Shutdown();
    }
}
