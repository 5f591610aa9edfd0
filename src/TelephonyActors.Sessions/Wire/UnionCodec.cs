using System.Text.Json;

namespace TelephonyActors.Sessions.Wire;

/// <summary>One case of a union: its number on the wire, its name in JSON.</summary>
internal abstract class Case<T>(int number, string name, Type type)
    where T : class
{
    public int Number => number;

    public string Name => name;

    public Type Type => type;

    public abstract void Write(WireWriter to, T value);

    public abstract T Read(WireReader from);

    public abstract void WriteJson(Utf8JsonWriter to, T value);

    public abstract T ReadJson(JsonElement from);

    public abstract bool Same(T left, T right);
}

/// <inheritdoc cref="Case{T}"/>
internal sealed class Case<T, TCase>(int number, string name, Codec<TCase> codec) : Case<T>(number, name, typeof(TCase))
    where T : class
    where TCase : class, T
{
    public override void Write(WireWriter to, T value) => codec.Write(to, (TCase)value);

    public override T Read(WireReader from) => codec.Read(from);

    public override void WriteJson(Utf8JsonWriter to, T value) => codec.WriteJson(to, (TCase)value);

    public override T ReadJson(JsonElement from) => codec.ReadJson(from);

    public override bool Same(T left, T right) => codec.Same((TCase)left, (TCase)right);
}

/// <summary>One of several cases: its number, then its record; in JSON an object of one key, the case's name.</summary>
internal sealed class UnionCodec<T> : Codec<T>
    where T : class
{
    private readonly Dictionary<Type, Case<T>> _byType;
    private readonly Dictionary<string, Case<T>> _byName;
    private readonly Case<T>?[] _byNumber;

    public UnionCodec(params IReadOnlyList<Case<T>> cases)
    {
        _byType = cases.ToDictionary(one => one.Type);
        _byName = cases.ToDictionary(one => one.Name, StringComparer.Ordinal);
        _byNumber = new Case<T>?[cases.Max(one => one.Number) + 1];
        foreach (var one in cases) _byNumber[one.Number] = one;
    }

    public override void Write(WireWriter to, T value)
    {
        var one = Of(value);
        to.Count(one.Number);
        one.Write(to, value);
    }

    public override T Read(WireReader from)
    {
        var number = from.Unsigned();
        var one = number < (ulong)_byNumber.Length ? _byNumber[number] : null;
        return one is not null ? one.Read(from) : throw new DamagedRecordException($"it has a case {number} that is not known");
    }

    public override void WriteJson(Utf8JsonWriter to, T value)
    {
        var one = Of(value);
        to.WriteStartObject();
        to.WritePropertyName(one.Name);
        one.WriteJson(to, value);
        to.WriteEndObject();
    }

    public override T ReadJson(JsonElement from)
    {
        if (from.ValueKind != JsonValueKind.Object) throw new DamagedRecordException($"{from.GetRawText()} is no object");
        foreach (var only in from.EnumerateObject())
        {
            return _byName.TryGetValue(only.Name, out var one)
                ? one.ReadJson(only.Value)
                : throw new DamagedRecordException($"{only.Name} is not known; allowed: {string.Join(", ", _byName.Keys)}");
        }

        throw new DamagedRecordException($"an object is empty; allowed: one key of {string.Join(", ", _byName.Keys)}");
    }

    public override bool Same(T left, T right) =>
        ReferenceEquals(left, right) || (left.GetType() == right.GetType() && Of(left).Same(left, right));

    private Case<T> Of(T value) => _byType.TryGetValue(value.GetType(), out var one)
        ? one
        : throw new InvalidOperationException($"{value.GetType().Name} has no case in the format.");
}
