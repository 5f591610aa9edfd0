using System.Text;
using System.Text.Json;

namespace TelephonyActors.TLibrary;

/// <summary>What is wrong with a message, in a sentence that says what is allowed, and at which of its bytes (from 0).</summary>
public sealed record ReadingFault(string Sentence, int Offset);

/// <summary>
/// Reads one JSON object attribute by attribute. It never throws: it keeps the first fault and goes on as far as there is
/// something to read, so that the caller knows of a bad request what can be known.
/// </summary>
internal sealed class AttributeReader(AttributeSet set)
{
    private const int LongestName = 32;

    private readonly object?[] _values = new object?[set.Count];

    /// <summary>The first fault of the JSON or of a value; null where there was none.</summary>
    public ReadingFault? Fault { get; private set; }

    /// <summary>The first key that is none of the attributes, and where it stands.</summary>
    public (string Key, int Offset)? Foreign { get; private set; }

    /// <summary>The value of a text or an object that was read, null where there was none.</summary>
    public T? Object<T>(TAttribute attribute)
        where T : class => (T?)_values[attribute.Place];

    /// <summary>The value of a number, a word or a time that was read, null where there was none.</summary>
    public T? Value<T>(TAttribute attribute)
        where T : struct => (T?)_values[attribute.Place];

    public void Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                Note("this is no JSON object; allowed: one object such as {\"Request\":\"TMakeCall\"} or {\"Event\":\"EventRinging\"}", 0);
                return;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadAttribute(ref reader, utf8);
            reader.Read();
        }
        catch (JsonException broken)
        {
            var what = broken.Message.AsSpan();
            var end = what.IndexOf(" LineNumber", StringComparison.Ordinal);
            Note($"this is no JSON: {what[..(end < 0 ? what.Length : end)].TrimEnd('.')}; allowed: one object in one line", (int)reader.BytesConsumed);
        }
        catch (InvalidOperationException)
        {
            // What Utf8JsonReader throws for bytes or escapes that are no text.
            Note("this is no JSON: a string is no valid UTF-8; allowed: UTF-8", (int)reader.TokenStartIndex);
        }
    }

    private void ReadAttribute(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var at = (int)reader.TokenStartIndex;
        var place = PlaceOf(ref reader);
        if (place < 0)
        {
            Foreign ??= (Short(reader.GetString()!), at);
            reader.Read();
            reader.Skip();
            return;
        }

        var attribute = set[place];
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var atValue = reader;
        if (attribute.ReadAs.Read(ref reader) is not { } value)
        {
            reader = atValue;
            reader.Skip();
            Note($"{attribute} cannot be {Short(Encoding.UTF8.GetString(utf8[start..(int)reader.BytesConsumed]))}; allowed: {attribute.Kind.Allowed}", start);
        }
        else if (_values[place] is not null)
        {
            Note($"{attribute} stands twice; allowed: once", at);
        }
        else
        {
            _values[place] = value;
        }
    }

    private int PlaceOf(ref Utf8JsonReader reader)
    {
        // No attribute's name needs an escape, but an escaped name is a name all the same: it can be six times as long.
        if (reader.ValueSpan.Length > 6 * LongestName) return -1;
        Span<char> name = stackalloc char[6 * LongestName];
        return set.PlaceOf(name[..reader.CopyString(name)]);
    }

    private void Note(string sentence, int offset) => Fault ??= new ReadingFault(sentence, offset);

    /// <summary>A key or a value as a message about it shows it.</summary>
    internal static string Short(string text) => text.Length <= LongestName ? text : $"{text.AsSpan(0, LongestName)}...";
}
