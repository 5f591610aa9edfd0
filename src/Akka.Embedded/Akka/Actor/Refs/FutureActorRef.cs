using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The sender of a question: a reference that waits for one answer. It has a path only if one is asked for.</summary>
internal sealed class FutureActorRef<T>(IActorRefProvider provider) : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorPath _path;
    private ICancelable _timeout;
    private CancellationTokenRegistration _cancellation;

    public Task<T> Task => _answer.Task;

    public override IActorRefProvider Provider => provider;
    public override IInternalActorRef Parent => provider.TempContainer;
    public override ActorPath Path => _path ?? Register();

    /// <summary>Fails the question after a time of the scheduler, or when the token says so.</summary>
    public void Limit(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout > TimeSpan.Zero)
            ArmTimeout(timeout);
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.Register(static (state, token) =>
            {
                var future = (FutureActorRef<T>)state;
                if (future._answer.TrySetCanceled(token))
                    future.Finish();
            }, this);
        }
    }

    public override void SendSystemMessage(ISystemMessage message) => TellInternal(message, null);

    protected override void TellInternal(object message, IActorRef sender)
    {
        var handled = message switch
        {
            ISystemMessage => _answer.TrySetException(new InvalidOperationException(
                $"system message of type '{message.GetType().Name}' is invalid for {nameof(FutureActorRef<T>)}")),
            T answer => _answer.TrySetResult(answer),
            null => _answer.TrySetResult(default),
            Status.Failure failure => _answer.TrySetException(
                failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
            _ => FailWrongType(message),
        };

        if (handled)
            Finish();
        else if (!_answer.Task.IsCanceled)
            provider.DeadLetters.Tell(message ?? default(T), this);
    }

    // The answer of the wrong type is a dead letter, too.
    private bool FailWrongType(object message)
    {
        if (_answer.TrySetException(new ArgumentException(
            $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")))
        {
            Finish();
        }

        return false;
    }

    private void ArmTimeout(TimeSpan timeout)
    {
        try
        {
            var scheduler = provider.Settings.System.Scheduler;
            _timeout = scheduler.Advanced.ScheduleOnceCancelable(timeout, () => FailTimeout(timeout));
        }
        catch (SchedulerException)
        {
            // The system has ended: nobody will answer any more.
            FailTimeout(timeout);
        }
    }

    private void FailTimeout(TimeSpan timeout)
    {
        if (_answer.TrySetException(new AskTimeoutException($"Timeout after {timeout.TotalSeconds:F2} seconds")))
            Finish();
    }

    private ActorPath Register()
    {
        var path = provider.TempPath();
        var existing = Interlocked.CompareExchange(ref _path, path, null);
        if (existing is not null)
            return existing;
        provider.RegisterTempActor(this, path);
        if (_answer.Task.IsCompleted)
            provider.UnregisterTempActor(path);
        return path;
    }

    private void Finish()
    {
        _timeout?.Cancel();
        _cancellation.Unregister();
        if (_path is not null)
            provider.UnregisterTempActor(_path);
    }
}

/// <summary>Waits for the end of one actor.</summary>
internal sealed class TerminationWatcher(IInternalActorRef target) : MinimalActorRef
{
    private readonly TaskCompletionSource<bool> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorPath _path;

    public Task<bool> Task => _stopped.Task;
    public override ActorPath Path => _path ??= Provider.TempPath();
    public override IActorRefProvider Provider => target.Provider;

    public void GiveUp() => _stopped.TrySetResult(false);

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification notification)
            _stopped.TrySetResult(notification.Actor.Path.Equals(target.Path));
    }
}
