using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace TelephonyActors.Switch;

/// <summary>
/// The mailbox of every entity (<c>akka.actor.default-mailbox</c> in hocon/switch.conf): unbounded, a linked list. Akka.NET's own makes
/// room for 32 messages, about a kilobyte, for each of millions of DNs that have none waiting.
/// </summary>
public sealed class LinkedMailbox(Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<LinkedMessages>
{
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new LinkedMessages();
}

/// <summary>
/// Messages of many senders for one actor, in the order of their arrival. A sender appends in two steps: it takes the last place, then
/// links the one before to its own. Between them there is a message, though it cannot be taken yet.
/// </summary>
public sealed class LinkedMessages : IMessageQueue, IUnboundedMessageQueueSemantics
{
    // The one taken last; what waits comes behind it. Only the actor touches it.
    private Node _taken = new();
    private Node _last;

    public LinkedMessages() => _last = _taken;

    // Not whether one can be taken: a sender that took its place before the actor went idle may see it still running, and not wake it.
    public bool HasMessages => !ReferenceEquals(_taken, Volatile.Read(ref _last));

    /// <summary>How many wait, about: others may be adding.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var node = _taken; Volatile.Read(ref node.Next) is { } next; node = next) count++;
            return count;
        }
    }

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        var node = new Node { Envelope = envelope };
        Volatile.Write(ref Interlocked.Exchange(ref _last, node).Next, node);
    }

    public bool TryDequeue(out Envelope envelope)
    {
        if (Volatile.Read(ref _taken.Next) is not { } next)
        {
            envelope = default;
            return false;
        }

        envelope = next.Envelope;
        // It stays as the one taken last; what it held can go. The one before must not hold it: once old, it would keep all after it.
        next.Envelope = default;
        _taken.Next = null;
        _taken = next;
        return true;
    }

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (HasMessages)
            if (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
    }

    private sealed class Node
    {
        public Envelope Envelope;
        public Node? Next;
    }
}
