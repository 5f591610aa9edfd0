using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TelephonyActors.Sessions.Storage;

/// <summary>Sessions in a file of SQLite.</summary>
internal sealed class SqliteSessions : SessionDatabase
{
    // How long a write waits for another process's.
    private const int SecondsToWait = 5;

    private const int ConnectionsInPool = 4;

    // The first is refused where the file cannot be written, the second where another process has it, the third where the disk is full.
    private static readonly string[] ProbesForWriting =
        ["PRAGMA journal_mode = WAL", "BEGIN IMMEDIATE", "CREATE TABLE recording_probe (n)", "ROLLBACK"];

    private readonly string _file;

    public SqliteSessions(string connectionString)
        : base(FileOf(connectionString))
    {
        _file = Name;
        ConnectionString = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = SecondsToWait }.ToString();
    }

    internal override string ProviderName => LinqToDB.ProviderName.SQLiteMS;

    internal override string ConnectionString { get; }

    private protected override bool Exists => File.Exists(_file);

    public override void Prepare(bool fsync)
    {
        Guarded(() =>
        {
            if (Path.GetDirectoryName(Path.GetFullPath(_file)) is { } folder) CreateFolder(folder);
            var connections = Enumerable.Range(0, ConnectionsInPool).Select(_ => Open()).ToList();
            foreach (var statement in ProbesForWriting)
            {
                using var command = Command(connections[0], statement);
                command.ExecuteNonQuery();
            }

            // A connection keeps this while it is in the pool, where the journal finds it; a new one is the safer way.
            foreach (var connection in connections)
            {
                using var command = connection.CreateCommand();
                command.CommandText = fsync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF";
                command.ExecuteNonQuery();
            }

            foreach (var connection in connections) connection.Dispose();
            return true;
        });
    }

    private protected override DbConnection Create() => new SqliteConnection(ConnectionString);

    private protected override bool HasTables(DbConnection connection)
    {
        using var command = Command(connection, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('journal', 'snapshot', 'tags')");
        return Convert.ToInt64(command.ExecuteScalar(), null) == 3;
    }

    private protected override void Compact(DbConnection connection)
    {
        using var command = Command(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        command.ExecuteNonQuery();
    }

    private static string FileOf(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString).DataSource;
        }
        catch (ArgumentException wrong)
        {
            throw new SessionDatabaseException($"--db cannot be '{connectionString}': {wrong.Message}", wrong);
        }
    }

    private void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SessionDatabaseException($"{Name}: the folder {folder} cannot be created: {refused.Message}", refused);
        }
    }
}
