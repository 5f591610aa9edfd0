using Akka.Actor;

namespace Akka.Persistence;

/// <summary>The events up to the number are deleted.</summary>
public sealed class DeleteMessagesSuccess(long toSequenceNr) : IEquatable<DeleteMessagesSuccess>
{
    public long ToSequenceNr => toSequenceNr;

    public bool Equals(DeleteMessagesSuccess other) => other is not null && ToSequenceNr == other.ToSequenceNr;

    public override bool Equals(object obj) => Equals(obj as DeleteMessagesSuccess);

    public override int GetHashCode() => ToSequenceNr.GetHashCode();

    public override string ToString() => $"DeleteMessagesSuccess<toSequenceNr: {ToSequenceNr}>";
}

/// <summary>The events up to the number are not deleted.</summary>
public sealed class DeleteMessagesFailure : IEquatable<DeleteMessagesFailure>, INoSerializationVerificationNeeded
{
    public DeleteMessagesFailure(Exception cause, long toSequenceNr)
    {
        Cause = cause ?? throw new ArgumentNullException(nameof(cause), "DeleteMessagesFailure cause exception cannot be null");
        ToSequenceNr = toSequenceNr;
    }

    public Exception Cause { get; }
    public long ToSequenceNr { get; }

    public bool Equals(DeleteMessagesFailure other) =>
        other is not null && Equals(Cause, other.Cause) && ToSequenceNr == other.ToSequenceNr;

    public override bool Equals(object obj) => Equals(obj as DeleteMessagesFailure);

    public override int GetHashCode() => HashCode.Combine(Cause, ToSequenceNr);

    public override string ToString() => $"DeleteMessagesFailure<cause: {Cause}, toSequenceNr: {ToSequenceNr}>";
}

/// <summary>Asks the journal to delete.</summary>
internal sealed record DeleteMessagesTo(string PersistenceId, long ToSequenceNr, IActorRef PersistentActor);

/// <summary>Asks the journal to write. The instance number tells answers to an instance that has been restarted since.</summary>
internal sealed record WriteMessages(IReadOnlyList<PersistentEnvelope> Messages, IActorRef PersistentActor, int ActorInstanceId);

/// <summary>All writes have been tried; the answers for each event follow.</summary>
internal sealed class WriteMessagesSuccessful
{
    public static readonly WriteMessagesSuccessful Instance = new();
}

/// <summary>None of so many writes was done; the answers for each event follow.</summary>
internal sealed record WriteMessagesFailed(Exception Cause, int WriteCount);

/// <summary>The event is persisted.</summary>
internal sealed record WriteMessageSuccess(Persistent Persistent, int ActorInstanceId);

/// <summary>The event cannot be persisted, and nothing was tried.</summary>
internal sealed record WriteMessageRejected(Persistent Persistent, Exception Cause, int ActorInstanceId);

/// <summary>Persisting the event failed.</summary>
internal sealed record WriteMessageFailure(Persistent Persistent, Exception Cause, int ActorInstanceId);

/// <summary>What was not to be persisted has had its turn.</summary>
internal sealed record LoopMessageSuccess(object Message, int ActorInstanceId);

/// <summary>Asks the journal for events.</summary>
internal sealed record ReplayMessages(long FromSequenceNr, long ToSequenceNr, long Max, string PersistenceId, IActorRef PersistentActor);

/// <summary>An event from the journal.</summary>
internal sealed record ReplayedMessage(Persistent Persistent);

/// <summary>That were all events.</summary>
internal sealed record RecoverySuccess(long HighestSequenceNr);

/// <summary>The journal could not replay.</summary>
internal sealed record ReplayMessagesFailure(Exception Cause);
