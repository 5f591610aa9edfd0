using System.Globalization;
using System.Text;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>How many columns of a terminal a text takes, and where it can be broken.</summary>
internal static class TextWidth
{
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    public static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The text as one line that moves no cursor: a control character or a line end is a space.</summary>
    public static string OneLine(string text) =>
        text.Any(IsUnruly) ? string.Concat(text.Select(character => IsUnruly(character) ? ' ' : character)) : text;

    /// <summary>
    /// Breaks a text into lines of a width, at spaces where there are any, else within: before a capital or behind a sign.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of a line.</param>
    /// <param name="hanging">How far the lines after the first one stand in.</param>
    public static IEnumerable<string> Wrap(string text, int width, int hanging = 0)
    {
        var (rest, indent) = (OneLine(text), "");
        while (Of(rest) > width - indent.Length)
        {
            var at = Break(rest, Fitting(rest, width - indent.Length));
            yield return indent + rest[..at].TrimEnd();
            rest = rest[at..].TrimStart();
            indent = new string(' ', hanging);
        }

        yield return indent + rest;
    }

    private static int Break(string text, int most)
    {
        // A sign does not stay behind alone.
        var space = text.LastIndexOf(' ', Math.Min(most, text.Length - 1));
        if (space > 1) return space;
        for (var at = most; at > most / 2; at--)
            if (char.IsAsciiLetterUpper(text[at]) || text[at - 1] is '_' or '-' or ',' or ':' or '.') return at;
        return most;
    }

    // How many characters fit; at least one rune, so that every line carries on.
    private static int Fitting(string text, int width)
    {
        var (taken, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            taken += Of(rune);
            if (taken > width && at > 0) break;
            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    // Line and paragraph separators end a line, format characters can turn its direction.
    private static bool IsUnruly(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    // East Asian wide and full-width characters, and pictographs.
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
        or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff)
        or (>= 0x20000 and <= 0x3fffd);
}
