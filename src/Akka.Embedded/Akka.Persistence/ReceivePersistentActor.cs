using Akka.Actor;

namespace Akka.Persistence;

/// <summary>
/// A persistent actor that lists the types of commands, and of what is replayed, with a handler each; the first that fits
/// handles a message.
/// </summary>
public abstract class ReceivePersistentActor : UntypedPersistentActor
{
    private ReceiveTable _commands;
    private ReceiveTable _recovery;
    private ReceiveTable _configuredCommands;
    private ReceiveTable _configuredRecovery;

    protected ReceivePersistentActor()
    {
        _configuredCommands = ReceiveTable.Of(GetType());
        _configuredRecovery = ReceiveTable.Of(GetType());
    }

    private protected override void Initialize()
    {
        // A producer may give the same instance again.
        if (_configuredCommands is null)
            return;
        _commands = _configuredCommands;
        _recovery = _configuredRecovery;
        _configuredCommands = _configuredRecovery = null;
    }

    protected sealed override void OnCommand(object message) => Handle(_commands, message);

    protected sealed override void OnRecover(object message) => Handle(_recovery, message);

    protected void Become(Action configure)
    {
        var table = Configure(configure);
        base.Become(message => Handle(table, message));
    }

    protected void Recover<T>(Action<T> handler, Predicate<T> shouldHandle = null) =>
        _configuredRecovery = ConfigurableRecovery().Add(this, typeof(T), handler, shouldHandle);

    protected void Recover<T>(Predicate<T> shouldHandle, Action<T> handler) => Recover(handler, shouldHandle);

    protected void Command<T>(Action<T> handler, Predicate<T> shouldHandle = null) =>
        _configuredCommands = ConfigurableCommands().Add(this, typeof(T), handler, shouldHandle);

    protected void Command<T>(Predicate<T> shouldHandle, Action<T> handler) => Command(handler, shouldHandle);

    protected void CommandAny(Action<object> handler) => Command(handler);

    private ReceiveTable ConfigurableRecovery() => _configuredRecovery
        ?? throw new InvalidOperationException("You may only call Recover-methods when constructing the actor and inside Become().");

    private ReceiveTable ConfigurableCommands() => _configuredCommands
        ?? throw new InvalidOperationException("You may only call Command-methods when constructing the actor and inside Become().");

    private ReceiveTable Configure(Action configure)
    {
        var outer = _configuredCommands;
        _configuredCommands = ReceiveTable.Of(GetType());
        try
        {
            configure();
            return _configuredCommands;
        }
        finally
        {
            _configuredCommands = outer;
        }
    }

    private void Handle(ReceiveTable table, object message)
    {
        if (!table.Handle(this, message))
            Unhandled(message);
    }
}
