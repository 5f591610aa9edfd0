using System.Data.Common;
using Akka.Configuration;
using Akka.Persistence.Sql.Journal;

namespace Akka.Persistence.Sql.Databases;

/// <summary>
/// A database with the tables of Akka.Persistence.Sql in its default mapping. What runs on it runs on the thread pool.
/// </summary>
internal abstract class SqlDatabase(string connectionString)
{
    public string ConnectionString => connectionString;

    /// <summary>Creates the tables of the journal, if they are not there.</summary>
    public abstract string CreateJournal { get; }

    /// <summary>Creates the table of the snapshot store, if it is not there.</summary>
    public abstract string CreateSnapshotStore { get; }

    public static SqlDatabase For(SqlSettings settings) => settings.ProviderName switch
    {
        "SQLite.MS" => new SqliteDatabase(settings.ConnectionString),
        "PostgreSQL.15" => new PostgresDatabase(settings.ConnectionString),
        var other => throw new ConfigurationException(
            $"provider-name = \"{other}\" is not supported; it has to be \"SQLite.MS\" or \"PostgreSQL.15\"."),
    };

    /// <summary>Reads on a connection of its own.</summary>
    public Task<T> Read<T>(Func<DbConnection, Task<T>> read) => Task.Run(async () =>
    {
        await using var connection = await Open().ConfigureAwait(false);
        return await read(connection).ConfigureAwait(false);
    });

    /// <summary>Writes in a transaction of its own.</summary>
    public virtual Task Write(Func<DbConnection, Task> write) => Task.Run(async () =>
    {
        await using var connection = await Open().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await write(connection).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    });

    /// <summary>Inserts events, in order.</summary>
    public abstract Task Insert(DbConnection connection, IReadOnlyList<JournalRow> rows);

    protected abstract DbConnection Create();

    private async Task<DbConnection> Open()
    {
        var connection = Create();
        try
        {
            await connection.OpenAsync().ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
