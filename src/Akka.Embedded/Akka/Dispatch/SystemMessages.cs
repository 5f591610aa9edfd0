using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message of the kernel to an actor. It overtakes the messages of actors.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;

/// <summary>A system message and, at the same time, its link in the queue: it can be sent once.</summary>
internal abstract class SystemMessage : ISystemMessage
{
    /// <summary>The next message, or a stopped actor standing for the notice of its own death.</summary>
    public object Next;

    /// <summary>Whether it has to wait until a failure has been dealt with.</summary>
    public virtual bool WaitsWhileFailed => false;

    /// <summary>Whether it has to wait until the children that are being stopped have stopped.</summary>
    public virtual bool WaitsForChildren => false;
}

internal sealed class ClosedQueue : SystemMessage
{
    public static readonly ClosedQueue Instance = new();
}

internal sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    : SystemMessage, IDeadLetterSuppression
{
    public IActorRef Actor => actor;
    public bool ExistenceConfirmed => existenceConfirmed;
    public bool AddressTerminated => addressTerminated;
}

internal sealed class Failed(IActorRef child, Exception cause) : SystemMessage
{
    public IActorRef Child => child;
    public Exception Cause => cause;
    public override bool WaitsWhileFailed => true;

    public override string ToString() => $"<Failed>: {child} - {cause}";
}

internal sealed class Supervise(ActorCell child) : SystemMessage
{
    public ActorCell Child => child;
}

internal sealed class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watchee => watchee;
    public IInternalActorRef Watcher => watcher;
}

internal sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watchee => watchee;
    public IInternalActorRef Watcher => watcher;
}

internal sealed class Recreate(Exception cause) : SystemMessage
{
    public Exception Cause => cause;
    public override bool WaitsForChildren => true;
}

internal sealed class Resume(Exception causedByFailure) : SystemMessage
{
    public Exception CausedByFailure => causedByFailure;
    public override bool WaitsForChildren => true;
}

internal sealed class Suspend : SystemMessage
{
    public override bool WaitsForChildren => true;
}

internal sealed class Terminate : SystemMessage, IDeadLetterSuppression;

/// <summary>Asks a guardian to stop one of its children. An ordinary message.</summary>
internal sealed record StopChild(IActorRef Child);
