using System.Runtime.CompilerServices;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Util;

namespace Akka.Actor;

/// <summary>
/// One actor as the kernel sees it: its context, its reference and its mailbox in one object. What most actors do not
/// need (children, watchers, stashed system messages, a receive timeout) is in an extension made on demand.
/// </summary>
public sealed partial class ActorCell : Mailbox, IUntypedActorContext
{
    public const int UndefinedUid = 0;

    [ThreadStatic]
    private static ActorCell _current;

    private readonly long _generatedName;
    private ActorBase _actor;

    private CellFlags _flags;

    internal ActorCell(IInternalActorRef parent, Props props, MessageDispatcher dispatcher, object nameOrPath, long generatedName)
        : base(parent, props, dispatcher, nameOrPath) =>
        _generatedName = generatedName;

    [Flags]
    private enum CellFlags : byte
    {
        None = 0,
        Created = 1,
        Cleared = 2,
        ChildrenTerminated = 4,
        HasReceiveTimeout = 8,
        WrapsReceive = 16,
        HasTimers = 32,
        Stashed = 64,
        Became = 128,
    }

    /// <summary>The actor whose turn runs on this thread, if any.</summary>
    internal static ActorCell Current
    {
        get => _current;
        set => _current = value;
    }

    public IActorRef Self => this;
    public ActorSystem System => SystemImpl;
    public ActorSystemImpl SystemImpl => Dispatcher.SystemImpl;
    public Mailbox Mailbox => this;

    public override IActorRefProvider Provider => SystemImpl.Provider;
    public override bool IsLocal => true;

    IActorRef IActorContext.Parent => Parent;

    public IActorRef Sender => SenderInHand ?? System.DeadLetters;

    public object CurrentMessage => MessageInHand;

    public override ActorPath Path => (_identity as CellExtension)?.Path ?? _identity as ActorPath ?? MakePath();

    /// <summary>The runtime's identity hash: as good as a random number, and takes no room until asked for. The guardians have none.</summary>
    internal override long Uid => Parent is ActorCell { Parent: ActorCell } ? RuntimeHelpers.GetHashCode(this) : UndefinedUid;

    internal ActorBase Actor => _actor;
    internal bool ActorHasBeenCleared => (_flags & CellFlags.Cleared) != 0;

    internal string Name => _identity switch
    {
        string name => name,
        ActorPath path => path.Name,
        CellExtension { Name: { } name } => name,
        _ => _generatedName.Base64Encode("$"),
    };

    private CellExtension Extension => _identity as CellExtension ?? MakeExtension();

    private CellExtension ExtensionOrNull => _identity as CellExtension;

    private Type ActorType => _actor?.GetType() ?? GetType();

    public IActorRef ActorOf(Props props, string name = null) => MakeChild(props, name, async: false);

    public ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, System);

    public ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, System, this);

    public void Become(Receive receive) => Put(Behavior is BehaviorFrame frame ? new BehaviorFrame(receive, frame.Previous) : receive);

    public void BecomeStacked(Receive receive) => Put(Behavior is { } previous ? new BehaviorFrame(receive, previous) : receive);

    public void UnbecomeStacked() => Put((Behavior as BehaviorFrame)?.Previous);

    public void Become(UntypedReceive receive) => Become(AsReceive(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(AsReceive(receive));

    // Two cells are one only if they are the same object.
    public override bool Equals(object obj) => obj is ActorCell ? ReferenceEquals(this, obj) : base.Equals(obj);

    public override int GetHashCode() => base.GetHashCode();

    public override void Start() => Dispatcher.Attach(this);

    public override void Stop() => SendSystemMessage(new Terminate());

    public override void Suspend() => SendSystemMessage(new Suspend());

    public override void Resume(Exception causedByFailure = null) => SendSystemMessage(new Resume(causedByFailure));

    public override void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (!EnqueueSystem(message))
            DeadSystemMessage(message);
    }

    internal void TerminatedQueuedFor(IActorRef subject) => Extension.AddTerminated(subject, null);

    protected override void TellInternal(object message, IActorRef sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!Enqueue(message, sender))
            DeadMessage(message, sender);
    }

    // null: the actor's own Receive; otherwise what Become put over it, a Receive or a BehaviorFrame.
    private object Behavior => (_flags & CellFlags.Became) != 0 ? Extension.Behavior : null;

    private void Put(object behavior)
    {
        if (behavior is null && (_flags & CellFlags.Became) == 0)
            return;
        Extension.Behavior = behavior;
        _flags = behavior is null ? _flags & ~CellFlags.Became : _flags | CellFlags.Became;
    }

    private static Receive AsReceive(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private ChildActorPath MakePath()
    {
        var path = new ChildActorPath(Parent.Path, Name, Uid);
        var identity = _identity;
        if (identity is CellExtension extension)
            extension.Path = path;
        else
            Interlocked.CompareExchange(ref _identity, path, identity);
        return path;
    }

    private CellExtension MakeExtension()
    {
        while (true)
        {
            var identity = _identity;
            if (identity is CellExtension extension)
                return extension;

            var path = identity as ActorPath;
            extension = new CellExtension { Path = path, Name = path?.Name ?? identity as string };
            if (ReferenceEquals(Interlocked.CompareExchange(ref _identity, extension, identity), identity))
                return extension;
        }
    }

    private void Publish(object logEvent)
    {
        try
        {
            System.EventStream.Publish(logEvent);
        }
        catch
        {
            // Reporting a failure must not be one.
        }
    }

    /// <summary>A behaviour on top of another one.</summary>
    private sealed class BehaviorFrame(Receive receive, object previous)
    {
        public Receive Receive => receive;
        public object Previous => previous;
    }
}
