using System.Collections.Immutable;
using System.Text.Json;

namespace TelephonyActors.Sessions.Wire;

/// <summary>A value or none; JSON leaves it out where there is none.</summary>
internal sealed class OptionalCodec<T>(Codec<T> codec) : Codec<T?>
    where T : class
{
    public override void Write(WireWriter to, T? value)
    {
        to.Flag(value is not null);
        if (value is not null) codec.Write(to, value);
    }

    public override T? Read(WireReader from) => from.Flag() ? codec.Read(from) : null;

    public override void WriteJson(Utf8JsonWriter to, T? value) => codec.WriteJson(to, value!);

    public override T? ReadJson(JsonElement from) => codec.ReadJson(from);

    public override bool Same(T? left, T? right) => left is null || right is null ? ReferenceEquals(left, right) : codec.Same(left, right);

    public override bool IsLeftOut(T? value) => value is null;

    public override T? Missing(string name) => null;
}

/// <inheritdoc cref="OptionalCodec{T}"/>
internal sealed class OptionalValueCodec<T>(Codec<T> codec) : Codec<T?>
    where T : struct
{
    public override void Write(WireWriter to, T? value)
    {
        to.Flag(value is not null);
        if (value is { } there) codec.Write(to, there);
    }

    public override T? Read(WireReader from) => from.Flag() ? codec.Read(from) : null;

    public override void WriteJson(Utf8JsonWriter to, T? value) => codec.WriteJson(to, value!.Value);

    public override T? ReadJson(JsonElement from) => codec.ReadJson(from);

    public override bool Same(T? left, T? right) => left is { } l && right is { } r ? codec.Same(l, r) : left is null && right is null;

    public override bool IsLeftOut(T? value) => value is null;

    public override T? Missing(string name) => null;
}

/// <summary>A list, as how many and then each; JSON leaves out an empty one.</summary>
internal sealed class ListCodec<T>(Codec<T> codec) : Codec<ImmutableArray<T>>
{
    public override void Write(WireWriter to, ImmutableArray<T> value)
    {
        to.Count(value.Length);
        foreach (var item in value) codec.Write(to, item);
    }

    public override ImmutableArray<T> Read(WireReader from)
    {
        var count = from.Count();
        if (count == 0) return [];
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++) items.Add(codec.Read(from));
        return items.MoveToImmutable();
    }

    public override void WriteJson(Utf8JsonWriter to, ImmutableArray<T> value)
    {
        to.WriteStartArray();
        foreach (var item in value) codec.WriteJson(to, item);
        to.WriteEndArray();
    }

    public override ImmutableArray<T> ReadJson(JsonElement from) => from.ValueKind == JsonValueKind.Array
        ? [.. from.EnumerateArray().Select(codec.ReadJson)]
        : throw new DamagedRecordException($"{from.GetRawText()} is no list");

    public override bool Same(ImmutableArray<T> left, ImmutableArray<T> right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
            if (!codec.Same(left[i], right[i])) return false;
        return true;
    }

    public override bool IsLeftOut(ImmutableArray<T> value) => value.IsEmpty;

    public override ImmutableArray<T> Missing(string name) => [];
}

/// <summary>A queue, from its head on.</summary>
internal sealed class QueueCodec<T>(Codec<T> codec) : Codec<ImmutableQueue<T>>
{
    private readonly ListCodec<T> _list = new(codec);

    public override void Write(WireWriter to, ImmutableQueue<T> value) => _list.Write(to, [.. value]);

    public override ImmutableQueue<T> Read(WireReader from) => [.. _list.Read(from)];

    public override void WriteJson(Utf8JsonWriter to, ImmutableQueue<T> value) => _list.WriteJson(to, [.. value]);

    public override ImmutableQueue<T> ReadJson(JsonElement from) => [.. _list.ReadJson(from)];

    public override bool Same(ImmutableQueue<T> left, ImmutableQueue<T> right) => _list.Same([.. left], [.. right]);
}

/// <summary>A word of an enumeration; its place in the list is its number on the wire, for ever: words are added at the end.</summary>
internal sealed class WordCodec<T> : Codec<T>
    where T : struct, Enum
{
    private readonly T[] _values;
    private readonly Dictionary<T, int> _numbers;
    private readonly string[] _words;

    public WordCodec(IReadOnlyList<(T Value, string Word)> words)
    {
        _values = [.. words.Select(word => word.Value)];
        _words = [.. words.Select(word => word.Word)];
        _numbers = _values.Select((value, number) => (value, number)).ToDictionary(pair => pair.value, pair => pair.number);
    }

    public override void Write(WireWriter to, T value) => to.Count(_numbers[value]);

    public override T Read(WireReader from)
    {
        var number = from.Unsigned();
        return number < (ulong)_values.Length ? _values[number] : throw new DamagedRecordException($"it has a word {number} that is not known");
    }

    public override void WriteJson(Utf8JsonWriter to, T value) => to.WriteStringValue(_words[_numbers[value]]);

    public override T ReadJson(JsonElement from)
    {
        var number = from.ValueKind == JsonValueKind.String ? Array.IndexOf(_words, from.GetString()) : -1;
        return number >= 0 ? _values[number] : throw new DamagedRecordException($"{from.GetRawText()} is not known; allowed: {string.Join(", ", _words)}");
    }

    public override bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
