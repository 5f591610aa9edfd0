using System.Collections.Concurrent;
using Akka.Actor;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Fixtures;

/// <summary>
/// Looks at the actors of a switch from outside: which entities there are, by their paths. Nothing but a test looks there; every
/// driver uses <see cref="ISwitch"/>.
/// </summary>
internal static class Entities
{
    /// <summary>The parents of the entities; each child of one is an entity.</summary>
    private static readonly string[] Parents = ["/user/dns", "/user/lines", "/user/calls-*"];

    /// <summary>The path of a call's actor: one of sixteen parents has it, by its ConnID.</summary>
    public static string CallPath(ConnID call) => $"/user/calls-{call.Value % 16}/{call}";

    /// <summary>Asks every entity for its path; in virtual time the answers are there when the switch has come to rest.</summary>
    public static ConcurrentQueue<string> Ask(ActorSystem system)
    {
        var paths = new ConcurrentQueue<string>();
        foreach (var parent in Parents) Find(system, $"{parent}/*", found => paths.Enqueue(found.Path.ToStringWithoutAddress()));
        return paths;
    }

    /// <summary>Calls <paramref name="found"/> once for each actor at a path, which may have wildcards.</summary>
    public static void Find(ActorSystem system, string path, Action<IActorRef> found)
    {
        var asker = system.ActorOf(Hearing.Props(message =>
        {
            if (message is ActorIdentity { Subject: { } subject } && !subject.IsNobody()) found(subject);
        }));
        system.ActorSelection(path).Tell(new Identify(null), asker);
    }

    /// <summary>Calls <paramref name="gone"/> once for each of these actors, when it is no more: at once where there is none.</summary>
    public static void WatchUntilGone(ActorSystem system, IEnumerable<string> paths, Action<string> gone)
    {
        var watcher = system.ActorOf(Hearing.Props((context, message) =>
        {
            switch (message)
            {
                case ActorIdentity { Subject: { } subject } when !subject.IsNobody(): context.Watch(subject); break;
                case ActorIdentity { MessageId: string path }: gone(path); break;
                case Terminated ended: gone(ended.ActorRef.Path.ToStringWithoutAddress()); break;
            }
        }));
        foreach (var path in paths) system.ActorSelection(path).Tell(new Identify(path), watcher);
    }
}

/// <summary>An actor that passes on what it is told.</summary>
internal sealed class Hearing(Action<IUntypedActorContext, object> hear) : UntypedActor
{
    public static Props Props(Action<object> hear) => Props((_, message) => hear(message));

    public static Props Props(Action<IUntypedActorContext, object> hear) => Akka.Actor.Props.CreateBy(new Producer(hear));

    protected override void OnReceive(object message) => hear(Context, message);

    private sealed class Producer(Action<IUntypedActorContext, object> hear) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Hearing);

        public ActorBase Produce() => new Hearing(hear);

        public void Release(ActorBase actor)
        {
        }
    }
}
