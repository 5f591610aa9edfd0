using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Wire;

/// <summary>The codecs of plain values.</summary>
internal static class Codecs
{
    public static Codec<string> Text { get; } = new TextCodec();

    public static Codec<string?> TextOrNone { get; } = OrNone(Text);

    public static Codec<int> Int { get; } = new Plain<int>(
        (to, value) => to.Signed(value), from => checked((int)from.Signed()), (to, value) => to.WriteNumberValue(value), "a whole number",
        json => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value) ? value : null);

    public static Codec<long> Long { get; } = new Plain<long>(
        (to, value) => to.Signed(value), from => from.Signed(), (to, value) => to.WriteNumberValue(value), "a whole number",
        json => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var value) ? value : null);

    /// <summary>JSON leaves out what is not so.</summary>
    public static Codec<bool> Flag { get; } = new FlagCodec();

    public static Codec<TimeSpan> Span { get; } = new Plain<TimeSpan>(
        (to, value) => to.Signed(value.Ticks), from => new TimeSpan(from.Signed()),
        (to, value) => to.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture)), "a time span such as 00:00:30",
        json => json.ValueKind == JsonValueKind.String && TimeSpan.TryParse(json.GetString(), CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>A moment, as its distance from the record's.</summary>
    public static Codec<DateTimeOffset> Moment { get; } = new Plain<DateTimeOffset>(
        (to, value) => to.Signed(value.UtcTicks - to.Scope.Time.UtcTicks), from => Moments.Of(checked(from.Scope.Time.UtcTicks + from.Signed())),
        (to, value) => to.WriteStringValue(Moments.Text(value)), "a time such as 2026-01-05T09:30:00.0000000Z",
        json => json.ValueKind == JsonValueKind.String && Moments.TryParse(json.GetString(), out var value) ? value : null);

    public static Codec<ConnID> ConnID { get; } = new ConnIDCodec();

    public static Codec<ConnID?> ConnIDOrNone { get; } = OrNone(ConnID);

    public static Codec<int?> IntOrNone { get; } = OrNothing(Int);

    public static Codec<long?> LongOrNone { get; } = OrNothing(Long);

    public static Codec<ImmutableArray<string>> Texts { get; } = ListOf(Text);

    public static Codec<T?> OrNone<T>(Codec<T> codec)
        where T : class => new OptionalCodec<T>(codec);

    public static Codec<T?> OrNothing<T>(Codec<T> codec)
        where T : struct => new OptionalValueCodec<T>(codec);

    public static Codec<ImmutableArray<T>> ListOf<T>(Codec<T> codec) => new ListCodec<T>(codec);

    /// <summary>A word of an enumeration; its place in the list is its number on the wire, for ever.</summary>
    public static Codec<T> Word<T>(params IReadOnlyList<(T Value, string Word)> words)
        where T : struct, Enum => new WordCodec<T>(words);

    private sealed class TextCodec : Codec<string>
    {
        public override void Write(WireWriter to, string value) => to.Text(value);

        public override string Read(WireReader from) => from.Text();

        public override void WriteJson(Utf8JsonWriter to, string value) => to.WriteStringValue(value);

        public override string ReadJson(JsonElement from) =>
            from.ValueKind == JsonValueKind.String ? from.GetString()! : throw new DamagedRecordException($"{from.GetRawText()} is no string");

        public override bool Same(string left, string right) => left == right;
    }

    private sealed class FlagCodec : Codec<bool>
    {
        public override void Write(WireWriter to, bool value) => to.Flag(value);

        public override bool Read(WireReader from) => from.Flag();

        public override void WriteJson(Utf8JsonWriter to, bool value) => to.WriteBooleanValue(value);

        public override bool ReadJson(JsonElement from) => from.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new DamagedRecordException($"{from.GetRawText()} is neither true nor false"),
        };

        public override bool Same(bool left, bool right) => left == right;

        public override bool IsLeftOut(bool value) => !value;

        public override bool Missing(string name) => false;
    }

    private sealed class ConnIDCodec : Codec<ConnID>
    {
        public override void Write(WireWriter to, ConnID value) => to.Signed(to.Scope.Step(value));

        public override ConnID Read(WireReader from) => from.Scope.Follow(from.Signed());

        public override void WriteJson(Utf8JsonWriter to, ConnID value) => to.WriteStringValue(value.ToString());

        public override ConnID ReadJson(JsonElement from) =>
            from.ValueKind == JsonValueKind.String && TLibrary.ConnID.TryParse(from.GetString(), out var value)
                ? value
                : throw new DamagedRecordException($"{from.GetRawText()} is no ConnID");

        public override bool Same(ConnID left, ConnID right) => left == right;
    }

    private sealed class Plain<T>(
        Action<WireWriter, T> write, Func<WireReader, T> read, Action<Utf8JsonWriter, T> writeJson, string allowed, Func<JsonElement, T?> readJson) : Codec<T>
        where T : struct, IEquatable<T>
    {
        public override void Write(WireWriter to, T value) => write(to, value);

        public override T Read(WireReader from)
        {
            try
            {
                return read(from);
            }
            catch (Exception impossible) when (impossible is OverflowException or ArgumentOutOfRangeException)
            {
                throw new DamagedRecordException("a number in it is too large", impossible);
            }
        }

        public override void WriteJson(Utf8JsonWriter to, T value) => writeJson(to, value);

        public override T ReadJson(JsonElement from) =>
            readJson(from) ?? throw new DamagedRecordException($"{from.GetRawText()} is not {allowed}");

        public override bool Same(T left, T right) => left.Equals(right);
    }
}
