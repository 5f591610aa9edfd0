using Microsoft.Data.Sqlite;
using Npgsql;

namespace TelephonyActors.Sessions;

/// <summary>What went wrong with a database, in words for whoever runs the emulator.</summary>
internal static class Sentences
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    public static string Of(Exception cause) => Innermost(cause) switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => "the database is locked by another process",
        SqliteException { SqliteErrorCode: ReadOnly } => "the database is read-only",
        SqliteException { SqliteErrorCode: Full } => "the disk is full",
        SqliteException { SqliteErrorCode: CannotOpen } => "the database file cannot be opened; it and its folder have to be writable",
        SqliteException { SqliteErrorCode: NoDatabase } => "the file is no SQLite database",
        PostgresException refused => $"PostgreSQL says: {refused.MessageText}",
        NpgsqlException => "the connection to PostgreSQL failed",
        System.Net.Sockets.SocketException => "the connection to PostgreSQL failed",
        var other => other.Message,
    };

    private static Exception Innermost(Exception cause)
    {
        while (cause is not (SqliteException or PostgresException) && cause.InnerException is { } inner) cause = inner;
        return cause;
    }
}
