using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>Sets the paragraphs of a cell in lines of a column's width.</summary>
internal static class CellLines
{
    // The reference writes attributes without commas; two blanks keep name and value together for the eye.
    private const string Between = "  ";
    private const int Hanging = 2;

    public static IEnumerable<(string Text, Tone Tone)> Of(ImmutableArray<Paragraph> paragraphs, int width) =>
        from paragraph in paragraphs
        from line in Set(paragraph, width - paragraph.Indent)
        select (new string(' ', paragraph.Indent) + line, paragraph.Tone);

    private static IEnumerable<string> Set(Paragraph paragraph, int width)
    {
        var line = "";
        foreach (var text in paragraph.Pieces)
        {
            var piece = TextWidth.OneLine(text);
            if (line.Length > 0 && TextWidth.Of(line) + Between.Length + TextWidth.Of(piece) <= width)
            {
                line = line + Between + piece;
                continue;
            }

            if (line.Length > 0) yield return line;

            // A piece that is too long for a line goes over several; the next one follows its last.
            var wrapped = TextWidth.Wrap(piece, width, Hanging).ToList();
            foreach (var full in wrapped.SkipLast(1)) yield return full;
            line = wrapped[^1];
        }

        if (line.Length > 0) yield return line;
    }
}
