using System.Collections.Concurrent;

namespace Akka.Actor;

/// <summary>
/// The handlers of a <see cref="ReceiveActor"/> in order. Tables are shared: all instances of a class that register the
/// same handlers end up with the same table. A handler is the same if it is the same delegate, or the same method on the
/// actor itself, which the shared table calls with the instance at hand; a handler that captures more makes the rest of
/// the table that instance's own.
/// </summary>
internal sealed class ReceiveTable
{
    private static readonly ConcurrentDictionary<Type, ReceiveTable> Roots = new();

    [ThreadStatic]
    private static ReceiveTable _latestRoot;

    private readonly Type _actorType;
    private readonly ReceiveTable _previous;
    private readonly ReceiveHandler _handler;
    private readonly bool _isShared;
    private readonly bool _catchesAll;
    private ReceiveTable[] _successors = [];

    // Handlers by the class of the message; replaced by every new class.
    private volatile ConcurrentDictionary<Type, ReceiveHandler[]> _handlers;

    private ReceiveTable(Type actorType) => (_actorType, _isShared) = (actorType, true);

    private ReceiveTable(ReceiveTable previous, ReceiveHandler handler)
    {
        _actorType = previous._actorType;
        _previous = previous;
        _handler = handler;
        _isShared = previous._isShared && handler.IsShareable;
        _catchesAll = handler.CatchesAll;
    }

    public static ReceiveTable Of(Type actorType)
    {
        var root = _latestRoot;
        if (root?._actorType != actorType)
            _latestRoot = root = Roots.GetOrAdd(actorType, static t => new ReceiveTable(t));
        return root;
    }

    /// <summary>The table with one more handler.</summary>
    public ReceiveTable Add<T>(ActorBase actor, Type messageType, Action<T> handler, Predicate<T> shouldHandle)
    {
        EnsureCanAdd();
        return Successor(actor, messageType, handler, shouldHandle) ?? Append(
            ReceiveHandler.Create(actor, messageType, handler, shouldHandle));
    }

    public ReceiveTable Add<T>(ActorBase actor, Func<T, bool> handler)
    {
        EnsureCanAdd();
        return Successor(actor, typeof(T), handler, null) ?? Append(ReceiveHandler.Create(actor, handler));
    }

    /// <summary>Has the first handler that fits handle the message; false if none does.</summary>
    public bool Handle(ActorBase actor, object message)
    {
        if (!_isShared)
            return HandleUnshared(actor, message);

        var handlers = _handlers;
        if (handlers is null || !handlers.TryGetValue(message.GetType(), out var fitting))
            fitting = FindHandlers(message.GetType());
        foreach (var handler in fitting)
        {
            if (handler.Handle(actor, message))
                return true;
        }

        return false;
    }

    // A table of one instance is not worth a cache.
    private bool HandleUnshared(ActorBase actor, object message) =>
        _previous is not null
        && (_previous.HandleUnshared(actor, message)
            || (_handler.MessageType.IsInstanceOfType(message) && _handler.Handle(actor, message)));

    private void EnsureCanAdd()
    {
        if (_catchesAll)
        {
            throw new InvalidOperationException(
                "A handler that catches all messages has been added. No handler can be added after that.");
        }
    }

    private ReceiveTable Successor(ActorBase actor, Type messageType, Delegate handler, Delegate shouldHandle)
    {
        foreach (var successor in Volatile.Read(ref _successors))
        {
            if (successor._handler.IsSame(actor, messageType, handler, shouldHandle))
                return successor;
        }

        return null;
    }

    private ReceiveTable Append(ReceiveHandler handler)
    {
        var table = new ReceiveTable(this, handler);
        if (!table._isShared)
            return table;
        while (true)
        {
            var successors = Volatile.Read(ref _successors);
            if (Interlocked.CompareExchange(ref _successors, [.. successors, table], successors) == successors)
                return table;
        }
    }

    private ReceiveHandler[] FindHandlers(Type messageType)
    {
        var fitting = new Stack<ReceiveHandler>();
        for (var table = this; table._previous is not null; table = table._previous)
        {
            if (table._handler.MessageType.IsAssignableFrom(messageType))
                fitting.Push(table._handler);
        }

        var handlers = fitting.ToArray();
        if (_handlers is null)
            Interlocked.CompareExchange(ref _handlers, new(concurrencyLevel: 1, capacity: 7), null);
        _handlers[messageType] = handlers;
        return handlers;
    }
}
