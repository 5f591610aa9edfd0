namespace Akka.Actor;

/// <summary>A message that does not count as activity for the receive timeout.</summary>
public interface INotInfluenceReceiveTimeout;

public sealed partial class ActorCell
{
    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        if (timeout is null && ExtensionOrNull is null)
            return;
        Extension.ReceiveTimeout = timeout;
        _flags |= CellFlags.HasReceiveTimeout;
    }

    /// <summary>True if the message counts as activity: the timeout starts anew after it.</summary>
    private bool SuspendReceiveTimeoutFor(object message)
    {
        if (message is INotInfluenceReceiveTimeout)
            return false;
        CancelReceiveTimeout();
        return true;
    }

    private void CheckReceiveTimeout(bool reschedule)
    {
        var extension = ExtensionOrNull;
        if (extension?.ReceiveTimeout is not { } timeout)
        {
            CancelReceiveTimeout();
            _flags &= ~CellFlags.HasReceiveTimeout;
        }
        else if (reschedule || extension.PendingReceiveTimeout is null)
        {
            CancelReceiveTimeout();
            extension.PendingReceiveTimeout =
                System.Scheduler.ScheduleTellOnceCancelable(timeout, this, Akka.Actor.ReceiveTimeout.Instance, this);
        }
    }

    private void CancelReceiveTimeout()
    {
        if (ExtensionOrNull is not { PendingReceiveTimeout: { } pending } extension)
            return;
        pending.Cancel();
        extension.PendingReceiveTimeout = null;
    }

    private void EndReceiveTimeout()
    {
        if ((_flags & CellFlags.HasReceiveTimeout) == 0)
            return;
        Extension.ReceiveTimeout = null;
        CancelReceiveTimeout();
        _flags &= ~CellFlags.HasReceiveTimeout;
    }
}
