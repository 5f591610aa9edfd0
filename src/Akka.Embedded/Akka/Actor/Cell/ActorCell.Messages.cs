using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    /// <summary>Handles the message in hand, and starts the handling of the failure that this may be.</summary>
    internal void Invoke()
    {
        var message = MessageInHand;
        if ((_flags & CellFlags.Stashed) != 0)
            _flags &= ~CellFlags.Stashed;
        var timed = (_flags & CellFlags.HasReceiveTimeout) != 0;
        if (timed)
            timed = SuspendReceiveTimeoutFor(message);
        try
        {
            if (message is IAutoReceivedMessage)
                AutoReceiveMessage(message);
            else
                ReceiveMessage(message);
            MarkHandled();
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause, []);
        }

        if ((_flags & CellFlags.HasReceiveTimeout) != 0 || timed)
            CheckReceiveTimeout(timed || message is not INotInfluenceReceiveTimeout);
    }

    /// <summary>Notes that the message in hand is stashed; false if it is already, or there is none.</summary>
    internal bool TryMarkStashed()
    {
        if (MessageInHand is null || (_flags & CellFlags.Stashed) != 0)
            return false;
        _flags |= CellFlags.Stashed;
        return true;
    }

    /// <summary>Puts what a wrapping held in its place.</summary>
    internal void ReplaceMessageInHand(object message) => TakeInHand(message, SenderInHand);

    /// <summary>Runs the current behaviour, or what the actor has put around it.</summary>
    private void ReceiveMessage(object message)
    {
        var actor = _actor;
        var behavior = default(Receive);
        if ((_flags & (CellFlags.WrapsReceive | CellFlags.HasTimers | CellFlags.Became)) != 0)
        {
            if ((_flags & CellFlags.Became) != 0)
                behavior = Extension.Behavior is BehaviorFrame frame ? frame.Receive : (Receive)Extension.Behavior;
            if ((_flags & CellFlags.WrapsReceive) != 0)
            {
                actor.AroundReceive(behavior ?? (Extension.OwnReceive ??= actor.OwnReceive()), message);
                return;
            }

            if ((_flags & CellFlags.HasTimers) != 0 && message is TimerMessage timed && !actor.TakeTimerMessage(timed, out message))
                return;
        }

        if (!(behavior is null ? actor.InvokeReceive(message) : behavior(message)))
            actor.InvokeUnhandled(message);
    }

    internal void AutoReceiveMessage(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                Stop();
                break;
            case ActorSelectionMessage selection:
                Akka.Actor.ActorSelection.Deliver(this, selection, Sender);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, this), this);
                break;
        }
    }

    private void DeadMessage(object message, IActorRef sender)
    {
        if (message is DeadLetter)
            return;
        var deadLetters = System.DeadLetters;
        deadLetters.Tell(new DeadLetter(message, sender ?? deadLetters, this), sender ?? deadLetters);
    }

    private void DeadSystemMessage(object message)
    {
        if (message is ActorCell child)
            message = new Dispatch.SysMsg.DeathWatchNotification(child, true, false);
        System.DeadLetters.Tell(new DeadLetter(message, this, this), this);
    }
}
