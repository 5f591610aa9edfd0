using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>UserData, Extensions, Reasons. Each value has a byte before it that says what it is.</summary>
internal sealed class ListFormat : Codec<KVList>
{
    private const byte Text = 0;
    private const byte Number = 1;
    private const byte No = 2;
    private const byte Yes = 3;
    private const byte Pairs = 4;
    private const byte Items = 5;

    public static ListFormat Instance { get; } = new();

    public static Codec<KVList?> OrNone { get; } = Codecs.OrNone(Instance);

    public override void Write(WireWriter to, KVList value)
    {
        to.Count(value.Count);
        foreach (var (key, item) in value)
        {
            to.Text(key);
            WriteValue(to, item);
        }
    }

    public override KVList Read(WireReader from)
    {
        var list = KVList.Empty;
        for (var left = from.Count(); left > 0; left--)
        {
            var key = from.Text();
            list = list.With(key, ReadValue(from));
        }

        return list;
    }

    // The JSON of such lists is the contract's: an event around one has it.
    public override void WriteJson(Utf8JsonWriter to, KVList value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        TLibraryJson.Write(buffer, new TRequest { UserData = value });
        using var request = JsonDocument.Parse(buffer.WrittenMemory);
        request.RootElement.GetProperty("UserData").WriteTo(to);
    }

    public override KVList ReadJson(JsonElement from)
    {
        var text = $$"""{"Event":"EventError","Extensions":{{from.GetRawText()}}}""";
        return TLibraryJson.TryReadEvent(System.Text.Encoding.UTF8.GetBytes(text), out TEvent? read, out string? fault)
            ? read.Extensions!
            : throw new DamagedRecordException(fault);
    }

    public override bool Same(KVList left, KVList right) => left.Equals(right);

    private static void WriteValue(WireWriter to, object value)
    {
        switch (value)
        {
            case string text: to.Byte(Text); to.Text(text); break;
            case long number: to.Byte(Number); to.Signed(number); break;
            case bool truth: to.Byte(truth ? Yes : No); break;
            case KVList pairs: to.Byte(Pairs); Instance.Write(to, pairs); break;
            case ImmutableArray<object> items:
                to.Byte(Items);
                to.Count(items.Length);
                foreach (var item in items) WriteValue(to, item);
                break;
            default: throw new InvalidOperationException($"{value.GetType().Name} is no value of a list.");
        }
    }

    private static object ReadValue(WireReader from) => from.Byte() switch
    {
        Text => from.Text(),
        Number => from.Signed(),
        No => false,
        Yes => true,
        Pairs => Instance.Read(from),
        Items => ReadItems(from),
        var other => throw new DamagedRecordException($"it has a value of a kind {other} that is not known"),
    };

    private static ImmutableArray<object> ReadItems(WireReader from)
    {
        var items = ImmutableArray.CreateBuilder<object>();
        for (var left = from.Count(); left > 0; left--) items.Add(ReadValue(from));
        return items.ToImmutable();
    }
}
