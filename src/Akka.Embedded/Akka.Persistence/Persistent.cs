using Akka.Actor;

namespace Akka.Persistence;

/// <summary>An event with its place in the history of its actor.</summary>
internal sealed record Persistent(object Payload, long SequenceNr, string PersistenceId, string WriterUuid, IActorRef Sender);

/// <summary>Something on its way through the journal.</summary>
internal abstract class PersistentEnvelope;

/// <summary>Something that only keeps its turn among what is persisted.</summary>
internal sealed class NonPersistentMessage(object payload, IActorRef sender) : PersistentEnvelope
{
    public object Payload => payload;
    public IActorRef Sender => sender;
}

/// <summary>Events that are persisted together or not at all.</summary>
internal sealed class AtomicWrite(IReadOnlyList<Persistent> events) : PersistentEnvelope
{
    public IReadOnlyList<Persistent> Events => events;
}
