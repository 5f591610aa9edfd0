using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Persistence.Snapshot;
using Akka.Persistence.Sql.Databases;

namespace Akka.Persistence.Sql.Snapshot;

/// <summary>The snapshot store in the table of Akka.Persistence.Sql.</summary>
internal sealed class SqlSnapshotStore : SnapshotStore, IWithUnboundedStash
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Akka.Serialization.Serialization _serialization = Context.System.Serialization;
    private readonly SqlSettings _settings;
    private readonly SqlDatabase _database;

    public SqlSnapshotStore(Config config)
        : base(config)
    {
        _settings = new SqlSettings(config);
        _database = SqlDatabase.For(_settings);
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart()
    {
        BecomeStacked(WhileInitializing);
        SqlTables.Initialize(_database, _settings, _database.CreateSnapshotStore).PipeTo(Self);
    }

    protected override Task<SelectedSnapshot?> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria) =>
        _database.Read(async connection =>
        {
            await using var select = connection.Command(
                """
                SELECT sequence_number, created, serializer_id, manifest, snapshot FROM snapshot
                WHERE persistence_id = @id AND sequence_number <= @number AND created <= @created
                ORDER BY sequence_number DESC LIMIT 1
                """,
                Matching(persistenceId, criteria));
            await using var reader = await select.ExecuteReaderAsync().ConfigureAwait(false);
            if (!await reader.ReadAsync().ConfigureAwait(false))
                return null;

            var metadata = new SnapshotMetadata(persistenceId, reader.GetInt64(0), new DateTime(reader.GetInt64(1)));
            var manifest = await reader.IsDBNullAsync(3).ConfigureAwait(false) ? "" : reader.GetString(3);
            var bytes = await reader.GetFieldValueAsync<byte[]>(4).ConfigureAwait(false);
            return new SelectedSnapshot(metadata, _serialization.Deserialize(bytes, reader.GetInt32(2), manifest));
        });

    protected override Task SaveAsync(SnapshotMetadata metadata, object snapshot)
    {
        var serializer = _serialization.FindSerializerForType(snapshot.GetType(), _settings.Serializer);
        var manifest = Akka.Serialization.Serialization.ManifestFor(serializer, snapshot);
        var bytes = serializer.ToBinary(snapshot);
        return _database.Write(connection => connection.Execute(
            """
            INSERT INTO snapshot (persistence_id, sequence_number, created, snapshot, manifest, serializer_id)
            VALUES (@id, @number, @created, @snapshot, @manifest, @serializer)
            ON CONFLICT (persistence_id, sequence_number) DO UPDATE SET
              created = excluded.created, snapshot = excluded.snapshot,
              manifest = excluded.manifest, serializer_id = excluded.serializer_id
            """,
            ("@id", metadata.PersistenceId),
            ("@number", metadata.SequenceNr),
            ("@created", metadata.Timestamp.Ticks),
            ("@snapshot", bytes),
            ("@manifest", manifest),
            ("@serializer", serializer.Identifier)));
    }

    protected override Task DeleteAsync(SnapshotMetadata metadata) => _database.Write(connection => connection.Execute(
        "DELETE FROM snapshot WHERE persistence_id = @id AND sequence_number = @number",
        ("@id", metadata.PersistenceId),
        ("@number", metadata.SequenceNr)));

    protected override Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria) =>
        _database.Write(connection => connection.Execute(
            "DELETE FROM snapshot WHERE persistence_id = @id AND sequence_number <= @number AND created <= @created",
            Matching(persistenceId, criteria)));

    private static (string Name, object? Value)[] Matching(string persistenceId, SnapshotSelectionCriteria criteria) =>
    [
        ("@id", persistenceId),
        ("@number", criteria.MaxSequenceNr),
        ("@created", criteria.MaxTimeStamp.Ticks),
    ];

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
                throw new InvalidOperationException("Failed to initialize SQL SnapshotStore.", failure.Cause);
            default:
                Stash.Stash();
                break;
        }

        return true;
    }
}
