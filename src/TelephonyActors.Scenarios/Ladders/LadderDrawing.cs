using System.Collections.Immutable;
using System.Globalization;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>Draws a ladder as lines of text, at most 120 characters wide.</summary>
public static class LadderDrawing
{
    /// <summary>What the signs mean, for the top of an output.</summary>
    public static LadderLine Legend { get; } =
        LadderLine.Of("► somebody acts   ◄ the event that answers the request   ✓ as expected   ✗ different   · not checked", Tone.Faint);

    /// <summary>The chart with its title, from the top down.</summary>
    public static IEnumerable<LadderLine> Draw(LadderChart chart)
    {
        foreach (var line in TextWidth.Wrap(chart.Title, LadderLayout.Width)) yield return LadderLine.Of(line, Tone.Strong);
        foreach (var note in chart.Notes)
            foreach (var line in TextWidth.Wrap(note, LadderLayout.Width)) yield return LadderLine.Of(line, Tone.Faint);

        foreach (var block in LadderLayout.Blocks(chart))
        {
            yield return LadderLine.Empty;
            foreach (var line in Header(block)) yield return line;
            yield return Rule(block, '═', '╪');
            for (var at = 0; at < chart.Steps.Length; at++)
            {
                if (at > 0) yield return Rule(block, '─', '┼');
                foreach (var line in Step(block, chart.Steps[at])) yield return line;
            }

            yield return Rule(block, '─', '┴');
        }
    }

    private static IEnumerable<LadderLine> Header(LadderBlock block) => Rows(
        block,
        column => column.Caption.Length == 0
            ? [Paragraph.Of(Tone.Strong, column.Name)]
            : [Paragraph.Of(Tone.Strong, column.Name), Paragraph.Of(Tone.Faint, column.Caption)]);

    private static IEnumerable<LadderLine> Step(LadderBlock block, LadderStep step)
    {
        var lines = Mark(block, step.Mark).Concat(Rows(block, column => step.Cells.GetValueOrDefault(column.Name, [])));
        return lines.Select((line, at) => at == 0 ? Numbered(block, step, line) : line);
    }

    private static IEnumerable<LadderLine> Mark(LadderBlock block, LadderMark mark) => mark switch
    {
        LadderMark.At at when block.Columns.Any(column => column.Column.Name == at.Column) =>
            Rows(block, column => column.Name == at.Column ? at.Text : []),
        LadderMark.At at => Across(block, at.Summary, Tone.Act),
        LadderMark.Across across => Across(block, across.Text, across.Tone),
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };

    // A dotted line through all columns, with the text at its beginning.
    private static IEnumerable<LadderLine> Across(LadderBlock block, string text, Tone tone)
    {
        var width = block.Columns.Sum(column => column.Width + 3) - 2;
        foreach (var line in TextWidth.Wrap(text, width - 8))
        {
            var rest = " " + new string('╌', width - TextWidth.Of(line) - 5);
            yield return new LadderLine([(Blank(block), Tone.Plain), ("│╌╌╌ ", Tone.Faint), (line, tone), (rest, Tone.Faint)]);
        }
    }

    private static LadderLine Numbered(LadderBlock block, LadderStep step, LadderLine line)
    {
        var number = step.Number.ToString(CultureInfo.InvariantCulture).PadLeft(block.Gutter - 3);
        var (sign, tone) = step.Verdict switch
        {
            LadderVerdict.AsExpected => ("✓", Tone.Good),
            LadderVerdict.Different => ("✗", Tone.Bad),
            _ => ("·", Tone.Faint),
        };
        return new LadderLine([(number + " ", Tone.Strong), (sign, tone), (" ", Tone.Plain), .. line.Pieces.RemoveAt(0)]);
    }

    // The cells of one row of the table, wrapped to their columns.
    private static IEnumerable<LadderLine> Rows(LadderBlock block, Func<LadderColumn, ImmutableArray<Paragraph>> cell)
    {
        var cells = block.Columns.Select(column => CellLines.Of(cell(column.Column), column.Width).ToList()).ToList();
        var height = cells.Max(lines => lines.Count);
        for (var at = 0; at < height; at++)
            yield return Row(block, cells.Select(lines => at < lines.Count ? lines[at] : ("", Tone.Plain)));
    }

    private static LadderLine Row(LadderBlock block, IEnumerable<(string Text, Tone Tone)> cells)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, Tone)>();
        pieces.Add((Blank(block), Tone.Plain));
        foreach (var ((text, tone), (_, width)) in cells.Zip(block.Columns))
        {
            pieces.Add(("│ ", Tone.Faint));
            pieces.Add((TextWidth.Padded(text, width + 1), tone));
        }

        return new LadderLine(pieces.ToImmutable());
    }

    private static LadderLine Rule(LadderBlock block, char line, char crossing)
    {
        // No blank stands behind the last column.
        var columns = string.Concat(block.Columns.Select(column => crossing + new string(line, column.Width + 2)));
        return LadderLine.Of(new string(line, block.Gutter) + columns[..^1], Tone.Faint);
    }

    private static string Blank(LadderBlock block) => new(' ', block.Gutter);
}
