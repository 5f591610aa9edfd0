using Akka.Actor;

namespace TelephonyActors.Switch;

/// <summary>Makes an actor by a function. (Props of an expression would be compiled anew for each of many short-lived switches.)</summary>
public sealed class Producer<T>(Func<T> make) : IIndirectActorProducer
    where T : ActorBase
{
    public Type ActorType => typeof(T);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
    }
}
