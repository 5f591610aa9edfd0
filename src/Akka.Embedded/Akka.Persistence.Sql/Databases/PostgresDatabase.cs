using System.Data.Common;
using Akka.Persistence.Sql.Journal;
using Npgsql;

namespace Akka.Persistence.Sql.Databases;

/// <summary>PostgreSQL, from version 10 on.</summary>
internal sealed class PostgresDatabase(string connectionString) : SqlDatabase(connectionString)
{
    public override string CreateJournal => """
        CREATE TABLE IF NOT EXISTS "journal" (
          "ordering" BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL,
          "created" BIGINT NOT NULL,
          "deleted" BOOLEAN NOT NULL,
          "persistence_id" TEXT NOT NULL,
          "sequence_number" BIGINT NOT NULL,
          "message" BYTEA NOT NULL,
          "manifest" TEXT NULL,
          "identifier" INT NULL,
          "writer_uuid" TEXT NULL,
          CONSTRAINT "PK_journal" PRIMARY KEY ("ordering"),
          CONSTRAINT journal_uq UNIQUE (persistence_id, sequence_number));
        CREATE INDEX IF NOT EXISTS journal_created_idx ON journal (created);
        CREATE INDEX IF NOT EXISTS journal_sequence_number_idx ON journal (sequence_number);
        CREATE TABLE IF NOT EXISTS "tags" (
          "ordering_id" BIGINT NOT NULL,
          "tag" TEXT NOT NULL,
          "sequence_nr" BIGINT NOT NULL,
          "persistence_id" TEXT NOT NULL,
          CONSTRAINT "PK_tags" PRIMARY KEY ("ordering_id", "tag"));
        CREATE INDEX IF NOT EXISTS tags_persistence_id_sequence_nr_idx ON tags (persistence_id, sequence_nr);
        CREATE INDEX IF NOT EXISTS tags_tag_idx ON tags (tag);
        """;

    public override string CreateSnapshotStore => """
        CREATE TABLE IF NOT EXISTS "snapshot" (
          "persistence_id" TEXT NOT NULL,
          "sequence_number" BIGINT NOT NULL,
          "created" BIGINT NOT NULL,
          "snapshot" BYTEA NULL,
          "manifest" TEXT NULL,
          "serializer_id" INT NULL,
          CONSTRAINT "PK_snapshot" PRIMARY KEY ("persistence_id", "sequence_number"));
        CREATE INDEX IF NOT EXISTS snapshot_sequence_number_idx ON snapshot (sequence_number);
        CREATE INDEX IF NOT EXISTS snapshot_created_idx ON snapshot (created);
        """;

    public override async Task Insert(DbConnection connection, IReadOnlyList<JournalRow> rows)
    {
        // One statement for all rows: a column is an array.
        await connection.Execute(
            """
            INSERT INTO journal (created, deleted, persistence_id, sequence_number, message, manifest, identifier, writer_uuid)
            SELECT created, FALSE, id, number, message, manifest, identifier, writer
            FROM unnest(@created, @id, @number, @message, @manifest, @identifier, @writer) WITH ORDINALITY
              AS r (created, id, number, message, manifest, identifier, writer, place)
            ORDER BY place
            """,
            ("created", Column(rows, static r => r.Created)),
            ("id", Column(rows, static r => r.PersistenceId)),
            ("number", Column(rows, static r => r.SequenceNr)),
            ("message", Column(rows, static r => r.Message)),
            ("manifest", Column(rows, static r => r.Manifest)),
            ("identifier", Column(rows, static r => r.Identifier)),
            ("writer", Column(rows, static r => r.WriterUuid))).ConfigureAwait(false);

        var tagged = rows.SelectMany(static row => row.Tags, static (row, tag) => (Row: row, Tag: tag)).ToList();
        if (tagged.Count == 0)
            return;
        await connection.Execute(
            """
            INSERT INTO tags (ordering_id, tag, sequence_nr, persistence_id)
            SELECT j.ordering, t.tag, t.number, t.id
            FROM unnest(@tag, @number, @id) AS t (tag, number, id)
            JOIN journal j ON j.persistence_id = t.id AND j.sequence_number = t.number
            """,
            ("tag", Column(tagged, static t => t.Tag)),
            ("number", Column(tagged, static t => t.Row.SequenceNr)),
            ("id", Column(tagged, static t => t.Row.PersistenceId))).ConfigureAwait(false);
    }

    protected override DbConnection Create() => new NpgsqlConnection(ConnectionString);

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        return column;
    }
}
