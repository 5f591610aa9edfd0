namespace Akka.Configuration.Hocon;

/// <summary>How keys and texts are written.</summary>
internal static class HoconText
{
    public static string QuoteIfNeeded(string text)
    {
        if (text == null)
            return "";
        return text.AsSpan().ContainsAny(' ', '\t', ':') ? "\"" + text + "\"" : text;
    }
}
