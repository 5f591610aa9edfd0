namespace Akka.Actor;

/// <summary>An actor that lists its message types with a handler each; the first that fits handles a message.</summary>
public abstract class ReceiveActor : UntypedActor
{
    private ReceiveTable _table;
    private ReceiveTable _configured;

    protected ReceiveActor() => _configured = ReceiveTable.Of(GetType());

    private protected override void Initialize()
    {
        // A producer may give the same instance again.
        if (_configured is null)
            return;
        _table = _configured;
        _configured = null;
    }

    protected sealed override void OnReceive(object message)
    {
        if (!_table.Handle(this, message))
            Unhandled(message);
    }

    protected void Become(Action configure)
    {
        var table = Configure(configure);
        base.Become(message => HandleWith(table, message));
    }

    protected void BecomeStacked(Action configure)
    {
        var table = Configure(configure);
        base.BecomeStacked(message => HandleWith(table, message));
    }

    protected void Receive<T>(Action<T> handler, Predicate<T> shouldHandle = null) =>
        _configured = Configurable().Add(this, typeof(T), handler, shouldHandle);

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    protected void Receive<T>(Func<T, bool> handler) => _configured = Configurable().Add<T>(this, handler);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object> shouldHandle = null) =>
        _configured = Configurable().Add(this, messageType, handler, shouldHandle);

    protected void ReceiveAny(Action<object> handler) => Receive(handler);

    private ReceiveTable Configurable() =>
        _configured ?? throw new InvalidOperationException("You may only call Receive-methods when constructing the actor and inside Become().");

    private ReceiveTable Configure(Action configure)
    {
        var outer = _configured;
        _configured = ReceiveTable.Of(GetType());
        try
        {
            configure();
            return _configured;
        }
        finally
        {
            _configured = outer;
        }
    }

    private void HandleWith(ReceiveTable table, object message)
    {
        if (!table.Handle(this, message))
            Unhandled(message);
    }
}
