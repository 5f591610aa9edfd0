using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Exporting;

/// <summary>The lines of an export (contract, chapter 4): a header for each run, then a line for each input with what came of it.</summary>
public static class SessionJson
{
    private const string SessionKey = "Session";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A run's header.</summary>
    public static string Write(string session, RunHeader header) => Text(to =>
    {
        using var fields = JsonDocument.Parse(Text(inner => SessionSerializer.HeaderFormat.WriteJson(inner, header)));
        to.WriteStartObject();
        to.WriteString(SessionKey, session);
        foreach (var field in fields.RootElement.EnumerateObject()) field.WriteTo(to);
        to.WriteEndObject();
    });

    /// <summary>A record of a run.</summary>
    public static string Write(int run, SessionRecord record) => Text(to =>
    {
        var format = EntityFormats.Of(record.Entity.Kind);
        to.WriteStartObject();
        to.WriteNumber("Run"u8, run);
        to.WriteString("Entity"u8, record.Entity.ToString());
        to.WriteNumber("Position"u8, record.Position);
        to.WriteString("Time"u8, Moments.Text(record.Time));
        if (record.Input is not null)
        {
            to.WritePropertyName("Input"u8);
            format.Input.WriteJson(to, record.Input);
        }

        if (record.Failed) to.WriteBoolean("Failed"u8, true);
        to.WriteStartArray("Outputs"u8);
        foreach (var output in record.Outputs) format.Output.WriteJson(to, output);
        to.WriteEndArray();
        to.WriteEndObject();
    });

    /// <summary>An output, as it stands in a line.</summary>
    public static string Write(EntityKind kind, object output) => Text(to => EntityFormats.Of(kind).Output.WriteJson(to, output));

    /// <summary>Reads a line: a header with its session, or a record with its run.</summary>
    /// <exception cref="DamagedRecordException">It is neither; the message says why.</exception>
    internal static (string Session, RunHeader? Header, int Run, SessionRecord? Record) Read(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            throw new DamagedRecordException("this is no JSON; allowed: one object in one line, as 'sessions export' writes it");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new DamagedRecordException("this is no object");
            return root.TryGetProperty("Switch"u8, out _)
                ? (Codecs.Text.ReadJson(Required(root, SessionKey)), SessionSerializer.HeaderFormat.ReadJson(root), 0, null)
                : ("", null, Codecs.Int.ReadJson(Required(root, "Run")), ReadRecord(root));
        }
    }

    private static SessionRecord ReadRecord(JsonElement root)
    {
        var name = Codecs.Text.ReadJson(Required(root, "Entity"));
        var entity = EntityId.Parse(name) ?? throw new DamagedRecordException($"Entity cannot be '{name}'; allowed are call/..., dn/..., line/..., monitoring, calls, front, run");
        var position = Codecs.Long.ReadJson(Required(root, "Position"));
        if (position < 1) throw new DamagedRecordException($"Position cannot be {position}; allowed is a whole number from 1");
        var format = EntityFormats.Of(entity.Kind);
        var outputs = Required(root, "Outputs");
        if (outputs.ValueKind != JsonValueKind.Array) throw new DamagedRecordException("Outputs is no list");
        return new SessionRecord(
            entity,
            position,
            Codecs.Moment.ReadJson(Required(root, "Time")),
            root.TryGetProperty("Input"u8, out var input) ? format.Input.ReadJson(input) : null,
            root.TryGetProperty("Failed"u8, out var failed) && Codecs.Flag.ReadJson(failed),
            [.. outputs.EnumerateArray().Select(format.Output.ReadJson)]);
    }

    private static JsonElement Required(JsonElement root, string key) =>
        root.TryGetProperty(key, out var value) ? value : throw new DamagedRecordException($"{key} is missing");

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
