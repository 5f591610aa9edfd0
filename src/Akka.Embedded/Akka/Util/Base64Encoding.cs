namespace Akka.Util;

/// <summary>The digits of generated names: <c>$a</c>, <c>$b</c>, ... least significant first.</summary>
internal static class Base64Encoding
{
    // The order of y, z and x is Akka's, and names depend on it.
    private const string Digits = "abcdefghijklmnopqrstuvwyxzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    public static string Base64Encode(this long value, string prefix)
    {
        Span<char> text = stackalloc char[prefix.Length + 11];
        prefix.CopyTo(text);
        var length = prefix.Length;
        do
        {
            text[length++] = Digits[(int)(value & 63)];
            value >>>= 6;
        }
        while (value != 0);

        return text[..length].ToString();
    }

    public static bool TryDecode(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var digit = Digits.IndexOf(text[i]);
            if (digit < 0)
                return false;
            value = (value << 6) | (uint)digit;
        }

        return !text.IsEmpty;
    }
}
