using Akka.Actor;

namespace Akka.Persistence;

public abstract partial class Eventsourced
{
    private Receive _receiveRecovery;
    private ICancelable _recoveryTimeout;
    private TimeSpan _recoveryEventTimeout;
    private Recovery _recovery;
    private bool _eventSeenInInterval;

    public override void AroundPreStart()
    {
        if (PersistenceId is null)
            throw new ArgumentNullException($"PersistenceId is [null] for PersistentActor [{Self.Path}]");

        // A plugin that is missing shows at once.
        _ = Journal;
        _ = SnapshotStore;
        RequestRecoveryPermit();
        base.AroundPreStart();
    }

    public override void AroundPostRestart(Exception cause, object message)
    {
        RequestRecoveryPermit();
        base.AroundPostRestart(cause, message);
    }

    private void RequestRecoveryPermit()
    {
        _recovery = Recovery;
        _phase = Phase.WaitingForPermit;
        _extension.RecoveryPermitter.Tell(Akka.Persistence.RequestRecoveryPermit.Instance, Self);
    }

    private void WhileWaitingForPermit(object message)
    {
        if (message is not RecoveryPermitGranted)
        {
            _internalStash.Stash();
            return;
        }

        _phase = Phase.LoadingSnapshot;
        _receiveRecovery = ReceiveRecovery;
        _recoveryEventTimeout = _extension.RecoveryEventTimeout(JournalPluginId);
        _recoveryTimeout = Context.System.Scheduler.ScheduleTellOnceCancelable(
            _recoveryEventTimeout, Self, RecoveryTick.ForSnapshot, Self);
        SnapshotStore.Tell(new LoadSnapshot(PersistenceId, _recovery.FromSnapshot, _recovery.ToSequenceNr));
    }

    private void WhileLoadingSnapshot(object message)
    {
        switch (message)
        {
            case LoadSnapshotResult result:
                _recoveryTimeout.Cancel();
                if (result.Snapshot is { } snapshot)
                    OfferSnapshot(new SnapshotOffer(snapshot.Metadata, snapshot.Snapshot));
                StartReplay(result.ToSequenceNr);
                break;
            case LoadSnapshotFailed failed:
                FailRecovery(failed.Cause);
                break;
            case RecoveryTick { IsForSnapshot: true }:
                FailRecovery(new RecoveryTimedOutException(
                    $"Recovery timed out, didn't get snapshot within {_recoveryEventTimeout.TotalSeconds}s."));
                break;
            default:
                _internalStash.Stash();
                break;
        }
    }

    private void OfferSnapshot(SnapshotOffer offer)
    {
        var former = LastSequenceNr;
        try
        {
            LastSequenceNr = offer.Metadata.SequenceNr;
            if (!base.AroundReceive(_receiveRecovery, offer))
                LastSequenceNr = former;
        }
        catch (Exception e)
        {
            FailRecovery(e);
        }
    }

    private void StartReplay(long toSequenceNr)
    {
        _phase = Phase.Replaying;
        _eventSeenInInterval = false;
        _recoveryTimeout = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(
            _recoveryEventTimeout, _recoveryEventTimeout, Self, RecoveryTick.ForEvents, Self);
        Journal.Tell(new ReplayMessages(LastSequenceNr + 1, toSequenceNr, _recovery.ReplayMax, PersistenceId, Self));
    }

    private void WhileReplaying(object message)
    {
        switch (message)
        {
            case ReplayedMessage replayed:
                Replay(replayed.Persistent);
                break;
            case RecoverySuccess success:
                CompleteRecovery(success.HighestSequenceNr);
                break;
            case ReplayMessagesFailure failure:
                FailRecovery(failure.Cause);
                break;
            case RecoveryTick { IsForSnapshot: false } when _eventSeenInInterval:
                _eventSeenInInterval = false;
                break;
            case RecoveryTick { IsForSnapshot: false }:
                FailRecovery(new RecoveryTimedOutException(
                    $"Recovery timed out, didn't get event within {_recoveryEventTimeout.TotalSeconds}s, " +
                    $"highest sequence number seen {LastSequenceNr}."));
                break;
            case RecoveryTick:
                break;
            default:
                _internalStash.Stash();
                break;
        }
    }

    private void Replay(Persistent persistent)
    {
        try
        {
            _eventSeenInInterval = true;
            UpdateLastSequenceNr(persistent);
            base.AroundReceive(_receiveRecovery, persistent);
        }
        catch (Exception e)
        {
            FailRecovery(e, persistent.Payload);
        }
    }

    private bool ReceiveRecovery(object message) =>
        ReceiveRecover(message is Persistent persistent ? persistent.Payload : message);

    private void CompleteRecovery(long highestSequenceNr)
    {
        _recoveryTimeout.Cancel();
        try
        {
            OnReplaySuccess();
            LastSequenceNr = Math.Max(highestSequenceNr, LastSequenceNr);
            _sequenceNr = LastSequenceNr;
            IsRecovering = false;
            try
            {
                base.AroundReceive(_receiveRecovery, RecoveryCompleted.Instance);
            }
            finally
            {
                // Also after a failure that the supervisor forgives.
                StartProcessing();
            }
        }
        finally
        {
            ReturnRecoveryPermit();
        }
    }

    private void FailRecovery(Exception cause, object message = null)
    {
        _recoveryTimeout.Cancel();
        try
        {
            OnRecoveryFailure(cause, message);
        }
        finally
        {
            Context.Stop(Self);
            ReturnRecoveryPermit();
        }
    }

    private void ReturnRecoveryPermit() => _extension.RecoveryPermitter.Tell(Akka.Persistence.ReturnRecoveryPermit.Instance, Self);

    /// <summary>Comes when a recovery may have taken too long.</summary>
    private sealed class RecoveryTick(bool isForSnapshot)
    {
        public static readonly RecoveryTick ForSnapshot = new(true);
        public static readonly RecoveryTick ForEvents = new(false);

        public bool IsForSnapshot => isForSnapshot;
    }
}
