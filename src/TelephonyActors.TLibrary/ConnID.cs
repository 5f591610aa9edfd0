using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TelephonyActors.TLibrary;

/// <summary>The connection ID of a call: 64 bits, unique in the life of a switch, written as 16 lower-case hexadecimal digits.</summary>
public sealed class ConnID : IEquatable<ConnID>, IComparable<ConnID>
{
    // Every call has one, and not every one is written down: the text is made when it is asked for.
    private string? _text;

    public ConnID(ulong value) => Value = value;

    private ConnID(ulong value, string text) => (Value, _text) = (value, text);

    public ulong Value { get; }

    /// <summary>Reads 16 lower-case hexadecimal digits; anything else is no ConnID.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ConnID? connID)
    {
        connID = IsWellFormed(text, out var value) ? new ConnID(value, text) : null;
        return connID is not null;
    }

    /// <summary>Whether a text is a ConnID, without making one.</summary>
    internal static bool IsWellFormed([NotNullWhen(true)] string? text, out ulong value)
    {
        value = 0;
        if (text is not { Length: 16 }) return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiHexDigitLower(digit)) return false;
            value = (value << 4) | (uint)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
        }

        return true;
    }

    public bool Equals(ConnID? other) => other is not null && other.Value == Value;

    public override bool Equals(object? obj) => Equals(obj as ConnID);

    public override int GetHashCode() => Value.GetHashCode();

    public int CompareTo(ConnID? other) => other is null ? 1 : Value.CompareTo(other.Value);

    public override string ToString() => _text ??= Value.ToString("x16", CultureInfo.InvariantCulture);

    public static bool operator ==(ConnID? left, ConnID? right) => Equals(left, right);

    public static bool operator !=(ConnID? left, ConnID? right) => !Equals(left, right);

    public static bool operator <(ConnID left, ConnID right) => left.CompareTo(right) < 0;

    public static bool operator <=(ConnID left, ConnID right) => left.CompareTo(right) <= 0;

    public static bool operator >(ConnID left, ConnID right) => left.CompareTo(right) > 0;

    public static bool operator >=(ConnID left, ConnID right) => left.CompareTo(right) >= 0;
}
