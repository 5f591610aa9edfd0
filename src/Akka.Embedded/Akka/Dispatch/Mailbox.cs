using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The queues of one actor and the work item that empties them, a turn at a time. In this kernel mailbox, cell, context
/// and reference are one object, so that an actor costs one allocation besides its own instance.
/// </summary>
/// <remarks>
/// Senders push onto <c>_inbox</c>, a stack; the turn takes the whole stack and turns it into a private list. The inbox
/// is also the schedule state: <see cref="MessageNode.Idle"/> means that no turn is running or due, so the sender who
/// replaces it has to start one. He leaves his message in the place of the one being handled, which is free then, so that only
/// a message to a busy actor needs a node. System messages have a stack of their own that is looked at first and after each message.
/// </remarks>
public abstract class Mailbox : CellHead, IRunnable
{
    // What was taken from the inbox and is still to be handled. A mailbox that is closed has nothing to handle: then it is the notice of
    // its actor's death, and this is what comes behind it in the system queue of the parent.
    private object _batch;
    private object _systemQueue;

    // The message being handled, until the end of the turn, or the one that a turn is due for.
    private object _message;
    private IActorRef _sender;

    // 1: suspended with no turn due; only a system message may start one.
    private byte _parked;
    private ushort _suspendCount;
    private bool _isDueForMessage;
    private bool _isHot;

    private protected Mailbox(IInternalActorRef parent, Props props, MessageDispatcher dispatcher, object nameOrPath)
        : base(parent, props, dispatcher, nameOrPath)
    {
    }

    /// <summary>Whether much had come since the turn before the last: such a mailbox gets its turns earlier.</summary>
    internal bool IsHot => _isHot;

    private MessageNode Batch => Unsafe.As<MessageNode>(_batch);

    internal bool IsSuspended => _suspendCount > 0;
    internal int SuspendCount => _suspendCount;
    internal bool IsClosed => ReferenceEquals(Volatile.Read(ref _inbox), MessageNode.Closed);
    internal bool HasSystemMessages => Volatile.Read(ref _systemQueue) is not null;

    /// <summary>The message being handled; null if it has been handled without failure.</summary>
    private protected object MessageInHand => _message;

    private protected IActorRef SenderInHand => _sender;

    /// <summary>Runs a turn: all system messages, then as many messages as the dispatcher grants.</summary>
    public void Run()
    {
        if (IsClosed)
            return;

        var cell = (ActorCell)this;
        var outer = ActorCell.Current;
        ActorCell.Current = cell;
        try
        {
            var hasMessage = _isDueForMessage;
            _isDueForMessage = false;
            if (!hasMessage || HasSystemMessages)
            {
                if (hasMessage)
                    PutBack();
                hasMessage = false;
                cell.ProcessSystemMessages();
                if (IsClosed)
                    return;
            }

            ProcessMessages(cell, hasMessage);
        }
        finally
        {
            ActorCell.Current = outer;
            EndTurn(cell);
        }
    }

    void IThreadPoolWorkItem.Execute() => Run();

    internal void Suspend(bool suspend)
    {
        if (suspend)
            _suspendCount++;
        else if (_suspendCount > 0)
            _suspendCount--;
    }

    /// <summary>Queues a message; false if the mailbox is closed.</summary>
    internal bool Enqueue(object message, IActorRef sender)
    {
        MessageNode node = null;
        var inbox = Volatile.Read(ref _inbox);
        while (!ReferenceEquals(inbox, MessageNode.Closed))
        {
            MessageNode seen;
            if (ReferenceEquals(inbox, MessageNode.Idle))
            {
                seen = Interlocked.CompareExchange(ref _inbox, null, inbox);
                if (ReferenceEquals(seen, inbox))
                {
                    // Nobody looks at these before the turn that becomes due now.
                    TakeInHand(message, sender);
                    _isDueForMessage = true;
                    Dispatcher.Execute(this);
                    return true;
                }
            }
            else
            {
                node ??= new MessageNode(message, sender);
                node.Next = inbox;
                seen = Interlocked.CompareExchange(ref _inbox, node, inbox);
                if (ReferenceEquals(seen, inbox))
                    return true;
            }

            inbox = seen;
        }

        return false;
    }

    /// <summary>Puts a message before all that are queued. Only from within a turn.</summary>
    internal void EnqueueFirst(MessageNode node)
    {
        node.Next = Batch;
        _batch = node;
    }

    /// <summary>Queues a system message, or a stopped child as the notice of its death; false if the mailbox is closed.</summary>
    internal bool EnqueueSystem(object message)
    {
        var queue = Volatile.Read(ref _systemQueue);
        while (true)
        {
            if (ReferenceEquals(queue, ClosedQueue.Instance))
                return false;

            SetNext(message, queue);
            var seen = Interlocked.CompareExchange(ref _systemQueue, message, queue);
            if (ReferenceEquals(seen, queue))
                break;
            queue = seen;
        }

        WakeForSystemMessage();
        return true;
    }

    /// <summary>Takes all queued system messages, earliest first; null if there are none.</summary>
    internal object TakeSystemMessages()
    {
        if (Volatile.Read(ref _systemQueue) is null || ReferenceEquals(_systemQueue, ClosedQueue.Instance))
            return null;
        return ReverseSystem(Interlocked.Exchange(ref _systemQueue, null));
    }

    /// <summary>Closes both queues for good and returns what was in them, earliest first.</summary>
    internal (object System, MessageNode Messages) Close()
    {
        var system = ReverseSystem(Interlocked.Exchange(ref _systemQueue, ClosedQueue.Instance));
        var late = Reverse(Interlocked.Exchange(ref _inbox, MessageNode.Closed));
        var messages = Batch;
        _batch = null;
        if (messages is null)
            return (system, late);

        var last = messages;
        while (last.Next is not null)
            last = last.Next;
        last.Next = late;
        return (system, messages);
    }

    internal static object GetNext(object message) => message is SystemMessage system ? system.Next : ((Mailbox)message)._batch;

    internal static void SetNext(object message, object next)
    {
        if (message is SystemMessage system)
            system.Next = next;
        else
            ((Mailbox)message)._batch = next;
    }

    private static MessageNode Reverse(MessageNode newest)
    {
        if (ReferenceEquals(newest, MessageNode.Idle) || ReferenceEquals(newest, MessageNode.Closed))
            return null;

        MessageNode oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        return oldest;
    }

    private static object ReverseSystem(object newest)
    {
        if (ReferenceEquals(newest, ClosedQueue.Instance))
            return null;

        object oldest = null;
        while (newest is not null)
        {
            var next = GetNext(newest);
            SetNext(newest, oldest);
            oldest = newest;
            newest = next;
        }

        return oldest;
    }

    private protected void TakeInHand(object message, IActorRef sender)
    {
        _message = message;
        if (!ReferenceEquals(_sender, sender))
            _sender = sender;
    }

    private protected void MarkHandled() => _message = null;

    // What comes first in the turn may be the actor's end, or a restart that must not take this for the message that failed.
    private void PutBack()
    {
        EnqueueFirst(new MessageNode(_message, _sender));
        TakeInHand(null, null);
    }

    private bool Dequeue()
    {
        var node = Batch;
        if (node is null)
        {
            if (Volatile.Read(ref _inbox) is null)
                return false;
            node = Reverse(Interlocked.Exchange(ref _inbox, null));
        }

        _batch = node.Next;
        node.Next = null;
        TakeInHand(node.Message, node.Sender);
        return true;
    }

    private void ProcessMessages(ActorCell cell, bool hasMessage)
    {
        var turn = Dispatcher.BeginTurn();
        while (_suspendCount == 0 && (hasMessage || Dequeue()))
        {
            hasMessage = false;
            cell.Invoke();
            if (HasSystemMessages)
            {
                cell.ProcessSystemMessages();
                if (IsClosed)
                    return;
            }

            if (!turn.MayContinue(_batch is null))
                break;
        }

        if (_isHot != turn.IsLong)
            _isHot = turn.IsLong;
    }

    private void EndTurn(ActorCell cell)
    {
        if (IsClosed)
            return;

        // A failed actor's message is still of interest: PreRestart gets it.
        if (_suspendCount > 0)
        {
            Park();
            return;
        }

        TakeInHand(null, null);
        if (_batch is not null || Interlocked.CompareExchange(ref _inbox, MessageNode.Idle, null) is not null)
            Dispatcher.Execute(this);
        else if (HasSystemMessages)
            WakeForSystemMessage();
    }

    private void Park()
    {
        Interlocked.Exchange(ref _parked, (byte)1);
        if (HasSystemMessages)
            WakeForSystemMessage();
    }

    private void WakeForSystemMessage()
    {
        var wake = ReferenceEquals(Volatile.Read(ref _inbox), MessageNode.Idle)
            ? ReferenceEquals(Interlocked.CompareExchange(ref _inbox, null, MessageNode.Idle), MessageNode.Idle)
            : Volatile.Read(ref _parked) == 1 && Interlocked.CompareExchange(ref _parked, (byte)0, (byte)1) == 1;
        if (wake)
            Dispatcher.Execute(this);
    }
}
