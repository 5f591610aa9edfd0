using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// The front of an actor's object: the inbox, and behind it what hardly ever changes. What a turn writes and reads with every message
/// comes after these, on another cache line, so that a busy actor and its senders do not take the line from each other.
/// </summary>
public abstract class CellHead : InternalActorRefBase
{
    // A new mailbox counts as scheduled until its actor is attached, so that early messages just queue up.
    private protected MessageNode _inbox;

    // A recipe that is nothing but a producer is not kept: a producer may be all that sets an actor apart from a million others.
    private object _recipe;

    // null: a generated name and nothing else; otherwise the name, or the path once asked for, or the extension.
    private protected object _identity;

    // These belong to the parent: they are guarded by its list's lock.
    private protected ActorCell _nextSibling;
    private protected ActorCell _previousSibling;

    private readonly IInternalActorRef _parent;

    private protected CellHead(IInternalActorRef parent, Props props, MessageDispatcher dispatcher, object nameOrPath)
    {
        _parent = parent;
        _recipe = props.Essence;
        _identity = nameOrPath;
        Dispatcher = dispatcher;
    }

    public MessageDispatcher Dispatcher { get; }

    public Props Props
    {
        get => _recipe as Props ?? new Props((IIndirectActorProducer)_recipe);
        private protected set => _recipe = value.Essence;
    }

    private protected SupervisorStrategy GivenStrategy => (_recipe as Props)?.SupervisorStrategy;

    public override IInternalActorRef Parent => _parent;

    private protected ActorBase MakeActor() => _recipe is Props props ? props.NewActor() : Props.NewActor((IIndirectActorProducer)_recipe);

    private protected void Release(ActorBase actor)
    {
        if (_recipe is Props props)
            props.Release(actor);
        else
            ((IIndirectActorProducer)_recipe).Release(actor);
    }
}
