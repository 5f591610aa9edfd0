using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>
/// One table of the reference documents, as printed, and the flow file that shows it. Spelling is normalised (EventOffHook, OK); a blank
/// cell is left out, for it says nothing.
/// </summary>
internal sealed record ReferenceTable(string Name, string File, ImmutableArray<string> Columns, ImmutableArray<ReferenceRow> Rows)
{
    public static ReferenceTable Of(string name, string file, string columns, params ReferenceRow[] rows) =>
        new(name, file, [.. columns.Split(' ')], [.. rows]);

    /// <summary>
    /// The tables print "OK/Conferenced a": Conferenced if more than two parties remain, OK otherwise. Each flow shows one of the two.
    /// </summary>
    public ReferenceTable ReadingFootnoteA(string callState) =>
        this with { Rows = [.. Rows.Select(row => row.Reading("OK/Conferenced^a", callState))] };

    /// <summary>The same one row in another flow.</summary>
    public ReferenceTable ShownBy(string file, int step) =>
        this with { File = file, Rows = [Rows.Single() with { FirstStep = step, LastStep = step }] };

    public override string ToString() => Name;
}

/// <summary>
/// A row: what brings it about, the steps of the flow that show it, and the events of each cell. ConnID 1 of the reference is the call at
/// hand; <see cref="Call"/> is what the flow calls it.
/// </summary>
internal sealed record ReferenceRow(
    string Name, int FirstStep, int LastStep, string Trigger, string Call, ImmutableArray<ReferenceEvent> Events)
{
    public static ReferenceRow Of(string name, (int First, int Last) steps, string trigger, params ReferenceEvent[][] cells) =>
        new(name, steps.First, steps.Last, trigger, "$1", [.. cells.SelectMany(cell => cell)]);

    public ReferenceRow Reading(string printed, string value) =>
        this with { Events = [.. Events.Select(each => each.Reading(printed, value))] };
}

/// <summary>An event of a cell; its attributes as "Name=value", alternatives divided by a stroke.</summary>
internal sealed record ReferenceEvent(string Column, string Name, ImmutableArray<string> Attributes)
{
    /// <summary>A cell: a column and its events, from top to bottom, each "EventName Attribute=value Attribute=value".</summary>
    public static ReferenceEvent[] In(string column, params string[] events) =>
        [.. events.Select(text => text.Split(' ')).Select(words => new ReferenceEvent(column, words[0], [.. words[1..]]))];

    public ReferenceEvent Reading(string printed, string value) =>
        this with { Attributes = [.. Attributes.Select(text => text.Replace(printed, value, StringComparison.Ordinal))] };
}
