using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TelephonyActors.TLibrary;

/// <summary>
/// The JSON of events and requests (contract, chapters 1 and 2): one object in one line, no nulls, nothing escaped that need not
/// be. Reading never throws; what is wrong comes back as a sentence that says what is allowed.
/// </summary>
public static class TLibraryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    private delegate void Writing<TMessage>(Utf8JsonWriter writer, TMessage message);

    public static string Write(TEvent message) => ToText(message, EventJson.Write);

    public static void Write(IBufferWriter<byte> output, TEvent message) => ToBuffer(output, message, EventJson.Write);

    /// <summary>Writes the event as one value of a larger JSON text; the writer should have the relaxed encoder.</summary>
    public static void Write(Utf8JsonWriter writer, TEvent message) => EventJson.Write(writer, message);

    public static string Write(TRequest message) => ToText(message, RequestJson.Write);

    public static void Write(IBufferWriter<byte> output, TRequest message) => ToBuffer(output, message, RequestJson.Write);

    /// <summary>Writes the request as one value of a larger JSON text; the writer should have the relaxed encoder.</summary>
    public static void Write(Utf8JsonWriter writer, TRequest message) => RequestJson.Write(writer, message);

    /// <summary>An event with its place in a run (contract, chapter 4): Scenario, Step and Column stand before the event's own keys.</summary>
    public static string Write(LoggedEvent line) => ToText(line, EventJson.Write);

    public static void Write(IBufferWriter<byte> output, LoggedEvent line) => ToBuffer(output, line, EventJson.Write);

    /// <summary>Reads an event; one that has another key than those of chapter 1, a null, a wrong type or an unknown word is none.</summary>
    public static bool TryReadEvent(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out TEvent? message, [NotNullWhen(false)] out string? fault)
    {
        message = EventJson.Read(utf8, placed: false, out var what)?.Event;
        fault = what?.Sentence;
        return message is not null;
    }

    /// <summary>Reads an event with or without the keys that say where in a run it stood.</summary>
    public static bool TryReadEvent(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out LoggedEvent? line, [NotNullWhen(false)] out ReadingFault? fault)
    {
        line = EventJson.Read(utf8, placed: true, out fault);
        return line is not null;
    }

    /// <summary>
    /// Reads a request as a client sent it. Never fails: what is wrong stands in <see cref="TRequest.Malformed"/>, and what can be
    /// known all the same is there. What is missing is found by <see cref="RequestAttributes.FaultOf"/>.
    /// </summary>
    public static TRequest ReadRequest(ReadOnlySpan<byte> utf8) => RequestJson.Read(utf8);

    private static string ToText<TMessage>(TMessage message, Writing<TMessage> write)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        ToBuffer(buffer, message, write);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void ToBuffer<TMessage>(IBufferWriter<byte> output, TMessage message, Writing<TMessage> write)
    {
        var writer = t_writer ??= new Utf8JsonWriter(output, Options);
        writer.Reset(output);
        write(writer, message);
        writer.Flush();
    }
}
