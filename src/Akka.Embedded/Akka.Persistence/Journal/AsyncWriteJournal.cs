using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Persistence.Journal;

/// <summary>
/// What every journal has in common: it answers persistent actors. The work itself runs outside of the mailbox.
/// </summary>
internal abstract class AsyncWriteJournal : ActorBase
{
    private readonly CircuitBreaker _breaker;
    private readonly ReplayFilterSettings _replayFilter;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    protected AsyncWriteJournal(Config config)
    {
        _breaker = new CircuitBreaker(Context.System.Scheduler, config);
        _replayFilter = new ReplayFilterSettings(config);
    }

    /// <summary>Writes what it can, in the order of the calls. For each write null, or why it could not even be tried.</summary>
    protected abstract Task<Exception[]> WriteMessagesAsync(IReadOnlyList<AtomicWrite> writes);

    /// <summary>The highest number, zero if there is none above the given one.</summary>
    protected abstract Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr);

    /// <summary>Reads events in order.</summary>
    protected abstract Task ReplayMessagesAsync(
        string persistenceId, long fromSequenceNr, long toSequenceNr, long max, Action<Persistent> recoveryCallback);

    protected abstract Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case WriteMessages write:
                _ = Write(write, Self);
                return true;
            case ReplayMessages replay:
                _ = Replay(replay, Self);
                return true;
            case DeleteMessagesTo delete:
                _ = Delete(delete, Self);
                return true;
            default:
                return false;
        }
    }

    private async Task Write(WriteMessages message, IActorRef self)
    {
        var writes = new List<AtomicWrite>(message.Messages.Count);
        foreach (var envelope in message.Messages)
        {
            if (envelope is AtomicWrite write)
                writes.Add(write);
        }

        var actor = message.PersistentActor;
        var instance = message.ActorInstanceId;
        try
        {
            var rejections = await _breaker.Call(() => WriteMessagesAsync(writes)).ConfigureAwait(false);
            actor.Tell(WriteMessagesSuccessful.Instance, self);
            Answer(message, (persistent, index) => rejections[index] is { } cause
                ? new WriteMessageRejected(persistent, cause, instance)
                : new WriteMessageSuccess(persistent, instance));
        }
        catch (Exception e)
        {
            actor.Tell(new WriteMessagesFailed(e, writes.Count), self);
            Answer(message, (persistent, _) => new WriteMessageFailure(persistent, e, instance));
        }
    }

    /// <summary>Answers each event in the name of the sender of the command that it came from.</summary>
    private static void Answer(WriteMessages message, Func<Persistent, int, object> answer)
    {
        var index = 0;
        foreach (var envelope in message.Messages)
        {
            if (envelope is AtomicWrite write)
            {
                foreach (var persistent in write.Events)
                    message.PersistentActor.Tell(answer(persistent, index), persistent.Sender);
                index++;
            }
            else if (envelope is NonPersistentMessage loop)
            {
                message.PersistentActor.Tell(new LoopMessageSuccess(loop.Payload, message.ActorInstanceId), loop.Sender);
            }
        }
    }

    private async Task Replay(ReplayMessages message, IActorRef self)
    {
        var actor = message.PersistentActor;
        var filter = new ReplayFilter(_replayFilter, actor, _log);
        try
        {
            var from = Math.Max(0L, message.FromSequenceNr - 1);
            var highest = await _breaker.Call(() => ReadHighestSequenceNrAsync(message.PersistenceId, from)).ConfigureAwait(false);
            var to = Math.Min(message.ToSequenceNr, highest);
            if (to > 0 && message.FromSequenceNr <= to)
            {
                await ReplayMessagesAsync(message.PersistenceId, message.FromSequenceNr, to, message.Max, filter.Add)
                    .ConfigureAwait(false);
            }

            filter.Complete();
            actor.Tell(new RecoverySuccess(highest), self);
        }
        catch (Exception e)
        {
            filter.Complete();
            actor.Tell(new ReplayMessagesFailure(e), self);
        }
    }

    private async Task Delete(DeleteMessagesTo message, IActorRef self)
    {
        try
        {
            await _breaker.Call(() => DeleteMessagesToAsync(message.PersistenceId, message.ToSequenceNr)).ConfigureAwait(false);
            message.PersistentActor.Tell(new DeleteMessagesSuccess(message.ToSequenceNr), self);
        }
        catch (Exception e)
        {
            message.PersistentActor.Tell(new DeleteMessagesFailure(e, message.ToSequenceNr), self);
        }
    }
}
