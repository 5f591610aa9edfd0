using System.Data.Common;
using Npgsql;

namespace TelephonyActors.Sessions.Storage;

/// <summary>Sessions in a database of PostgreSQL.</summary>
internal sealed class PostgresSessions(string connectionString) : SessionDatabase(NameOf(connectionString))
{
    internal override string ProviderName => LinqToDB.ProviderName.PostgreSQL15;

    internal override string ConnectionString => connectionString;

    private protected override bool Exists => true;

    public override void Prepare(bool fsync)
    {
        using var connection = Open();
        Guarded(() =>
        {
            using var command = Command(connection, "CREATE TEMPORARY TABLE recording_probe (n INT)");
            command.ExecuteNonQuery();
            return true;
        });
    }

    private protected override DbConnection Create() => new NpgsqlConnection(connectionString);

    private protected override bool HasTables(DbConnection connection)
    {
        using var command = Command(connection, "SELECT to_regclass('journal') IS NOT NULL AND to_regclass('snapshot') IS NOT NULL AND to_regclass('tags') IS NOT NULL");
        return command.ExecuteScalar() is true;
    }

    private protected override void Compact(DbConnection connection)
    {
        foreach (var table in new[] { "journal", "snapshot", "tags" })
        {
            using var command = Command(connection, $"VACUUM FULL {table}");
            command.ExecuteNonQuery();
        }
    }

    private static string NameOf(string connectionString)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return $"PostgreSQL at {parts.Host}, database {parts.Database}";
        }
        catch (ArgumentException wrong)
        {
            throw new SessionDatabaseException($"--db cannot be '{connectionString}': {wrong.Message}", wrong);
        }
    }
}
