using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    /// <summary>Handles one message, and starts the handling of the failure that this may be.</summary>
    internal void Invoke(MessageNode node)
    {
        _message = node;
        var message = node.Message;
        var timed = (_flags & CellFlags.HasReceiveTimeout) != 0;
        if (timed)
            timed = SuspendReceiveTimeoutFor(message);
        try
        {
            if (message is IAutoReceivedMessage)
                AutoReceiveMessage(node);
            else
                ReceiveMessage(message);
            node.Message = null;
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause, []);
        }

        if ((_flags & CellFlags.HasReceiveTimeout) != 0 || timed)
            CheckReceiveTimeout(timed || message is not INotInfluenceReceiveTimeout);
    }

    /// <summary>Runs the current behaviour, or what the actor has put around it.</summary>
    private void ReceiveMessage(object message)
    {
        var actor = _actor;
        if ((_flags & (CellFlags.WrapsReceive | CellFlags.HasTimers)) != 0)
        {
            if ((_flags & CellFlags.WrapsReceive) != 0)
            {
                actor.AroundReceive(Behavior() ?? (Extension.OwnReceive ??= actor.OwnReceive()), message);
                return;
            }

            if (message is TimerMessage timed && !actor.TakeTimerMessage(timed, out message))
                return;
        }

        if (!(_behavior is null ? actor.InvokeReceive(message) : Behavior()(message)))
            actor.InvokeUnhandled(message);
    }

    internal void AutoReceiveMessage(MessageNode node)
    {
        switch (node.Message)
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

    private Receive Behavior() => _behavior is BehaviorFrame frame ? frame.Receive : (Receive)_behavior;

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
