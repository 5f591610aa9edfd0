using Akka.Actor;
using Akka.Persistence.Sql.Databases;

namespace Akka.Persistence.Sql;

/// <summary>Sees to it that tables are there.</summary>
internal static class SqlTables
{
    /// <summary>A failure of the task is a <see cref="Status.Failure"/> where it is piped to.</summary>
    public static async Task<Status> Initialize(SqlDatabase database, SqlSettings settings, string create)
    {
        if (settings.AutoInitialize)
            await database.Write(connection => connection.Execute(create)).ConfigureAwait(false);
        return Status.Success.Instance;
    }
}
