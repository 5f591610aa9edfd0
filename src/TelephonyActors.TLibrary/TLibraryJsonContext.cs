using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>
/// The source-generated metadata under which events and requests are part of larger objects, without reflection: the same JSON as
/// <see cref="TLibraryJson"/> reads and writes.
/// </summary>
[JsonSerializable(typeof(TEvent))]
[JsonSerializable(typeof(TRequest))]
public sealed partial class TLibraryJsonContext : JsonSerializerContext;

/// <summary>An event as <see cref="TLibraryJson"/> reads and writes it. Public for the source-generated metadata of other assemblies.</summary>
public sealed class TEventConverter : JsonConverter<TEvent>
{
    public override TEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TLibraryJson.TryReadEvent(Bytes.Of(ref reader), out TEvent? read, out string? fault) ? read : throw new JsonException(fault);

    public override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options) => TLibraryJson.Write(writer, value);
}

/// <summary>A request as <see cref="TLibraryJson"/> reads and writes it. Public for the source-generated metadata of other assemblies.</summary>
public sealed class TRequestConverter : JsonConverter<TRequest>
{
    public override TRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TLibraryJson.ReadRequest(Bytes.Of(ref reader));

    public override void Write(Utf8JsonWriter writer, TRequest value, JsonSerializerOptions options) => TLibraryJson.Write(writer, value);
}

/// <summary>The text of the value at which a reader stands; the reader goes on behind it.</summary>
file static class Bytes
{
    public static byte[] Of(ref Utf8JsonReader reader)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return System.Text.Encoding.UTF8.GetBytes(value.RootElement.GetRawText());
    }
}
