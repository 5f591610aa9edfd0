using Akka.Actor;
using Akka.Configuration;

namespace Akka.Persistence.Snapshot;

/// <summary>
/// What every snapshot store has in common: it answers persistent actors. The work itself runs outside of the mailbox.
/// </summary>
internal abstract class SnapshotStore : ActorBase
{
    private readonly CircuitBreaker _breaker;

    protected SnapshotStore(Config config) => _breaker = new CircuitBreaker(Context.System.Scheduler, config);

    protected abstract Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria);

    protected abstract Task SaveAsync(SnapshotMetadata metadata, object snapshot);

    protected abstract Task DeleteAsync(SnapshotMetadata metadata);

    protected abstract Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case LoadSnapshot load:
                _ = Load(load, Sender, Self);
                return true;
            case SaveSnapshot save:
                _ = Save(save, Sender, Self);
                return true;
            case DeleteSnapshot delete:
                _ = Delete(
                    () => DeleteAsync(delete.Metadata),
                    new DeleteSnapshotSuccess(delete.Metadata),
                    cause => new DeleteSnapshotFailure(delete.Metadata, cause));
                return true;
            case DeleteSnapshots delete:
                _ = Delete(
                    () => DeleteAsync(delete.PersistenceId, delete.Criteria),
                    new DeleteSnapshotsSuccess(delete.Criteria),
                    cause => new DeleteSnapshotsFailure(delete.Criteria, cause));
                return true;
            default:
                return false;
        }
    }

    private async Task Load(LoadSnapshot message, IActorRef actor, IActorRef self)
    {
        try
        {
            var snapshot = message.Criteria.Equals(SnapshotSelectionCriteria.None)
                ? null
                : await _breaker.Call(() => LoadAsync(message.PersistenceId, message.Criteria.Limit(message.ToSequenceNr)))
                    .ConfigureAwait(false);
            actor.Tell(new LoadSnapshotResult(snapshot, message.ToSequenceNr), self);
        }
        catch (Exception e)
        {
            actor.Tell(new LoadSnapshotFailed(e), self);
        }
    }

    private async Task Save(SaveSnapshot message, IActorRef actor, IActorRef self)
    {
        try
        {
            await _breaker.Call(() => SaveAsync(message.Metadata, message.Snapshot)).ConfigureAwait(false);
            actor.Tell(new SaveSnapshotSuccess(message.Metadata), self);
        }
        catch (Exception e)
        {
            actor.Tell(new SaveSnapshotFailure(message.Metadata, e), self);
        }
    }

    private Task Delete(Func<Task> delete, object success, Func<Exception, object> failure) =>
        Delete(delete, success, failure, Sender, Self);

    private async Task Delete(Func<Task> delete, object success, Func<Exception, object> failure, IActorRef actor, IActorRef self)
    {
        try
        {
            await _breaker.Call(delete).ConfigureAwait(false);
            actor.Tell(success, self);
        }
        catch (Exception e)
        {
            actor.Tell(failure(e), self);
        }
    }
}
