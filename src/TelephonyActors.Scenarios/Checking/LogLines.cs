using System.Text;
using System.Text.Json;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>One line of a log: an event with its place in a run where it has one, or a client's request.</summary>
internal abstract record LogLine(long Number)
{
    public sealed record Of(LoggedEvent Logged, long Number) : LogLine(Number);

    public sealed record Asked(TRequest Request, long Number) : LogLine(Number);
}

/// <summary>Reads a log line by line (contract, chapters 1, 2 and 4).</summary>
internal static class LogLines
{
    /// <exception cref="BadLogException">A line is neither an event nor a request.</exception>
    public static IEnumerable<LogLine> Read(Stream file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false));
        for (var number = 1L; reader.ReadLine() is { } text; number++) yield return Parse(text, number);
    }

    private static LogLine Parse(string text, long number)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (IsRequest(utf8))
        {
            var request = TLibraryJson.ReadRequest(utf8);
            return new LogLine.Asked(request, number);
        }

        if (!TLibraryJson.TryReadEvent(utf8, out LoggedEvent? logged, out var fault))
            throw new BadLogException(number, 1 + Encoding.UTF8.GetCharCount(utf8, 0, Math.Min(fault.Offset, utf8.Length)), fault.Sentence);
        var keys = (logged.Scenario is null ? 0 : 1) + (logged.Step is null ? 0 : 1) + (logged.Column is null ? 0 : 1);
        if (keys is 1 or 2)
            throw new BadLogException(number, 1, "one of Scenario, Step and Column is missing; allowed: all three, as a run prints them, or none");
        return new LogLine.Of(logged, number);
    }

    /// <summary>A request has the key Request and no Event; an EventError has both.</summary>
    private static bool IsRequest(ReadOnlySpan<byte> utf8)
    {
        var (request, other) = (false, false);
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                request |= reader.ValueTextEquals("Request"u8);
                other |= reader.ValueTextEquals("Event"u8);
                reader.Skip();
            }

            reader.Read();
            return request && !other;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
