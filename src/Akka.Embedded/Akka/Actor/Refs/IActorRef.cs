using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Something that can be sent a message.</summary>
public interface ICanTell
{
    void Tell(object message, IActorRef sender);
}

/// <summary>A handle to an actor. It stays valid, as a way into dead letters, after the actor has stopped.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    ActorPath Path { get; }
}

/// <summary>Whether a reference points into this process.</summary>
public interface IActorRefScope
{
    bool IsLocal { get; }
}

/// <summary>What the kernel, and only the kernel, does with a reference.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    IInternalActorRef Parent { get; }
    IActorRefProvider Provider { get; }

    IActorRef GetChild(IReadOnlyList<string> name);
    void Resume(Exception causedByFailure = null);
    void Start();
    void Stop();
    void Restart(Exception cause);
    void Suspend();
    void SendSystemMessage(ISystemMessage message);
}

/// <summary>Sending with the sender that the calling actor implies.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends from the actor that is running on this thread, or from nobody.</summary>
    public static void Tell(this IActorRef receiver, object message) => receiver.Tell(message, ActorCell.Current);

    /// <summary>Passes a message on, with the sender of the message being handled.</summary>
    public static void Forward(this IActorRef receiver, object message) => receiver.Tell(message, ActorCell.Current?.Sender);
}

/// <summary>The references that stand for no actor.</summary>
public static class ActorRefs
{
    public static readonly Nobody Nobody = Nobody.Instance;
    public static readonly IActorRef NoSender;

    /// <summary>Whether a reference is null or <see cref="Nobody"/>.</summary>
    public static bool IsNobody(this IActorRef actorRef) => actorRef is null or Actor.Nobody;
}
