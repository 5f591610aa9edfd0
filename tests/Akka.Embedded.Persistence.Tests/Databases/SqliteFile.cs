using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Akka.Embedded.Persistence.Tests.Databases;

/// <summary>A SQLite database in a folder of its own below the temporary one.</summary>
public sealed class SqliteFile : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");

    /// <param name="content">What another database held; none: it is empty.</param>
    public SqliteFile(byte[]? content = null)
    {
        var fileName = Path.Combine(_folder.FullName, "journal.db");
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = fileName }.ToString();
        if (content is not null)
            File.WriteAllBytes(fileName, content);

        // The mode is the file's, so that one connection sets it for all.
        Execute("PRAGMA journal_mode = WAL");
    }

    public override string ProviderName => "SQLite.MS";

    public override string ConnectionString { get; }

    /// <summary>The whole database as one small file.</summary>
    public byte[] Content()
    {
        var fileName = Path.Combine(_folder.FullName, "copy.db");
        Execute($"PRAGMA page_size = 512; VACUUM INTO '{fileName}'");
        return File.ReadAllBytes(fileName);
    }

    public override IReadOnlyList<string> Columns() => Query(
        """
        SELECT t.name, c.name, c.type, CASE WHEN c."notnull" THEN 'not null' ELSE 'null' END
        FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        ORDER BY t.name, c.cid
        """);

    public override IReadOnlyList<string> Indexes() => Query(
        """
        SELECT t.name, i.name, CASE WHEN i."unique" THEN 'unique' ELSE 'not unique' END,
          (SELECT group_concat(c.name, ',') FROM pragma_index_info(i.name) c)
        FROM sqlite_master t, pragma_index_list(t.name) i
        WHERE t.type = 'table'
        ORDER BY t.name, i.name
        """);

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    protected override void Dispose(bool disposing)
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
    }
}
