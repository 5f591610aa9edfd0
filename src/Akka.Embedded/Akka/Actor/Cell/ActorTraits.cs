using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>What the kernel has to know of an actor's class, looked up once per class.</summary>
internal sealed class ActorTraits
{
    private static readonly ConcurrentDictionary<Type, ActorTraits> Known = new();

    [ThreadStatic]
    private static ActorTraits _latest;

    private readonly Type _type;

    private ActorTraits(Type type)
    {
        _type = type;
        HasStash = typeof(IActorStash).IsAssignableFrom(type);
        HasTimers = typeof(IWithTimers).IsAssignableFrom(type);
        var aroundReceive = type.GetMethod(
            nameof(ActorBase.AroundReceive), BindingFlags.Instance | BindingFlags.NonPublic, [typeof(Receive), typeof(object)]);
        WrapsReceive = aroundReceive!.DeclaringType != typeof(ActorBase);
    }

    public bool HasStash { get; }
    public bool HasTimers { get; }

    /// <summary>Whether the class overrides <see cref="ActorBase.AroundReceive"/>; otherwise messages go straight to the behaviour.</summary>
    public bool WrapsReceive { get; }

    public static ActorTraits Of(Type type)
    {
        var latest = _latest;
        if (latest?._type != type)
            _latest = latest = Known.GetOrAdd(type, static t => new ActorTraits(t));
        return latest;
    }
}
