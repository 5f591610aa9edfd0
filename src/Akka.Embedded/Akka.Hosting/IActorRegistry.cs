#nullable enable

using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Actors by the type that stands for them.</summary>
public interface IReadOnlyActorRegistry : IEnumerable<KeyValuePair<Type, IActorRef>>
{
    /// <summary>Looks for an actor.</summary>
    /// <param name="actor">The actor; <see cref="ActorRefs.Nobody"/> if there is none.</param>
    bool TryGet<TKey>(out IActorRef actor);

    /// <summary>Looks for an actor.</summary>
    /// <param name="key">The type that stands for it.</param>
    /// <param name="actor">The actor; <see cref="ActorRefs.Nobody"/> if there is none.</param>
    bool TryGet(Type key, out IActorRef actor);

    /// <summary>The actor.</summary>
    /// <exception cref="MissingActorRegistryEntryException">There is none.</exception>
    IActorRef Get<TKey>();

    /// <summary>The actor, as soon as it is registered.</summary>
    /// <exception cref="TaskCanceledException">The token was cancelled before.</exception>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);

    /// <summary>The actor, as soon as it is registered.</summary>
    /// <exception cref="TaskCanceledException">The token was cancelled before.</exception>
    Task<IActorRef> GetAsync(Type key, CancellationToken ct = default);
}

/// <summary>Actors by the type that stands for them, for those outside the actor system and for the top-level actors inside.</summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <summary>Registers an actor.</summary>
    /// <exception cref="DuplicateActorRegistryException">There is one, and it is not to be overwritten.</exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);
}
