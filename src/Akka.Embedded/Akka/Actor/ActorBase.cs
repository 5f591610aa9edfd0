using Akka.Event;

namespace Akka.Actor;

/// <summary>An actor: state, behaviour and lifecycle. It handles one message at a time.</summary>
public abstract class ActorBase
{
    // One field for two things that exclude each other: the supervisor strategy while the actor lives, and once it has
    // been cleared the reference that it then takes for its own.
    private object _strategyOrClearedSelf;

    protected ActorBase()
    {
        if (ActorCell.Current is not { } cell)
        {
            throw new ActorInitializationException(
                "Do not create actors using 'new', always create them using an ActorContext/System");
        }

        if (this is IWithTimers withTimers)
        {
            cell.ForgetTimers();
            withTimers.Timers = cell;
        }
    }

    protected static IActorContext Context
    {
        get
        {
            var cell = ActorCell.Current;
            if (cell is null)
            {
                throw new NotSupportedException(
                    "There is no active ActorContext, this is most likely due to use of async operations from within this actor.");
            }

            return cell.ActorHasBeenCleared ? null : cell;
        }
    }

    protected IActorRef Self => _strategyOrClearedSelf as IActorRef ?? Context.Self;

    protected IActorRef Sender => Context.Sender;

    internal SupervisorStrategy SupervisorStrategyInternal
    {
        get
        {
            if (_strategyOrClearedSelf is SupervisorStrategy strategy)
                return strategy;
            strategy = SupervisorStrategy();
            _strategyOrClearedSelf ??= strategy;
            return strategy;
        }
    }

    public virtual void AroundPreStart() => PreStart();

    public virtual void AroundPreRestart(Exception cause, object message)
    {
        CancelTimers();
        PreRestart(cause, message);
    }

    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    public virtual void AroundPostStop()
    {
        CancelTimers();
        PostStop();
    }

    /// <summary>What happens around the handling of a message; extensions of the kernel's actors override it.</summary>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        if (message is TimerMessage timed && !TakeTimerMessage(timed, out message))
            return true;

        var handled = receive(message);
        if (!handled)
            Unhandled(message);
        return handled;
    }

    internal bool InvokeReceive(object message) => Receive(message);

    internal void InvokeUnhandled(object message) => Unhandled(message);

    internal Receive OwnReceive() => Receive;

    /// <summary>Unwraps a timer's message; false if nothing is left to do, above all if the timer is no longer active.</summary>
    internal bool TakeTimerMessage(TimerMessage timed, out object message)
    {
        message = null;
        var cell = ActorCell.Current;
        if (!cell.TryTake(timed))
            return false;

        message = timed.Message;
        if (message is IAutoReceivedMessage)
        {
            cell.AutoReceiveMessage(message);
            return false;
        }

        // What is stashed must be the message, not its wrapping.
        if (this is IActorStash)
            cell.ReplaceMessageInHand(message);
        return true;
    }

    internal void AfterIncarnated(ActorCell cell, SupervisorStrategy strategy)
    {
        if (strategy is not null)
            _strategyOrClearedSelf = strategy;
        if (this is IActorStash { Stash: null } stashing)
            stashing.Stash = new ActorStash(cell);
        Initialize();
    }

    internal void BeforeIncarnated() => (this as IActorStash)?.Stash?.UnstashAll();

    internal void Clear(IActorRef self) => _strategyOrClearedSelf = self;

    internal void Unclear() => _strategyOrClearedSelf = null;

    /// <summary>Called once the constructor has run.</summary>
    private protected virtual void Initialize()
    {
    }

    protected abstract bool Receive(object message);

    /// <summary>A <see cref="Terminated"/> that is not handled is a failure; everything else is published.</summary>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
            throw new DeathPactException(terminated.ActorRef);
        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    protected virtual void PreStart()
    {
    }

    protected virtual void PostStop()
    {
    }

    /// <summary>On the failed instance: stops all children, then behaves as if the actor had stopped.</summary>
    protected virtual void PreRestart(Exception reason, object message)
    {
        var context = Context;
        foreach (var child in context.GetChildren())
        {
            context.Unwatch(child);
            context.Stop(child);
        }

        PostStop();
    }

    /// <summary>On the fresh instance: behaves as if the actor had been started.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    protected void BecomeStacked(Receive receive) => Context.BecomeStacked(receive);

    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);

    private void CancelTimers() => (this as IWithTimers)?.Timers?.CancelAll();
}
