using Akka.Event;

namespace Akka.Actor;

/// <summary>A message that the kernel handles itself before, or instead of, the actor.</summary>
public interface IAutoReceivedMessage;

/// <summary>A message that must not come from an untrusted sender.</summary>
public interface IPossiblyHarmful;

/// <summary>A message that never leaves the process.</summary>
public interface INoSerializationVerificationNeeded;

/// <summary>A watched actor has stopped.</summary>
public sealed class Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded, IEquatable<Terminated>
{
    public IActorRef ActorRef => actorRef;
    public bool ExistenceConfirmed => existenceConfirmed;
    public bool AddressTerminated => addressTerminated;

    public bool Equals(Terminated other) =>
        other is not null && Equals(ActorRef, other.ActorRef)
        && AddressTerminated == other.AddressTerminated && ExistenceConfirmed == other.ExistenceConfirmed;

    public override bool Equals(object obj) => Equals(obj as Terminated);

    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    public override string ToString() => $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";
}

/// <summary>Asks an actor to say that it exists; the kernel answers with <see cref="ActorIdentity"/>.</summary>
public sealed class Identify(object messageId) : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    public object MessageId => messageId;

    public override bool Equals(object obj) => obj is Identify other && Equals(MessageId, other.MessageId);

    public override int GetHashCode() => MessageId?.GetHashCode() ?? 0;

    public override string ToString() => $"<Identify>: {MessageId}";
}

/// <summary>The answer to <see cref="Identify"/>; without a subject if there is no such actor.</summary>
public sealed class ActorIdentity(object messageId, IActorRef subject)
{
    public object MessageId => messageId;
    public IActorRef Subject => subject;

    public override bool Equals(object obj) =>
        obj is ActorIdentity other && Equals(MessageId, other.MessageId) && Equals(Subject, other.Subject);

    public override int GetHashCode() => HashCode.Combine(MessageId, Subject);

    public override string ToString() => $"<ActorIdentity>: {Subject} - MessageId={MessageId}";
}

/// <summary>Stops the actor when it comes to this message.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    public static PoisonPill Instance { get; } = new();

    public override string ToString() => "<PoisonPill>";
}

/// <summary>Makes the actor fail with <see cref="ActorKilledException"/> when it comes to this message.</summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    public static Kill Instance { get; } = new();

    public override string ToString() => "<Kill>";
}

/// <summary>The actor has had no message for the time it asked for.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    public static ReceiveTimeout Instance { get; } = new();
}

/// <summary>An outcome sent as a message; Ask turns a failure into an exception.</summary>
public abstract class Status
{
    /// <summary>It worked.</summary>
    public sealed class Success(object status) : Status
    {
        public static readonly Success Instance = new(null);

        public readonly object Status = status;

        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>It did not, for this reason.</summary>
    public sealed class Failure(Exception cause, object state) : Status
    {
        public readonly Exception Cause = cause;
        public readonly object State = state;

        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}

/// <summary>A message and its sender.</summary>
public readonly struct Envelope(object message, IActorRef sender)
{
    public object Message { get; } = message;
    public IActorRef Sender { get; } = sender;

    public override string ToString() => $"<{Message ?? "null"}> from {Sender?.ToString() ?? "NoSender"}";
}

/// <summary>A message around another one.</summary>
public interface IWrappedMessage
{
    object Message { get; }
}

/// <summary>Unwrapping.</summary>
public static class WrappedMessage
{
    public static object Unwrap(object message)
    {
        while (message is IWrappedMessage wrapped)
            message = wrapped.Message;
        return message;
    }
}
