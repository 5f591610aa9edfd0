using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

/// <summary>Makes actors through a function, and counts them.</summary>
public sealed class Producer<TActor>(Func<TActor> make) : IIndirectActorProducer
    where TActor : ActorBase
{
    public int Produced { get; private set; }

    public Type ActorType => typeof(TActor);

    public ActorBase Produce()
    {
        Produced++;
        return make();
    }

    public void Release(ActorBase actor)
    {
    }
}
