using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Persistence.Journal;
using Akka.Persistence.Sql.Databases;

namespace Akka.Persistence.Sql.Journal;

/// <summary>The journal in the tables of Akka.Persistence.Sql.</summary>
internal sealed class SqlWriteJournal : AsyncWriteJournal, IWithUnboundedStash
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IScheduler _scheduler = Context.System.Scheduler;
    private readonly SqlSettings _settings;
    private readonly SqlDatabase _database;
    private readonly JournalRows _rows;
    private readonly JournalWriter _writer;
    private Task _latestWrite = Task.CompletedTask;

    public SqlWriteJournal(Config config)
        : base(config)
    {
        _settings = new SqlSettings(config);
        _database = SqlDatabase.For(_settings);
        _rows = new JournalRows(Context.System.Serialization, _settings.Serializer);
        _writer = new JournalWriter(Commit, _settings.BatchSize, _settings.BufferSize);
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart()
    {
        BecomeStacked(WhileInitializing);
        SqlTables.Initialize(_database, _settings, _database.CreateJournal).PipeTo(Self);
    }

    protected override async Task<Exception?[]> WriteMessagesAsync(IReadOnlyList<AtomicWrite> writes)
    {
        var created = _scheduler.Now.UtcTicks;
        var rejections = new Exception?[writes.Count];
        var rows = new List<JournalRow>(writes.Count);
        for (var i = 0; i < writes.Count; i++)
        {
            var before = rows.Count;
            try
            {
                foreach (var persistent in writes[i].Events)
                    rows.Add(_rows.Write(persistent, created));
            }
            catch (Exception e)
            {
                // Together or not at all.
                rows.RemoveRange(before, rows.Count - before);
                rejections[i] = e;
            }
        }

        _latestWrite = _writer.Write(rows);
        await _latestWrite.ConfigureAwait(false);
        return rejections;
    }

    protected override async Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr)
    {
        // A former instance of the actor may have a write on its way; how that ends does not matter here.
        await _latestWrite.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await _database.Read(connection => connection.Number(
            "SELECT MAX(sequence_number) FROM journal WHERE persistence_id = @id AND sequence_number > @from",
            ("@id", persistenceId),
            ("@from", fromSequenceNr))).ConfigureAwait(false);
    }

    protected override Task ReplayMessagesAsync(
        string persistenceId, long fromSequenceNr, long toSequenceNr, long max, Action<Persistent> recoveryCallback) =>
        _database.Read(async connection =>
        {
            await using var select = connection.Command(
                """
                SELECT sequence_number, identifier, manifest, message, writer_uuid FROM journal
                WHERE persistence_id = @id AND sequence_number >= @from AND sequence_number <= @to AND deleted = FALSE
                ORDER BY sequence_number LIMIT @max
                """,
                ("@id", persistenceId),
                ("@from", fromSequenceNr),
                ("@to", toSequenceNr),
                ("@max", max));
            await using var reader = await select.ExecuteReaderAsync().ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
                recoveryCallback(_rows.Read(persistenceId, reader));
            return Done.Instance;
        });

    protected override Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr) => _database.Write(async connection =>
    {
        // The last of the deleted events stays, marked, so that the numbering goes on after it.
        (string, object?)[] parameters = [("@id", persistenceId), ("@to", toSequenceNr)];
        await connection.Execute(
            "UPDATE journal SET deleted = TRUE WHERE persistence_id = @id AND sequence_number <= @to", parameters).ConfigureAwait(false);
        var last = await connection.Number(
            "SELECT MAX(sequence_number) FROM journal WHERE persistence_id = @id AND deleted = TRUE", ("@id", persistenceId))
            .ConfigureAwait(false);
        await connection.Execute(
            "DELETE FROM journal WHERE persistence_id = @id AND sequence_number <= @to AND sequence_number < @last",
            [.. parameters, ("@last", last)]).ConfigureAwait(false);
        await connection.Execute(
            "DELETE FROM tags WHERE persistence_id = @id AND sequence_nr <= @to", parameters).ConfigureAwait(false);
    });

    private Task Commit(IReadOnlyList<JournalRow> rows) => _database.Write(connection => _database.Insert(connection, rows));

    private bool WhileInitializing(object message)
    {
        switch (message)
        {
            case Status.Success:
                UnbecomeStacked();
                Stash.UnstashAll();
                break;
            case Status.Failure failure:
                // A restart tries again.
                _log.Error(failure.Cause, "Failure during {0} initialization.", Self);
                throw new InvalidOperationException("Failed to initialize SQL Journal.", failure.Cause);
            default:
                Stash.Stash();
                break;
        }

        return true;
    }
}
