using System.Runtime.ExceptionServices;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Debug = Akka.Event.Debug;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    /// <summary>How much of the kernel's traffic has to wait; a greater value makes more of it wait.</summary>
    private enum WaitState
    {
        None,
        Suspended,
        WaitingForChildren,
    }

    private WaitState CurrentWaitState =>
        Children is { IsWaitingForChildren: true } ? WaitState.WaitingForChildren
        : IsSuspended ? WaitState.Suspended
        : WaitState.None;

    /// <summary>Handles all queued system messages and those that come meanwhile; the first of them creates the actor.</summary>
    internal void ProcessSystemMessages()
    {
        if ((_flags & CellFlags.Created) == 0)
        {
            _flags |= CellFlags.Created;
            Guard(static (cell, _) => cell.Create(), null);
        }

        while (TakeSystemMessages() is { } messages)
            HandleAll(messages);
    }

    private void HandleAll(object messages)
    {
        while (messages is not null)
        {
            var message = messages;
            messages = GetNext(message);
            SetNext(message, null);

            var before = CurrentWaitState;
            if (message is SystemMessage waiting && HasToWait(waiting, before))
                Extension.Stash(waiting);
            else
                Guard(static (cell, m) => cell.Handle(m), message);

            if (IsClosed)
            {
                messages = ExtensionOrNull?.UnstashBefore(messages) ?? messages;
                SendToDeadLetters(messages);
                return;
            }

            if (ExtensionOrNull is { HasStashed: true } extension && CurrentWaitState < before)
                messages = extension.UnstashBefore(messages);
        }
    }

    private static bool HasToWait(SystemMessage message, WaitState state) => state switch
    {
        WaitState.WaitingForChildren => message.WaitsForChildren,
        WaitState.Suspended => message.WaitsWhileFailed,
        _ => false,
    };

    private void Guard(Action<ActorCell, object> action, object message)
    {
        try
        {
            action(this, message);
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause, []);
        }
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case ActorCell child:
                WatchedActorTerminated(child, existenceConfirmed: true, addressTerminated: false);
                break;
            case DeathWatchNotification notification:
                WatchedActorTerminated(notification.Actor, notification.ExistenceConfirmed, notification.AddressTerminated);
                break;
            case Dispatch.SysMsg.Terminate:
                Terminate();
                break;
            case Failed failed:
                HandleFailed(failed);
                break;
            case Dispatch.SysMsg.Watch watch when Equals(watch.Watcher):
                // From outside, on behalf of this actor.
                WatchFor(watch.Watchee, null);
                break;
            case Dispatch.SysMsg.Watch watch:
                AddWatcher(watch.Watcher);
                break;
            case Dispatch.SysMsg.Unwatch unwatch:
                RemoveWatcher(unwatch.Watcher);
                break;
            case Recreate recreate:
                FaultRecreate(recreate.Cause);
                break;
            case Dispatch.SysMsg.Resume resume:
                FaultResume(resume.CausedByFailure);
                break;
            case Dispatch.SysMsg.Suspend:
                Suspend(true);
                SuspendChildren([]);
                break;
            case Supervise supervise:
                StartSupervised(supervise.Child);
                break;
        }
    }

    private void HandleFailed(Failed failed)
    {
        TakeInHand(failed, failed.Child);
        if (IsMyChild(failed.Child))
        {
            var child = (ActorCell)failed.Child;
            if (!_actor.SupervisorStrategyInternal.HandleFailure(this, child, failed.Cause, StatsOf(child)))
                ExceptionDispatchInfo.Capture(failed.Cause).Throw();
        }
        else
        {
            Publish(new Debug(Path.ToString(), ActorType, $"Dropping Failed({failed.Cause}) from unknown child {failed.Child}"));
        }
    }

    private void SendToDeadLetters(object messages)
    {
        while (messages is not null)
        {
            var message = messages;
            messages = GetNext(message);
            SetNext(message, null);
            DeadSystemMessage(message);
        }
    }

    private void SendToDeadLetters(MessageNode messages)
    {
        for (; messages is not null; messages = messages.Next)
            DeadMessage(messages.Message, messages.Sender);
    }
}
