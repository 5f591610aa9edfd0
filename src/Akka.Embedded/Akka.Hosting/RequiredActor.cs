#nullable enable

using Akka.Actor;

namespace Akka.Hosting;

/// <summary>An actor as a service that others take in their constructors.</summary>
/// <typeparam name="TActor">The type that stands for it in the registry.</typeparam>
public interface IRequiredActor<TActor>
{
    /// <summary>The actor.</summary>
    /// <exception cref="MissingActorRegistryEntryException">It is not registered yet.</exception>
    IActorRef ActorRef { get; }

    /// <summary>The actor, as soon as it is registered: for services that start along with the actor system.</summary>
    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>Takes the actor from the registry, and keeps it.</summary>
/// <typeparam name="TActor">The type that stands for it in the registry.</typeparam>
public sealed class RequiredActor<TActor> : IRequiredActor<TActor>
{
    private readonly IReadOnlyActorRegistry _registry;
    private IActorRef? _actor;

    /// <summary>An actor of the registry.</summary>
    public RequiredActor(IReadOnlyActorRegistry registry) => _registry = registry;

    /// <inheritdoc />
    public IActorRef ActorRef
    {
        get
        {
            if (_actor != null)
                return _actor;
            // As in Akka.Hosting, whoever asked too early and asks again has Nobody: ask once, or use GetAsync.
            if (_registry.TryGet<TActor>(out _actor))
                return _actor;
            throw new MissingActorRegistryEntryException(
                $"There is no actor for {typeof(TActor)} yet; a service that starts along with the actor system waits with GetAsync.");
        }
    }

    /// <inheritdoc />
    public async Task<IActorRef> GetAsync(CancellationToken cancellationToken = default)
        => _actor ??= await _registry.GetAsync<TActor>(cancellationToken).ConfigureAwait(false);
}
