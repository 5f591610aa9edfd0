#nullable enable

using System.Collections;
using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Hosting;

/// <summary>The registry of an actor system.</summary>
public class ActorRegistry : IActorRegistry, IExtension
{
    private readonly ConcurrentDictionary<Type, IActorRef> _actors = new();

    // Guards itself, and that an actor is either seen by who asks for it or hands itself to who waits for it.
    private readonly Dictionary<Type, TaskCompletionSource<IActorRef>> _awaited = [];

    /// <summary>The registry of the actor system.</summary>
    public static ActorRegistry For(ActorSystem actorSystem)
        => actorSystem.WithExtension<ActorRegistry, ActorRegistryExtension>();

    /// <inheritdoc />
    /// <exception cref="ArgumentNullException">There is no actor to register.</exception>
    public void Register<TKey>(IActorRef actor, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!TryRegister<TKey>(actor, overwrite))
            throw new DuplicateActorRegistryException($"There is already an actor for {typeof(TKey)}; overwrite it, or use another type.");
    }

    /// <inheritdoc />
    public bool TryRegister<TKey>(IActorRef actor, bool overwrite = false) => TryRegister(typeof(TKey), actor, overwrite);

    /// <inheritdoc />
    public bool TryRegister(Type key, IActorRef actor, bool overwrite = false)
    {
        if (actor == null)
            return false;
        TaskCompletionSource<IActorRef>? awaited;
        lock (_awaited)
        {
            if (overwrite)
                _actors[key] = actor;
            else if (!_actors.TryAdd(key, actor))
                return false;
            _awaited.Remove(key, out awaited);
        }

        awaited?.SetResult(actor);
        return true;
    }

    /// <inheritdoc />
    public bool TryGet<TKey>(out IActorRef actor) => TryGet(typeof(TKey), out actor);

    /// <inheritdoc />
    public bool TryGet(Type key, out IActorRef actor)
    {
        var found = _actors.TryGetValue(key, out var registered);
        actor = registered ?? ActorRefs.Nobody;
        return found;
    }

    /// <inheritdoc />
    public IActorRef Get<TKey>() => TryGet<TKey>(out var actor)
        ? actor
        : throw new MissingActorRegistryEntryException($"There is no actor for {typeof(TKey)}.");

    /// <inheritdoc />
    public Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default) => GetAsync(typeof(TKey), ct);

    /// <inheritdoc />
    public Task<IActorRef> GetAsync(Type key, CancellationToken ct = default)
    {
        TaskCompletionSource<IActorRef>? awaited;
        lock (_awaited)
        {
            if (TryGet(key, out var actor))
                return Task.FromResult(actor);
            if (!_awaited.TryGetValue(key, out awaited))
                _awaited.Add(key, awaited = new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return awaited.Task.WaitAsync(ct);
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<Type, IActorRef>> GetEnumerator() => _actors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes the registry of an actor system.</summary>
public sealed class ActorRegistryExtension : ExtensionIdProvider<ActorRegistry>
{
    /// <inheritdoc />
    public override ActorRegistry CreateExtension(ExtendedActorSystem system) => new();
}
