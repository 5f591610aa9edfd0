using System.Collections.Concurrent;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>The root of all actors, and the parent of those that the application makes.</summary>
internal sealed class GuardianActor : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated:
                Context.Stop(Self);
                break;
            case StopChild stop:
                Context.Stop(stop.Child);
                break;
            default:
                Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                break;
        }

        return true;
    }
}

/// <summary>The parent of the kernel's own actors. It outlives the application's.</summary>
internal sealed class SystemGuardianActor(IActorRef userGuardian) : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(userGuardian):
                Context.System.EventStream.StopDefaultLoggers(Context.System);
                Context.Stop(Self);
                break;
            case StopChild stop:
                Context.Stop(stop.Child);
                break;
            default:
                Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                break;
        }

        return true;
    }

    protected override void PreRestart(Exception reason, object message)
    {
        // The kernel's actors go on.
    }
}

/// <summary>What the root has for a parent: its end is the system's.</summary>
internal sealed class RootGuardianSupervisor(LocalActorRefProvider provider, ILoggingAdapter log, Action terminated) : MinimalActorRef
{
    public override ActorPath Path { get; } = provider.RootPath / "_Root-guardian-supervisor";

    public override IActorRefProvider Provider => provider;

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                log.Error(failed.Cause, "guardian {0} failed, shutting down!", failed.Child);
                ((IInternalActorRef)failed.Child).Stop();
                break;
            case DeathWatchNotification:
                terminated();
                break;
        }
    }
}

/// <summary>The parent of references that live for one question.</summary>
internal sealed class TempActorContainer(LocalActorRefProvider provider, ActorPath path) : MinimalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _actors = new();

    public override ActorPath Path => path;
    public override IActorRefProvider Provider => provider;
    public override IInternalActorRef Parent => provider.RootGuardian;

    public void Add(string name, IInternalActorRef actor) => _actors[name] = actor;

    public void Remove(string name) => _actors.TryRemove(name, out _);

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        if (name.Count == 0 || string.IsNullOrEmpty(name[0]))
            return this;
        return _actors.TryGetValue(name[0], out var actor) ? actor.GetChild(name.Skip(1).ToArray()) : ActorRefs.Nobody;
    }
}
