using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    private IActorRef Perpetrator => ExtensionOrNull?.Perpetrator;

    /// <summary>Closes the mailbox for good; what is still in it becomes dead letters.</summary>
    internal void CloseMailbox()
    {
        var (system, messages) = Close();
        SendToDeadLetters(system);
        SendToDeadLetters(messages);
    }

    private void Create()
    {
        try
        {
            var actor = NewActor();
            _actor = actor;
            actor.AroundPreStart();
            if ((_flags & CellFlags.HasReceiveTimeout) != 0)
                CheckReceiveTimeout(reschedule: true);
        }
        catch (Exception cause)
        {
            if (_actor is not null)
            {
                ClearActor(_actor);
                _actor = null;
            }

            throw new ActorInitializationException(this, "Exception during creation", cause);
        }
    }

    private ActorBase NewActor()
    {
        Put(null);
        _flags &= ~CellFlags.Cleared;
        var actor = MakeActor();
        var traits = ActorTraits.Of(actor.GetType());
        _flags &= ~(CellFlags.WrapsReceive | CellFlags.HasTimers);
        _flags |= (traits.WrapsReceive ? CellFlags.WrapsReceive : 0) | (traits.HasTimers ? CellFlags.HasTimers : 0);
        actor.AfterIncarnated(this, GivenStrategy);
        return actor;
    }

    private void HandleInvokeFailure(Exception cause, IReadOnlyCollection<IActorRef> childrenNotToSuspend)
    {
        if (Perpetrator is not null)
            return;
        try
        {
            Suspend(true);
            Extension.Perpetrator = this;
            if (CurrentMessage is Failed && Sender is ActorCell failedChild)
            {
                childrenNotToSuspend = [.. childrenNotToSuspend, failedChild];
                Extension.Perpetrator = failedChild;
            }

            SuspendChildren(childrenNotToSuspend);
            Parent.SendSystemMessage(new Failed(this, cause));
        }
        catch (Exception e)
        {
            Publish(new Error(e, Path.ToString(), ActorType, "Emergency stop: exception in failure handling for " + cause));
            try
            {
                StopChildren();
            }
            finally
            {
                FinishTerminate();
            }
        }
    }

    private void FaultResume(Exception causedByFailure)
    {
        if (_actor is null)
        {
            Publish(new Error(null, Path.ToString(), GetType(), "Changing Resume into Create after " + causedByFailure));
            FaultCreate();
            return;
        }

        var perpetrator = Perpetrator;
        Suspend(false);
        if (causedByFailure is not null)
            ClearFailed();
        ResumeChildren(causedByFailure, perpetrator);
    }

    private void FaultCreate()
    {
        EndReceiveTimeout();
        StopChildren();
        if (Children?.TryWait(SuspendReason.Creation) != true)
            FinishCreate();
    }

    private void FinishCreate()
    {
        Suspend(false);
        ClearFailed();
        Guard(static (cell, _) => cell.Create(), null);
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is null)
        {
            Publish(new Error(null, Path.ToString(), GetType(), "Changing Recreate into Create after " + cause));
            FaultCreate();
            return;
        }

        if (Children is { IsNormal: false })
        {
            // Termination is under way, or another restart is.
            FaultResume(null);
            return;
        }

        var failedActor = _actor;
        try
        {
            failedActor.AroundPreRestart(cause, CurrentMessage);
            failedActor.BeforeIncarnated();
        }
        catch (Exception e)
        {
            var failure = new PreRestartException(this, e, cause);
            Publish(new Error(failure, Path.ToString(), failedActor.GetType(), e.Message));
        }
        finally
        {
            ClearActor(failedActor);
        }

        if (Children?.TryWait(SuspendReason.Recreation, cause) != true)
            FinishRecreate(cause, failedActor);
    }

    private void FinishRecreate(Exception cause, ActorBase failedActor)
    {
        var survivors = (ActorCell[])GetChildren();
        try
        {
            Suspend(false);
            ClearFailed();
            var freshActor = NewActor();
            _actor = freshActor;
            if (ReferenceEquals(freshActor, failedActor))
                freshActor.Unclear();
            freshActor.AroundPostRestart(cause, null);
            foreach (var child in survivors)
                child.Restart(cause);
        }
        catch (Exception e)
        {
            ClearActor(_actor);
            HandleInvokeFailure(new PostRestartException(this, e, cause), survivors);
        }
    }

    private void Terminate()
    {
        EndReceiveTimeout();
        UnwatchWatchedActors();
        StopChildren();

        var children = Children;
        var wasTerminating = children is { IsTerminating: true };
        if (children?.TryWait(SuspendReason.Termination) == true)
        {
            if (wasTerminating)
                return;
            Suspend(true);
            // Failures from now on are of no interest.
            Extension.Perpetrator = this;
        }
        else
        {
            FinishTerminate();
        }
    }

    /// <summary>The end, in Akka's order: PostStop, dead letters, the parent, the watchers.</summary>
    private void FinishTerminate()
    {
        _flags |= CellFlags.ChildrenTerminated;
        var actor = _actor;
        try
        {
            if (actor is not null)
            {
                actor.AroundPostStop();
                actor.BeforeIncarnated();
            }
        }
        catch (Exception e)
        {
            Publish(new Error(e, Path.ToString(), ActorType, e.Message));
        }

        try
        {
            Dispatcher.Detach(this);
        }
        finally
        {
            NotifyParent();
            TellWatchersWeDied();
            UnwatchWatchedActors();
            if (actor is not null)
                ClearActor(actor);
            _actor = null;
            Put(null);
            Props = Props.Terminated;
        }
    }

    private void NotifyParent()
    {
        if (Parent is not ActorCell parent)
            Parent.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
        else if (!parent.EnqueueSystem(this))
            parent.DeadSystemMessage(this);
    }

    private void ClearActor(ActorBase actor)
    {
        try
        {
            (actor as IDisposable)?.Dispose();
        }
        catch (Exception e)
        {
            SystemImpl.Log.Error(e, "An error occurred while disposing {0} actor. Reason: {1}", actor.GetType(), e.Message);
        }

        Release(actor);
        actor.Clear(System.DeadLetters);
        _flags |= CellFlags.Cleared;
        TakeInHand(null, null);
        Put(null);
        if (ExtensionOrNull is { } extension)
            extension.OwnReceive = null;
    }

    private void ClearFailed()
    {
        if (ExtensionOrNull is { } extension)
            extension.Perpetrator = null;
    }
}
