using System.Collections.Immutable;
using System.Text.Json;

namespace TelephonyActors.TLibrary;

/// <summary>The JSON of a <see cref="KVList"/>: an object, its pairs in their order.</summary>
internal static class KVListJson
{
    public static void Write(Utf8JsonWriter writer, KVList list)
    {
        writer.WriteStartObject();
        for (var at = 0; at < list.Count; at++)
        {
            var (key, value) = list[at];
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>The object at which the reader stands; null where it is none, or a value in it is none that a list can hold, or a key stands twice.</summary>
    public static KVList? Read(ref Utf8JsonReader reader, bool truthValues)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return null;

        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>();
        var keys = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (!keys.Add(key) || ReadValue(ref reader, truthValues) is not { } value) return null;
            pairs.Add(KeyValuePair.Create(key, value));
        }

        return KVList.OfUnique(pairs.ToImmutable());
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text: writer.WriteStringValue(text); break;
            case long number: writer.WriteNumberValue(number); break;
            case int number: writer.WriteNumberValue(number); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case KVList list: Write(writer, list); break;
            case ImmutableArray<object> items:
                writer.WriteStartArray();
                foreach (var item in items) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default: throw new ArgumentException($"A key-value list cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static object? ReadValue(ref Utf8JsonReader reader, bool truthValues) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.TryGetInt64(out var number) ? number : null,
        JsonTokenType.True when truthValues => true,
        JsonTokenType.False when truthValues => false,
        JsonTokenType.StartObject => Read(ref reader, truthValues),
        JsonTokenType.StartArray => ReadItems(ref reader, truthValues),
        _ => null,
    };

    private static ImmutableArray<object>? ReadItems(ref Utf8JsonReader reader, bool truthValues)
    {
        var items = ImmutableArray.CreateBuilder<object>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader, truthValues) is not { } item) return null;
            items.Add(item);
        }

        return items.ToImmutable();
    }
}
