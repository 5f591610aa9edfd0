using System.Diagnostics.CodeAnalysis;

namespace TelephonyActors.TLibrary;

/// <summary>The UUID of a call: 32 characters of 0-9 and A-V.</summary>
public sealed class CallUUID : IEquatable<CallUUID>
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    // Every call has one, and few are ever read: the text is made when it is asked for.
    private readonly ulong _high;
    private readonly ulong _low;
    private string? _text;

    private CallUUID(UInt128 value) => (_high, _low) = ((ulong)(value >> 64), (ulong)value);

    private CallUUID(string text) => _text = text;

    public string Text => _text ??= TextOf(new UInt128(_high, _low));

    /// <summary>The UUID that follows from 128 bits: 25 digits of five bits from the high end, the last one short, behind seven that stay zero.</summary>
    public static CallUUID Of(UInt128 value) => new(value);

    /// <summary>Reads 32 characters of 0-9 and A-V; anything else is no CallUUID.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CallUUID? uuid)
    {
        uuid = null;
        if (text is not { Length: 32 }) return false;
        foreach (var digit in text)
            if (!Digits.Contains(digit)) return false;

        uuid = new CallUUID(text);
        return true;
    }

    public bool Equals(CallUUID? other) => ReferenceEquals(this, other) || (other is not null && other.Text == Text);

    public override bool Equals(object? obj) => Equals(obj as CallUUID);

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    public override string ToString() => Text;

    public static bool operator ==(CallUUID? left, CallUUID? right) => Equals(left, right);

    public static bool operator !=(CallUUID? left, CallUUID? right) => !Equals(left, right);

    private static string TextOf(UInt128 value) =>
        string.Create(32, value, static (text, bits) =>
        {
            for (var at = text.Length - 1; at >= 0; at--)
            {
                text[at] = Digits[(int)(bits & 31)];
                bits >>= 5;
            }
        });
}
