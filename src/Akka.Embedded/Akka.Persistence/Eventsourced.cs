using Akka.Actor;
using Akka.Event;

namespace Akka.Persistence;

/// <summary>
/// An actor whose state is the outcome of events. Events are persisted before they are applied; when the actor starts, it is
/// given the latest snapshot and the events since, and then the messages that came meanwhile.
/// </summary>
public abstract partial class Eventsourced : ActorBase, IWithUnboundedStash
{
    private const string NotWhileRecovering =
        "Cannot persist during replay. Events can be persisted when receiving RecoveryCompleted or later.";

    private static int _instances;

    private readonly int _instanceId = Interlocked.Increment(ref _instances);
    private readonly PersistenceExtension _extension;
    private readonly ActorStash _internalStash;
    private IActorRef _journal;
    private IActorRef _snapshotStore;
    private IStash _stash;

    protected Eventsourced()
    {
        _extension = Persistence.Instance.Apply(Context.System);
        _internalStash = new ActorStash(ActorCell.Current);
        Log = Context.GetLogger();
    }

    /// <summary>The name of the actor's history. No two actors at a time may have the same.</summary>
    public abstract string PersistenceId { get; }

    /// <summary>How the actor recovers.</summary>
    public virtual Recovery Recovery => Recovery.Default;

    /// <summary>The actor's own stash. What comes out of it comes before what waits for events to be persisted.</summary>
    public IStash Stash
    {
        get => _stash;
        set => _stash = new EventsourcedStash(value, _internalStash);
    }

    /// <summary>The path of the journal; empty: the default one.</summary>
    public string JournalPluginId { get; protected set; }

    /// <summary>The path of the snapshot store; empty: the default one.</summary>
    public string SnapshotPluginId { get; protected set; }

    public bool IsRecovering { get; private set; } = true;

    /// <summary>The number of the latest event, or zero.</summary>
    public long LastSequenceNr { get; private set; }

    /// <summary>The number that a snapshot would be saved under.</summary>
    public long SnapshotSequenceNr => LastSequenceNr;

    protected virtual ILoggingAdapter Log { get; }

    private IActorRef Journal => _journal ??= _extension.JournalFor(JournalPluginId);

    private IActorRef SnapshotStore => _snapshotStore ??= _extension.SnapshotStoreFor(SnapshotPluginId);

    /// <summary>
    /// Saves a snapshot; <see cref="SaveSnapshotSuccess"/> or <see cref="SaveSnapshotFailure"/> comes as a message.
    /// </summary>
    public void SaveSnapshot(object snapshot) => SnapshotStore.Tell(new SaveSnapshot(
        new SnapshotMetadata(PersistenceId, SnapshotSequenceNr, Context.System.Scheduler.Now.UtcDateTime), snapshot));

    /// <summary>
    /// Deletes a snapshot; <see cref="DeleteSnapshotSuccess"/> or <see cref="DeleteSnapshotFailure"/> comes as a message.
    /// </summary>
    public void DeleteSnapshot(long sequenceNr) => SnapshotStore.Tell(new DeleteSnapshot(
        new SnapshotMetadata(PersistenceId, sequenceNr, DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc))));

    /// <summary>
    /// Deletes snapshots; <see cref="DeleteSnapshotsSuccess"/> or <see cref="DeleteSnapshotsFailure"/> comes as a message.
    /// </summary>
    public void DeleteSnapshots(SnapshotSelectionCriteria criteria) =>
        SnapshotStore.Tell(new DeleteSnapshots(PersistenceId, criteria));

    /// <summary>
    /// Deletes events up to the number, or all with <see cref="long.MaxValue"/>; <see cref="DeleteMessagesSuccess"/> or
    /// <see cref="DeleteMessagesFailure"/> comes as a message.
    /// </summary>
    public void DeleteMessages(long toSequenceNr)
    {
        if (toSequenceNr == long.MaxValue || toSequenceNr <= LastSequenceNr)
        {
            Journal.Tell(new DeleteMessagesTo(PersistenceId, Math.Min(toSequenceNr, LastSequenceNr), Self));
            return;
        }

        Self.Tell(new DeleteMessagesFailure(
            new InvalidOperationException(
                $"toSequenceNr [{toSequenceNr}] must be less than or equal to LastSequenceNr [{LastSequenceNr}]"),
            toSequenceNr));
    }

    /// <summary>Takes events, the offer of a snapshot, and <see cref="RecoveryCompleted"/>.</summary>
    protected abstract bool ReceiveRecover(object message);

    /// <summary>Takes everything else.</summary>
    protected abstract bool ReceiveCommand(object message);

    /// <summary>All events have been replayed.</summary>
    protected virtual void OnReplaySuccess()
    {
    }

    /// <summary>The recovery failed; the actor stops.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">The event that was not taken, if it is that.</param>
    protected virtual void OnRecoveryFailure(Exception reason, object message = null)
    {
        if (message is null)
        {
            Log.Error(
                reason,
                "Persistence failure when replaying events for persistenceId [{0}]. Last known sequence number [{1}]",
                PersistenceId,
                LastSequenceNr);
        }
        else
        {
            Log.Error(
                reason,
                "Exception in ReceiveRecover when replaying event type [{0}] with sequence number [{1}] for persistenceId [{2}]",
                message.GetType(),
                LastSequenceNr,
                PersistenceId);
        }
    }

    /// <summary>It is not known whether the event is persisted; the actor stops.</summary>
    protected virtual void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Log.Error(
        cause,
        "Failed to persist event type [{0}] with sequence number [{1}] for persistenceId [{2}].",
        @event.GetType(),
        sequenceNr,
        PersistenceId);

    /// <summary>The event is not persisted, and its handler is not called; the actor goes on.</summary>
    protected virtual void OnPersistRejected(Exception cause, object @event, long sequenceNr) => Log.Error(
        cause,
        "Rejected to persist event type [{0}] with sequence number [{1}] for persistenceId [{2}].",
        @event.GetType(),
        sequenceNr,
        PersistenceId);

    protected override void Unhandled(object message)
    {
        switch (message)
        {
            case RecoveryCompleted:
                return;
            case SaveSnapshotFailure failure:
                WarnOfFailure("SaveSnapshot", failure.Metadata, failure.Cause);
                break;
            case DeleteSnapshotFailure failure:
                WarnOfFailure("DeleteSnapshot", failure.Metadata, failure.Cause);
                break;
            case DeleteSnapshotsFailure failure:
                WarnOfFailure("DeleteSnapshots", failure.Criteria, failure.Cause);
                break;
            case DeleteMessagesFailure failure:
                WarnOfFailure("DeleteMessages", failure.ToSequenceNr, failure.Cause);
                break;
        }

        base.Unhandled(message);
    }

    private void WarnOfFailure(string what, object which, Exception cause) =>
        Log.Warning(cause, "Failed to {0} [{1}] for persistenceId [{2}]", what, which, PersistenceId);
}
