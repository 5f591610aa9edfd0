using System.Data.Common;

namespace TelephonyActors.Sessions.Storage;

/// <summary>A database of sessions cannot be used; the message says in a sentence which and why.</summary>
public sealed class SessionDatabaseException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The database that sessions stand in, in the tables of Akka.Persistence.Sql: SQLite or PostgreSQL. Recording goes through
/// Akka.Persistence; what looks at sessions, and what takes their rows away, comes here.
/// </summary>
public abstract class SessionDatabase
{
    /// <summary>Where sessions stand unless told otherwise.</summary>
    public const string Default = "Data Source=data/sessions.db";

    private static readonly string[] Tables = ["journal", "snapshot", "tags"];

    private protected SessionDatabase(string name) => Name = name;

    /// <summary>The database, as a sentence about it names it.</summary>
    public string Name { get; }

    /// <summary>What Akka.Persistence.Sql calls the database.</summary>
    internal abstract string ProviderName { get; }

    internal abstract string ConnectionString { get; }

    /// <summary>The database of a connection string: <c>Data Source=...</c> is SQLite, <c>Host=...</c> PostgreSQL.</summary>
    /// <exception cref="SessionDatabaseException">It is neither.</exception>
    public static SessionDatabase Of(string connectionString)
    {
        DbConnectionStringBuilder parts = [];
        try
        {
            parts.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            // Told below.
        }

        if (parts.ContainsKey("Data Source")) return new SqliteSessions(connectionString);
        if (parts.ContainsKey("Host")) return new PostgresSessions(connectionString);
        throw new SessionDatabaseException(
            $"--db cannot be '{connectionString}'; allowed are 'Data Source=FILE' (SQLite) and 'Host=...;Database=...' (PostgreSQL)");
    }

    /// <summary>Sees to it that the database is there and can be written.</summary>
    /// <param name="fsync">Whether a commit waits until the disk has it.</param>
    /// <exception cref="SessionDatabaseException">It cannot.</exception>
    public abstract void Prepare(bool fsync);

    /// <summary>The sessions in it, by name.</summary>
    /// <exception cref="SessionDatabaseException">It cannot be read.</exception>
    public IReadOnlyList<SessionSummary> List() => Read([], connection =>
    {
        using var command = Command(
            connection,
            """
            SELECT persistence_id, COUNT(CASE WHEN manifest = 'run' THEN 1 END), SUM(CAST(LENGTH(message) AS BIGINT)), MIN(created), MAX(created)
            FROM journal WHERE persistence_id LIKE 'session-%' AND deleted = FALSE GROUP BY persistence_id ORDER BY persistence_id
            """);
        using var reader = command.ExecuteReader();
        var sessions = new List<SessionSummary>();
        while (reader.Read())
        {
            if (SessionName.Of(reader.GetString(0)) is { } name)
                sessions.Add(new SessionSummary(name, reader.GetInt64(1), Convert.ToInt64(reader.GetValue(2), null), At(reader.GetInt64(3)), At(reader.GetInt64(4))));
        }

        sessions.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return (IReadOnlyList<SessionSummary>)sessions;
    });

    /// <summary>Whether there is a session of the name.</summary>
    public bool Has(string session) => Read(false, connection =>
    {
        using var command = Command(
            connection, "SELECT COUNT(*) FROM (SELECT 1 FROM journal WHERE persistence_id = @id LIMIT 1) found", ("@id", SessionName.PersistenceIdOf(session)));
        return Convert.ToInt64(command.ExecuteScalar(), null) > 0;
    });

    /// <summary>How many rows the journal of a session has.</summary>
    /// <exception cref="SessionDatabaseException">It cannot be read.</exception>
    public long Rows(string session) => Read(0L, connection =>
    {
        using var command = Command(
            connection, "SELECT COUNT(*) FROM journal WHERE persistence_id = @id AND deleted = FALSE", ("@id", SessionName.PersistenceIdOf(session)));
        return Convert.ToInt64(command.ExecuteScalar(), null);
    });

    /// <summary>The header of a session's last run; null: there is no such session.</summary>
    /// <exception cref="SessionDatabaseException">It cannot be read, is damaged, or a newer version wrote it.</exception>
    public Journal.RunHeader? LastRun(string session) => Read(null, connection =>
    {
        using var command = Command(
            connection,
            "SELECT message FROM journal WHERE persistence_id = @id AND manifest = 'run' AND deleted = FALSE ORDER BY sequence_number DESC LIMIT 1",
            ("@id", SessionName.PersistenceIdOf(session)));
        try
        {
            return command.ExecuteScalar() is byte[] bytes ? Journal.SessionSerializer.Read(bytes) : null;
        }
        catch (Wire.DamagedRecordException damaged)
        {
            throw new SessionDatabaseException($"session {session} in {Name} cannot be opened: the header of its last run is damaged: {damaged.Message}", damaged);
        }
    });

    /// <summary>Takes a session away; the space it took is free again.</summary>
    public void Delete(string session)
    {
        Write(connection =>
        {
            foreach (var table in Tables)
            {
                using var command = Command(connection, $"DELETE FROM {table} WHERE persistence_id = @id", ("@id", SessionName.PersistenceIdOf(session)));
                command.ExecuteNonQuery();
            }
        });
        Write(Compact);
    }

    /// <summary>What stands in the journal of a session, in order.</summary>
    internal IEnumerable<JournalEntry> Entries(string session)
    {
        if (!Exists) yield break;
        using var connection = Open();
        using var command = Command(
            connection,
            "SELECT sequence_number, manifest, message FROM journal WHERE persistence_id = @id AND deleted = FALSE ORDER BY sequence_number",
            ("@id", SessionName.PersistenceIdOf(session)));
        using var reader = Guarded(command.ExecuteReader);
        while (Guarded(reader.Read))
            yield return new JournalEntry(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2));
    }

    /// <summary>Whether it is there at all; one that has never been recorded into holds no sessions.</summary>
    private protected abstract bool Exists { get; }

    private protected abstract DbConnection Create();

    /// <summary>Whether the tables are there.</summary>
    private protected abstract bool HasTables(DbConnection connection);

    private protected abstract void Compact(DbConnection connection);

    private protected DbConnection Open() => Guarded(() =>
    {
        var connection = Create();
        connection.Open();
        return connection;
    });

    private protected T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new SessionDatabaseException($"{Name}: {Sentences.Of(failure)}", failure);
        }
    }

    private protected static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private T Read<T>(T none, Func<DbConnection, T> read)
    {
        if (!Exists) return none;
        using var connection = Open();
        return Guarded(() => HasTables(connection) ? read(connection) : none);
    }

    private void Write(Action<DbConnection> write)
    {
        using var connection = Open();
        Guarded(() =>
        {
            write(connection);
            return true;
        });
    }
}

/// <summary>A session in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Runs">How many runs it has.</param>
/// <param name="Bytes">What its records take.</param>
/// <param name="Begun">When the first of it was kept, in the time of its run.</param>
/// <param name="Ended">When the last of it was.</param>
public sealed record SessionSummary(string Name, long Runs, long Bytes, DateTimeOffset Begun, DateTimeOffset Ended);

/// <summary>A row of the journal.</summary>
internal sealed record JournalEntry(long Number, string Manifest, byte[] Bytes);
