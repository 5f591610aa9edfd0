using System.Text.Json;

namespace TelephonyActors.Sessions.Wire;

/// <summary>
/// How one type of value stands in the journal, and in the JSON of an export. Each type has one codec; names and numbers on the wire
/// stand in it and nowhere else, so that a type can be renamed without a change of the format.
/// </summary>
internal abstract class Codec<T>
{
    public abstract void Write(WireWriter to, T value);

    /// <exception cref="DamagedRecordException">These are no bytes of such a value.</exception>
    public abstract T Read(WireReader from);

    public abstract void WriteJson(Utf8JsonWriter to, T value);

    /// <exception cref="DamagedRecordException">This is no JSON of such a value.</exception>
    public abstract T ReadJson(JsonElement from);

    /// <summary>Whether two values are written alike.</summary>
    public abstract bool Same(T left, T right);

    /// <summary>Whether JSON leaves the value out.</summary>
    public virtual bool IsLeftOut(T value) => false;

    /// <summary>What a value is that JSON leaves out.</summary>
    public virtual T Missing(string name) => throw new DamagedRecordException($"{name} is missing");
}

/// <summary>A field of a record: its name in JSON, its value, the codec of the value.</summary>
internal abstract class Field<T>
{
    public abstract void Write(WireWriter to, T record);

    public abstract void WriteJson(Utf8JsonWriter to, T record);

    public abstract bool Same(T left, T right);
}

/// <inheritdoc cref="Field{T}"/>
internal sealed class Field<T, TValue>(string name, Func<T, TValue> valueOf, Codec<TValue> codec) : Field<T>
{
    public override void Write(WireWriter to, T record) => codec.Write(to, valueOf(record));

    public override void WriteJson(Utf8JsonWriter to, T record)
    {
        var value = valueOf(record);
        if (codec.IsLeftOut(value)) return;
        to.WritePropertyName(name);
        codec.WriteJson(to, value);
    }

    public override bool Same(T left, T right) => codec.Same(valueOf(left), valueOf(right));

    public TValue Read(WireReader from) => codec.Read(from);

    public TValue ReadJson(JsonElement from) => from.TryGetProperty(name, out var value) ? codec.ReadJson(value) : codec.Missing(name);
}

/// <summary>A record: its fields one behind the other, in JSON an object.</summary>
internal sealed class RecordCodec<T>(
    Field<T>[] fields, Func<WireReader, T> read, Func<JsonElement, T> readJson) : Codec<T>
{
    public override void Write(WireWriter to, T value)
    {
        foreach (var field in fields) field.Write(to, value);
    }

    public override T Read(WireReader from) => read(from);

    public override void WriteJson(Utf8JsonWriter to, T value)
    {
        to.WriteStartObject();
        foreach (var field in fields) field.WriteJson(to, value);
        to.WriteEndObject();
    }

    public override T ReadJson(JsonElement from) =>
        from.ValueKind == JsonValueKind.Object ? readJson(from) : throw new DamagedRecordException($"{from.GetRawText()} is no object");

    public override bool Same(T left, T right)
    {
        foreach (var field in fields)
            if (!field.Same(left, right)) return false;
        return true;
    }
}
