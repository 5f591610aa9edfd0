using System.Data.Common;
using Npgsql;

namespace Akka.Embedded.Persistence.Tests.Databases;

/// <summary>A schema of its own in the PostgreSQL database that TELEPHONYACTORS_POSTGRES leads to.</summary>
public sealed class PostgresSchema : TestDatabase
{
    private const string Variable = "TELEPHONYACTORS_POSTGRES";

    private readonly NpgsqlDataSource _source;
    private readonly string _schema = $"spec_{Guid.NewGuid():N}";

    public PostgresSchema()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable))
        {
            SearchPath = _schema,
            MaxPoolSize = 10,
        }.ToString();
        _source = NpgsqlDataSource.Create(ConnectionString);
        Execute($"CREATE SCHEMA {_schema}");
    }

    /// <summary>The reason why there is no PostgreSQL; null if there is one.</summary>
    public static string? WhyMissing => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        ? $"No PostgreSQL: {Variable} holds no connection string."
        : null;

    public override string ProviderName => "PostgreSQL.15";

    public override string ConnectionString { get; }

    public override IReadOnlyList<string> Columns() => Query(
        $"""
        SELECT table_name, column_name,
          data_type || coalesce('(' || character_maximum_length || ')', '')
            || CASE is_identity WHEN 'YES' THEN ' identity ' || lower(identity_generation) ELSE '' END,
          CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END
        FROM information_schema.columns
        WHERE table_schema = '{_schema}'
        ORDER BY table_name, ordinal_position
        """);

    public override IReadOnlyList<string> Indexes() => Query(
        $"""
        SELECT tablename, indexname,
          CASE WHEN indexdef LIKE '%UNIQUE%' THEN 'unique' ELSE 'not unique' END,
          replace(substring(indexdef from '\((.*)\)'), ', ', ',')
        FROM pg_indexes
        WHERE schemaname = '{_schema}'
        ORDER BY tablename, indexname
        """);

    protected override DbConnection Open() => _source.OpenConnection();

    protected override void Dispose(bool disposing)
    {
        Execute($"DROP SCHEMA {_schema} CASCADE");
        _source.Dispose();
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
