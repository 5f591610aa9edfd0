namespace Akka.Actor;

/// <summary>Makes the instances of an actor: the first one and, after each failure, the next.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }
    ActorBase Produce();
    void Release(ActorBase actor);
}

/// <summary>Makes instances through a constructor.</summary>
internal sealed class ActivatorProducer(Type actorType, object[] args) : IIndirectActorProducer
{
    public Type ActorType => actorType;

    public ActorBase Produce() => (ActorBase)Activator.CreateInstance(actorType, args);

    public void Release(ActorBase actor)
    {
    }
}

/// <summary>Makes instances through a function.</summary>
internal sealed class FactoryProducer<TActor>(Func<TActor> factory) : IIndirectActorProducer
    where TActor : ActorBase
{
    public Type ActorType => typeof(TActor);

    public ActorBase Produce() => factory();

    public void Release(ActorBase actor)
    {
    }
}
