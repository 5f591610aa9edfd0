using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A message in a mailbox, with its sender and its link in the queue.</summary>
internal sealed class MessageNode(object message, IActorRef sender)
{
    /// <summary>In the place of a queue: nothing is queued and nothing runs.</summary>
    public static readonly MessageNode Idle = new(null, null);

    /// <summary>In the place of a queue: the actor has stopped, whatever comes is a dead letter.</summary>
    public static readonly MessageNode Closed = new(null, null);

    public MessageNode Next;
    public readonly object Message = message;
    public readonly IActorRef Sender = sender;
}
