using System.Collections.Concurrent;
using System.Data.Common;
using Akka.Persistence.Sql.Journal;
using Microsoft.Data.Sqlite;

namespace Akka.Persistence.Sql.Databases;

/// <summary>SQLite. How the file is kept, in WAL mode above all, is up to who creates it.</summary>
internal sealed class SqliteDatabase(string connectionString) : SqlDatabase(connectionString)
{
    // SQLite has one writer at a time. Taking turns here spares the writers of a process the waiting in growing steps that
    // a busy database means.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    private readonly SemaphoreSlim _turn = Turns.GetOrAdd(connectionString, static _ => new SemaphoreSlim(1));

    public override string CreateJournal => """
        CREATE TABLE IF NOT EXISTS [journal] (
          [ordering] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
          [created] BigInt NOT NULL,
          [deleted] Bit NOT NULL,
          [persistence_id] NVarChar(255) NOT NULL,
          [sequence_number] BigInt NOT NULL,
          [message] VarBinary NOT NULL,
          [manifest] NVarChar(500) NULL,
          [identifier] INTEGER NULL,
          [writer_uuid] NVarChar(128) NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS journal_uq ON journal (persistence_id, sequence_number);
        CREATE INDEX IF NOT EXISTS journal_created_idx ON journal (created);
        CREATE INDEX IF NOT EXISTS journal_sequence_number_idx ON journal (sequence_number);
        CREATE TABLE IF NOT EXISTS [tags] (
          [ordering_id] INTEGER NOT NULL,
          [tag] NVarChar(64) NOT NULL,
          [sequence_nr] INTEGER NOT NULL,
          [persistence_id] NVarChar(255) NOT NULL,
          CONSTRAINT [PK_tags] PRIMARY KEY ([ordering_id], [tag]));
        CREATE INDEX IF NOT EXISTS tags_persistence_id_sequence_nr_idx ON tags (persistence_id, sequence_nr);
        CREATE INDEX IF NOT EXISTS tags_tag_idx ON tags (tag);
        """;

    public override string CreateSnapshotStore => """
        CREATE TABLE IF NOT EXISTS [snapshot] (
          [persistence_id] NVarChar(255) NOT NULL,
          [sequence_number] BigInt NOT NULL,
          [created] BigInt NOT NULL,
          [snapshot] VarBinary NULL,
          [manifest] NVarChar(500) NULL,
          [serializer_id] INTEGER NULL,
          CONSTRAINT [PK_snapshot] PRIMARY KEY ([persistence_id], [sequence_number]));
        CREATE INDEX IF NOT EXISTS snapshot_sequence_number_idx ON snapshot (sequence_number);
        CREATE INDEX IF NOT EXISTS snapshot_created_idx ON snapshot (created);
        """;

    public override async Task Write(Func<DbConnection, Task> write)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await base.Write(write).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task Insert(DbConnection connection, IReadOnlyList<JournalRow> rows)
    {
        await using var insert = connection.Command(
            """
            INSERT INTO journal (created, deleted, persistence_id, sequence_number, message, manifest, identifier, writer_uuid)
            VALUES (@created, 0, @id, @number, @message, @manifest, @identifier, @writer)
            """);
        var created = insert.AddParameter("@created");
        var id = insert.AddParameter("@id");
        var number = insert.AddParameter("@number");
        var message = insert.AddParameter("@message");
        var manifest = insert.AddParameter("@manifest");
        var identifier = insert.AddParameter("@identifier");
        var writer = insert.AddParameter("@writer");
        foreach (var row in rows)
        {
            created.Value = row.Created;
            id.Value = row.PersistenceId;
            number.Value = row.SequenceNr;
            message.Value = row.Message;
            manifest.Value = row.Manifest;
            identifier.Value = row.Identifier;
            writer.Value = row.WriterUuid;
            await insert.ExecuteNonQueryAsync().ConfigureAwait(false);
            foreach (var tag in row.Tags)
                await InsertTag(connection, row, tag).ConfigureAwait(false);
        }
    }

    protected override DbConnection Create() => new SqliteConnection(ConnectionString);

    private static Task InsertTag(DbConnection connection, JournalRow row, string tag) => connection.Execute(
        """
        INSERT INTO tags (ordering_id, tag, sequence_nr, persistence_id)
        SELECT ordering, @tag, sequence_number, persistence_id FROM journal WHERE persistence_id = @id AND sequence_number = @number
        """,
        ("@tag", tag),
        ("@number", row.SequenceNr),
        ("@id", row.PersistenceId));
}
