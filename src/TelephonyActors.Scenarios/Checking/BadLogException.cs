namespace TelephonyActors.Scenarios.Checking;

/// <summary>A line that is none of a log; line and column count from 1, the message says what is wrong and what is allowed.</summary>
public sealed class BadLogException(long line, int column, string message) : Exception(message)
{
    public long Line { get; } = line;

    public int Column { get; } = column;
}
