using Npgsql;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Tests.Fixtures;

namespace TelephonyActors.Sessions.Tests;

/// <summary>Sessions in PostgreSQL, where TELEPHONYACTORS_POSTGRES leads to one.</summary>
public sealed class PostgresTests
{
    private static readonly string Flow = Path.Combine(Recorded.Flows, "shared-call-appearance-inbound-call-answered.yaml");

    [PostgresFact]
    public async Task A_session_is_recorded_replayed_verified_exported_and_deleted()
    {
        using var schema = new PostgresSchema();
        using var recorded = new Recorded(schema.ConnectionString);
        using var file = new Recorded();
        Assert.Empty(recorded.Database.List());
        var printed = recorded.Run("day", Flow, Flow);
        Assert.Equal(printed, recorded.Replay("day"));
        Assert.Empty(recorded.Verify("day"));
        Assert.Equal(2, Assert.Single(recorded.Database.List()).Runs);

        await file.Import(recorded.Export("day"));
        Assert.Equal(printed, file.Replay("day"));
        recorded.Database.Delete("day");
        Assert.False(recorded.Database.Has("day"));
        await recorded.Import(file.Export("day"));
        Assert.Equal(printed, recorded.Replay("day"));
    }

    [PostgresFact]
    public void A_database_that_goes_away_ends_the_recording_with_a_sentence()
    {
        using var schema = new PostgresSchema();
        using var recorded = new Recorded(schema.ConnectionString);
        var printed = recorded.Run("day", Flow);
        schema.Execute("CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$");
        schema.Execute("CREATE TRIGGER gone BEFORE INSERT ON journal FOR EACH ROW WHEN (NEW.manifest = 'batch') EXECUTE FUNCTION gone()");
        var failed = Assert.Throws<RecordingFailedException>(() => recorded.Run("night", Flow));
        Assert.StartsWith("Session night is not recorded any more: ", failed.Message, StringComparison.Ordinal);
        Assert.Equal(printed, recorded.Replay("day"));
    }

    [Fact]
    public void A_database_that_is_not_there_is_one_sentence()
    {
        var database = Storage.SessionDatabase.Of("Host=127.0.0.1;Port=1;Database=nothing;Timeout=2");
        var refused = Assert.Throws<Storage.SessionDatabaseException>(() => database.Prepare(fsync: true));
        Assert.Equal("PostgreSQL at 127.0.0.1, database nothing: the connection to PostgreSQL failed", refused.Message);
    }

    private sealed class PostgresFactAttribute : FactAttribute
    {
        public PostgresFactAttribute()
        {
            if (PostgresSchema.WhyMissing is { } why) Skip = why;
        }
    }

    /// <summary>A schema of its own.</summary>
    private sealed class PostgresSchema : IDisposable
    {
        private const string Variable = "TELEPHONYACTORS_POSTGRES";

        private readonly string _schema = $"sessions_{Guid.NewGuid():N}";

        public PostgresSchema()
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { SearchPath = _schema, MaxPoolSize = 10 }.ToString();
            Execute($"CREATE SCHEMA {_schema}");
        }

        public static string? WhyMissing => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? $"No PostgreSQL: {Variable} holds no connection string." : null;

        public string ConnectionString { get; }

        public void Execute(string sql)
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }

        public void Dispose()
        {
            Execute($"DROP SCHEMA {_schema} CASCADE");
            NpgsqlConnection.ClearAllPools();
        }
    }
}
