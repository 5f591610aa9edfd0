using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>
/// A call flow as a ladder shows it: a column for every DN and one for monitoring, time downwards. It knows no files and no
/// switch, so that runs, replays and explored interleavings are drawn alike.
/// </summary>
/// <param name="Title">What flow it is.</param>
/// <param name="Notes">Lines below the title: where it comes from, what the columns do not tell.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Steps">From the top down.</param>
public sealed record LadderChart(
    string Title, ImmutableArray<string> Notes, ImmutableArray<LadderColumn> Columns, ImmutableArray<LadderStep> Steps);

/// <summary>
/// A column; the caption stands below its name. <paramref name="Width"/> is what its cells need to read well; it can have more or less.
/// </summary>
public sealed record LadderColumn(string Name, string Caption, int Width);

/// <summary>A step: its mark, and below it what each column heard. A column without a cell was silent.</summary>
public sealed record LadderStep(
    int Number, LadderVerdict Verdict, LadderMark Mark, ImmutableDictionary<string, ImmutableArray<Paragraph>> Cells);

/// <summary>Whether a step caused what it should.</summary>
public enum LadderVerdict
{
    /// <summary>Nobody said what it should.</summary>
    NotChecked,
    AsExpected,
    Different,
}

/// <summary>What began a step.</summary>
public abstract record LadderMark
{
    private LadderMark() { }

    /// <summary>Somebody acted in a column. <paramref name="Summary"/> says it where that column is not in sight.</summary>
    public sealed record At(string Column, ImmutableArray<Paragraph> Text, string Summary) : LadderMark;

    /// <summary>Something that belongs to no column: time that passes, a phone outside the switch.</summary>
    public sealed record Across(string Text, Tone Tone) : LadderMark;
}

/// <summary>What a text is, which on a terminal gives it its colour.</summary>
public enum Tone
{
    Plain,

    /// <summary>Lines and captions.</summary>
    Faint,

    /// <summary>Titles, names of columns and events.</summary>
    Strong,

    /// <summary>What somebody did.</summary>
    Act,
    Good,
    Bad,
}

/// <summary>A text of a cell: pieces that are kept together where they fit; its lines are indented.</summary>
public sealed record Paragraph(Tone Tone, int Indent, ImmutableArray<string> Pieces)
{
    public static Paragraph Of(Tone tone, params ImmutableArray<string> pieces) => new(tone, 0, pieces);
}
