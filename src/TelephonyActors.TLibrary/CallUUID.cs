namespace TelephonyActors.TLibrary;

/// <summary>The UUID of a call: 32 characters of 0-9 and A-V.</summary>
public sealed record CallUUID
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    private CallUUID(string text) => Text = text;

    public string Text { get; }

    /// <summary>The UUID that follows from 128 bits: 25 digits of five bits from the high end, the last one short, behind seven that stay zero.</summary>
    public static CallUUID Of(UInt128 value) =>
        new(string.Create(32, value, static (text, bits) =>
        {
            for (var at = text.Length - 1; at >= 0; at--)
            {
                text[at] = Digits[(int)(bits & 31)];
                bits >>= 5;
            }
        }));

    /// <summary>Reads 32 characters of 0-9 and A-V; anything else is no CallUUID.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CallUUID? uuid)
    {
        uuid = null;
        if (text is not { Length: 32 }) return false;
        foreach (var digit in text)
            if (!Digits.Contains(digit)) return false;

        uuid = new CallUUID(text);
        return true;
    }

    public override string ToString() => Text;
}
