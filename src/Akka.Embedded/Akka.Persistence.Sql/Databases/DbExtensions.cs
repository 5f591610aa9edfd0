using System.Data.Common;

namespace Akka.Persistence.Sql.Databases;

/// <summary>Commands with their parameters in one call.</summary>
internal static class DbExtensions
{
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.AddParameter(name).Value = value;
        return command;
    }

    public static DbParameter AddParameter(this DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    public static async Task Execute(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>A number, or zero where there is none.</summary>
    public static async Task<long> Number(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteScalarAsync().ConfigureAwait(false) is long number ? number : 0;
    }
}
