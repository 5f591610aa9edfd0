using System.Data.Common;
using System.Globalization;

namespace Akka.Embedded.Persistence.Tests.Databases;

/// <summary>An empty database for one test.</summary>
public abstract class TestDatabase : IDisposable
{
    public abstract string ProviderName { get; }

    public abstract string ConnectionString { get; }

    /// <summary>The journal and the snapshot store on this database, configured as Akka.Persistence.Sql's are.</summary>
    public string Hocon => $$"""
        akka.persistence {
          journal {
            plugin = "akka.persistence.journal.sql"
            sql {
              class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
              provider-name = "{{ProviderName}}"
              connection-string = "{{ConnectionString}}"
              auto-initialize = true
            }
          }
          snapshot-store {
            plugin = "akka.persistence.snapshot-store.sql"
            sql {
              class = "Akka.Persistence.Sql.Snapshot.SqlSnapshotStore, Akka.Persistence.Sql"
              provider-name = "{{ProviderName}}"
              connection-string = "{{ConnectionString}}"
              auto-initialize = true
            }
          }
        }
        """;

    /// <summary>A column per line: table, name, type, whether it may be null.</summary>
    public abstract IReadOnlyList<string> Columns();

    /// <summary>An index per line: table, the columns it covers, whether it is unique.</summary>
    public abstract IReadOnlyList<string> Indexes();

    /// <summary>The rows that a query gives, a line each, values separated by a bar.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(Text)));
        }

        return rows;
    }

    public void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract DbConnection Open();

    protected abstract void Dispose(bool disposing);

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull => "null",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
