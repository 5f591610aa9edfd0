using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Asking: a message whose answer is a task.</summary>
public static class Futures
{
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>
    /// Asks. The task fails with <see cref="AskTimeoutException"/> if no answer comes in time, and with the cause if the
    /// answer is a <see cref="Status.Failure"/>.
    /// </summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var future = Begin<T>(self, timeout, cancellationToken);
        self.Tell(message, future);
        return future.Task;
    }

    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var future = Begin<T>(self, timeout, cancellationToken);
        self.Tell(messageFactory(future), future);
        return future.Task;
    }

    private static FutureActorRef<T> Begin<T>(ICanTell target, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = ResolveProvider(target) ?? throw new ArgumentException("Unable to resolve the target Provider", nameof(target));
        var future = new FutureActorRef<T>(provider);
        var limit = timeout ?? provider.Settings.AskTimeout;
        if (limit > TimeSpan.Zero || cancellationToken.CanBeCanceled)
            future.Limit(limit, cancellationToken);
        return future;
    }

    private static IActorRefProvider ResolveProvider(ICanTell target) => target switch
    {
        ActorSelection selection => ResolveProvider(selection.Anchor),
        IInternalActorRef actorRef => actorRef.Provider,
        _ => ActorCell.Current?.Provider,
    };
}

/// <summary>Stopping an actor, and knowing when it has stopped.</summary>
public static class GracefulStopSupport
{
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        GracefulStop(target, timeout, PoisonPill.Instance);

    /// <summary>Sends the message and waits for the actor's end; false if it has not come in time.</summary>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        if (target is not IInternalActorRef internalTarget)
        {
            throw new InvalidOperationException(
                $"{target} is not an {typeof(IInternalActorRef)} and cannot be death-watched");
        }

        var watcher = new TerminationWatcher(internalTarget);
        var scheduler = internalTarget.Provider.Settings.System.Scheduler;
        using var giveUp = new Cancelable(scheduler.Advanced);
        if (timeout > TimeSpan.Zero)
            scheduler.Advanced.ScheduleOnce(timeout, watcher.GiveUp, giveUp);

        internalTarget.SendSystemMessage(new Watch(internalTarget, watcher));
        target.Tell(stopMessage, ActorRefs.NoSender);
        var stopped = await watcher.Task;
        giveUp.Cancel();
        internalTarget.SendSystemMessage(new Unwatch(internalTarget, watcher));
        return stopped;
    }
}
