using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a test actor received.</summary>
public abstract class MessageEnvelope
{
    /// <summary>The message.</summary>
    public abstract object Message { get; }

    /// <summary>Who sent it.</summary>
    public abstract IActorRef Sender { get; }
}

/// <summary>A message.</summary>
public class RealMessageEnvelope : MessageEnvelope
{
    /// <summary>The message and who sent it.</summary>
    public RealMessageEnvelope(object message, IActorRef sender)
    {
        Message = message;
        Sender = sender;
    }

    /// <inheritdoc />
    public override object Message { get; }

    /// <inheritdoc />
    public override IActorRef Sender { get; }

    /// <inheritdoc />
    public override string ToString() => $"<{Message ?? "null"}> from {Sender?.ToString() ?? "NoSender"}";
}

/// <summary>No message: none has been received, or the last wait was in vain.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    /// <summary>The only one.</summary>
    public static readonly NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    /// <inheritdoc />
    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override object Message => throw Nothing();

    /// <inheritdoc />
    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override IActorRef Sender => throw Nothing();

    /// <inheritdoc />
    public override string ToString() => "<null>";

    private static IllegalActorStateException Nothing() => new("The last receive took no message.");
}
