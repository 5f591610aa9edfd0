namespace Akka.Persistence;

public abstract partial class Eventsourced
{
    private readonly Queue<Invocation> _invocations = new();
    private List<PersistentEnvelope> _eventBatch = [];
    private List<PersistentEnvelope> _journalBatch = [];
    private int _stashingInvocations;
    private bool _isWriteInProgress;
    private long _sequenceNr;

    /// <summary>
    /// Persists an event and then calls the handler, in the order of the calls; until then other messages wait. The sender is
    /// still that of the command.
    /// </summary>
    /// <exception cref="InvalidOperationException">The actor is recovering.</exception>
    public void Persist<TEvent>(TEvent @event, Action<TEvent> handler)
    {
        EnsureNotRecovering();
        _stashingInvocations++;
        _invocations.Enqueue(new Invocation(e => handler((TEvent)e), IsStashing: true));
        _eventBatch.Add(new AtomicWrite([NextPersistent(@event)]));
    }

    /// <summary>Persists events together or not at all, and then calls the handler with each.</summary>
    /// <exception cref="InvalidOperationException">The actor is recovering.</exception>
    public void PersistAll<TEvent>(IEnumerable<TEvent> events, Action<TEvent> handler)
    {
        EnsureNotRecovering();
        if (events is null)
            return;

        var invocation = new Invocation(e => handler((TEvent)e), IsStashing: true);
        var persistents = new List<Persistent>();
        foreach (var @event in events)
        {
            _stashingInvocations++;
            _invocations.Enqueue(invocation);
            persistents.Add(NextPersistent(@event));
        }

        if (persistents.Count > 0)
            _eventBatch.Add(new AtomicWrite(persistents));
    }

    /// <summary>Persists an event and then calls the handler, in the order of the calls; other messages may come in between.</summary>
    /// <exception cref="InvalidOperationException">The actor is recovering.</exception>
    public void PersistAsync<TEvent>(TEvent @event, Action<TEvent> handler)
    {
        EnsureNotRecovering();
        _invocations.Enqueue(new Invocation(e => handler((TEvent)e), IsStashing: false));
        _eventBatch.Add(new AtomicWrite([NextPersistent(@event)]));
    }

    /// <summary>Calls the handler once all handlers of events persisted before have been called; nothing is persisted.</summary>
    /// <exception cref="InvalidOperationException">The actor is recovering.</exception>
    public void DeferAsync<TEvent>(TEvent evt, Action<TEvent> handler)
    {
        EnsureNotRecovering();
        if (_invocations.Count == 0)
        {
            handler(evt);
            return;
        }

        _invocations.Enqueue(new Invocation(e => handler((TEvent)e), IsStashing: false));
        _eventBatch.Add(new NonPersistentMessage(evt, Sender));
    }

    private void EnsureNotRecovering()
    {
        if (IsRecovering)
            throw new InvalidOperationException(NotWhileRecovering);
    }

    private Persistent NextPersistent(object @event) => new(@event, ++_sequenceNr, PersistenceId, "", Sender);

    private void UpdateLastSequenceNr(Persistent persistent) =>
        LastSequenceNr = Math.Max(LastSequenceNr, persistent.SequenceNr);

    private void FlushBatch()
    {
        if (_eventBatch.Count > 0)
        {
            if (_journalBatch.Count == 0)
            {
                (_journalBatch, _eventBatch) = (_eventBatch, _journalBatch);
            }
            else
            {
                _journalBatch.AddRange(_eventBatch);
                _eventBatch.Clear();
            }
        }

        FlushJournalBatch();
    }

    // One write at a time: what gathers meanwhile makes the next one.
    private void FlushJournalBatch()
    {
        if (_isWriteInProgress || _journalBatch.Count == 0)
            return;
        Journal.Tell(new WriteMessages(_journalBatch, Self, _instanceId), Self);
        _journalBatch = [];
        _isWriteInProgress = true;
    }

    /// <summary>A handler that waits for its event. Stashing: messages wait with it.</summary>
    private sealed record Invocation(Action<object> Handler, bool IsStashing);
}
