using Akka.Actor;

namespace Akka.Persistence;

public abstract partial class Eventsourced
{
    private Phase _phase;

    private enum Phase
    {
        WaitingForPermit,
        LoadingSnapshot,
        Replaying,
        ProcessingCommands,
        PersistingEvents,
    }

    public override void AroundPreRestart(Exception cause, object message)
    {
        try
        {
            UnstashForNextInstance();
        }
        finally
        {
            FlushJournalBatch();
            base.AroundPreRestart(cause, message switch
            {
                WriteMessageSuccess success => success.Persistent.Payload,
                LoopMessageSuccess success => success.Message,
                ReplayedMessage replayed => replayed.Persistent.Payload,
                _ => message,
            });
        }
    }

    public override void AroundPostStop()
    {
        try
        {
            UnstashForNextInstance();
        }
        finally
        {
            base.AroundPostStop();
        }
    }

    protected internal override bool AroundReceive(Receive receive, object message)
    {
        switch (_phase)
        {
            case Phase.WaitingForPermit:
                WhileWaitingForPermit(message);
                break;
            case Phase.LoadingSnapshot:
                WhileLoadingSnapshot(message);
                break;
            case Phase.Replaying:
                WhileReplaying(message);
                break;
            case Phase.ProcessingCommands:
                if (!TakeAnswerOfJournal(message))
                    Process(receive, message);
                break;
            default:
                if (!TakeAnswerOfJournal(message))
                    _internalStash.Stash();
                break;
        }

        return true;
    }

    private void StartProcessing()
    {
        FlushBatch();
        if (_stashingInvocations > 0)
        {
            _phase = Phase.PersistingEvents;
            return;
        }

        _phase = Phase.ProcessingCommands;
        _internalStash.UnstashAll();
    }

    private void Process(Receive receive, object message)
    {
        var failed = true;
        try
        {
            base.AroundReceive(receive, message);
            failed = false;
        }
        finally
        {
            FlushBatch();
            if (_stashingInvocations > 0)
                _phase = Phase.PersistingEvents;
            else
                Unstash(failed);
        }
    }

    private bool TakeAnswerOfJournal(object message)
    {
        switch (message)
        {
            case WriteMessageSuccess success when success.ActorInstanceId == _instanceId:
                UpdateLastSequenceNr(success.Persistent);
                CallHandler(success.Persistent.Payload);
                break;
            case LoopMessageSuccess success when success.ActorInstanceId == _instanceId:
                CallHandler(success.Message);
                break;
            case WriteMessageRejected rejected when rejected.ActorInstanceId == _instanceId:
                UpdateLastSequenceNr(rejected.Persistent);
                EndInvocation(failed: false);
                OnPersistRejected(rejected.Cause, rejected.Persistent.Payload, rejected.Persistent.SequenceNr);
                break;
            case WriteMessageFailure failure when failure.ActorInstanceId == _instanceId:
                EndInvocation(failed: false);
                Fail(failure);
                break;
            case WriteMessagesSuccessful:
                _isWriteInProgress = false;
                FlushJournalBatch();
                break;
            case WriteMessagesFailed failed:
                // Otherwise a failed event follows, which stops the actor.
                _isWriteInProgress &= failed.WriteCount > 0;
                break;
            case WriteMessageSuccess or LoopMessageSuccess or WriteMessageRejected or WriteMessageFailure or RecoveryTick:
                // Of an instance that has been restarted since, or of a recovery that has ended.
                break;
            default:
                return false;
        }

        return true;
    }

    private void CallHandler(object payload)
    {
        var failed = true;
        try
        {
            try
            {
                _invocations.Peek().Handler(payload);
            }
            finally
            {
                FlushBatch();
            }

            failed = false;
        }
        finally
        {
            EndInvocation(failed);
        }
    }

    private void EndInvocation(bool failed)
    {
        if (_invocations.Dequeue().IsStashing)
            _stashingInvocations--;
        if (_phase == Phase.PersistingEvents && _stashingInvocations > 0)
            return;

        // What is left, if anything, does not keep messages waiting.
        _phase = Phase.ProcessingCommands;
        Unstash(failed);
    }

    private void Fail(WriteMessageFailure failure)
    {
        try
        {
            OnPersistFailure(failure.Cause, failure.Persistent.Payload, failure.Persistent.SequenceNr);
        }
        finally
        {
            Context.Stop(Self);
        }
    }

    // After a failure all wait for the next instance in the mailbox; otherwise one at a time keeps their order.
    private void Unstash(bool all)
    {
        if (all)
            _internalStash.UnstashAll();
        else
            _internalStash.Unstash();
    }

    private void UnstashForNextInstance()
    {
        _internalStash.UnstashAll();
        Stash.UnstashAll(static envelope => envelope.Message is not (WriteMessageSuccess or ReplayedMessage));
    }
}
