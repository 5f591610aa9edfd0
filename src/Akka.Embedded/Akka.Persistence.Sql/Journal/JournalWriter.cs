namespace Akka.Persistence.Sql.Journal;

/// <summary>
/// Commits what many actors write in common transactions: whatever has gathered while the last one was committed makes the
/// next one. Writes are committed in the order in which they came.
/// </summary>
internal sealed class JournalWriter(Func<IReadOnlyList<JournalRow>, Task> commit, int batchSize, int bufferSize)
{
    private readonly Lock _lock = new();
    private readonly Queue<Entry> _waiting = new();
    private bool _isCommitting;

    /// <summary>Completes when the rows are committed, fails if they are not.</summary>
    public Task Write(IReadOnlyList<JournalRow> rows)
    {
        var entry = new Entry(rows);
        lock (_lock)
        {
            if (_waiting.Count >= bufferSize)
            {
                return Task.FromException(new InvalidOperationException(
                    $"Failed to enqueue journal row batch write, the queue buffer was full ({bufferSize} elements)"));
            }

            _waiting.Enqueue(entry);
            if (_isCommitting)
                return entry.Completion.Task;
            _isCommitting = true;
        }

        _ = CommitAll();
        return entry.Completion.Task;
    }

    private async Task CommitAll()
    {
        while (NextBatch() is { } batch)
        {
            try
            {
                var rows = batch is [var single] ? single.Rows : [.. batch.SelectMany(static entry => entry.Rows)];
                if (rows.Count > 0)
                    await commit(rows).ConfigureAwait(false);
                foreach (var entry in batch)
                    entry.Completion.SetResult();
            }
            catch (Exception e)
            {
                foreach (var entry in batch)
                    entry.Completion.TrySetException(e);
            }
        }
    }

    // A write is never divided, so that a batch may be larger than it should.
    private List<Entry>? NextBatch()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _isCommitting = false;
                return null;
            }

            var batch = new List<Entry>();
            var size = 0;
            while (_waiting.TryPeek(out var entry) && (batch.Count == 0 || size + entry.Rows.Count <= batchSize))
            {
                batch.Add(_waiting.Dequeue());
                size += entry.Rows.Count;
            }

            return batch;
        }
    }

    private sealed record Entry(IReadOnlyList<JournalRow> Rows)
    {
        public TaskCompletionSource Completion { get; } = new();
    }
}
