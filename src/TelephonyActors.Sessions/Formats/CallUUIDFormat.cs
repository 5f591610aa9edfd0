using System.Text.Json;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>A CallUUID in full, where nothing around it says what it is.</summary>
internal sealed class CallUUIDFormat : Codec<CallUUID>
{
    public static CallUUIDFormat Instance { get; } = new();

    public override void Write(WireWriter to, CallUUID value) => to.Literal(value.Text);

    public override CallUUID Read(WireReader from) => Parse(from.Literal());

    public override void WriteJson(Utf8JsonWriter to, CallUUID value) => to.WriteStringValue(value.Text);

    public override CallUUID ReadJson(JsonElement from) => Parse(Codecs.Text.ReadJson(from));

    public override bool Same(CallUUID left, CallUUID right) => left.Text == right.Text;

    private static CallUUID Parse(string text) =>
        CallUUID.TryParse(text, out var uuid) ? uuid : throw new DamagedRecordException($"{text} is no CallUUID");
}
