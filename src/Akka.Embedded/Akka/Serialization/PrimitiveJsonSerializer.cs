using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Akka.Actor;

namespace Akka.Serialization;

/// <summary>
/// Where Akka.NET writes any object as JSON: texts, truth values and numbers in the same form. For anything else a serializer
/// has to be bound.
/// </summary>
internal sealed class PrimitiveJsonSerializer(ExtendedActorSystem system) : Serializer(system)
{
    // JSON has one kind of number; where that would change the type, the number is wrapped with a letter for it.
    private const string Wrapped = "$";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override int Identifier => 1;

    public override bool IncludeManifest => false;

    public override byte[] ToBinary(object obj) => obj switch
    {
        string or bool or long => JsonSerializer.SerializeToUtf8Bytes(obj, Options),
        double number => Double(number),
        int number => Wrap($"I{number.ToString(CultureInfo.InvariantCulture)}"),
        float number => Wrap($"F{number.ToString(CultureInfo.InvariantCulture)}"),
        decimal number => Wrap($"M{number.ToString(CultureInfo.InvariantCulture)}"),
        _ => throw new NotSupportedException(
            $"No serializer is bound to {obj.GetType()}: name one in akka.actor.serializers and bind it to the type in " +
            "akka.actor.serialization-bindings."),
    };

    public override object FromBinary(byte[] bytes, Type type)
    {
        using var document = JsonDocument.Parse(bytes);
        var value = document.RootElement;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number : (object)value.GetDouble(),
            JsonValueKind.Object when value.TryGetProperty(Wrapped, out var wrapped) => Unwrap(wrapped.GetString()),
            _ => throw new NotSupportedException("This was written as JSON by a kernel that can; bind a serializer to its type."),
        };
    }

    // A fraction, even of zero, is what tells a double from a long.
    private static byte[] Double(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return System.Text.Encoding.UTF8.GetBytes(text.AsSpan().ContainsAny(".Ee") ? text : text + ".0");
    }

    private static byte[] Wrap(string number) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [Wrapped] = number });

    private static object Unwrap(string number) => number[0] switch
    {
        'I' => int.Parse(number.AsSpan(1), CultureInfo.InvariantCulture),
        'F' => float.Parse(number.AsSpan(1), CultureInfo.InvariantCulture),
        'M' => decimal.Parse(number.AsSpan(1), CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A number of an unknown type: {number}"),
    };
}
