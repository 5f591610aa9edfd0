using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Makes actors of a type, anew after each restart.</summary>
internal sealed class ServiceProviderActorProducer(IServiceProvider provider, Type actorType, object[] args) : IIndirectActorProducer
{
    /// <inheritdoc />
    public Type ActorType { get; } = actorType;

    /// <inheritdoc />
    public ActorBase Produce() => (ActorBase)ActivatorUtilities.CreateInstance(provider, ActorType, args);

    /// <inheritdoc />
    public void Release(ActorBase actor)
    {
        // What it was given belongs to the host.
    }
}
