using System.Text;
using TelephonyActors.Scenarios.Checking;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>The lines of a log, to be dropped, doubled, swapped and altered, and what the checker finds in them.</summary>
internal sealed class MutableLog(List<LoggedEvent> lines)
{
    public List<LoggedEvent> Lines { get; } = lines;

    /// <summary>A clean log of <see cref="Flows"/>.</summary>
    public static MutableLog Of(string flow) => new(FlowText.Read(flow, Flows.All[flow]));

    public MutableLog Copy() => new([.. Lines]);

    /// <summary>The line (from 1) of an event in a step and a column; of the last such event where there are several.</summary>
    public int Line(int step, string column, EventName name) =>
        1 + Lines.FindLastIndex(line => line.Step == step && line.Column == column && line.Event.Event == name);

    public MutableLog Drop(int line)
    {
        Lines.RemoveAt(line - 1);
        return this;
    }

    public MutableLog Double(int line)
    {
        Lines.Insert(line, Lines[line - 1]);
        return this;
    }

    public MutableLog Swap(int line, int other)
    {
        (Lines[line - 1], Lines[other - 1]) = (Lines[other - 1], Lines[line - 1]);
        return this;
    }

    public MutableLog Alter(int line, Func<TEvent, TEvent> alter)
    {
        Lines[line - 1] = Lines[line - 1] with { Event = alter(Lines[line - 1].Event) };
        return this;
    }

    public IReadOnlyList<Violation> Check()
    {
        var log = new LogChecker();
        log.Read(new MemoryStream(Encoding.UTF8.GetBytes(ToString())));
        return log.Violations;
    }

    /// <summary>The invariant is reported at the line, and not a dozen others with it.</summary>
    public void Breaks(int invariant, int line)
    {
        var found = Check();
        var text = string.Join('\n', found.Select(violation => $"{violation.Position}: invariant {violation.Invariant}: {violation.Sentence}"));
        Assert.True(found.Any(violation => violation.Invariant == invariant && violation.Position == line), $"expected {invariant} in line {line}:\n{text}");
        Assert.True(found.Count <= 4, text);
    }

    public void IsClean() => Assert.Empty(Check().Select(violation => $"{violation.Position}: invariant {violation.Invariant}: {violation.Sentence}"));

    public override string ToString() => string.Join('\n', Lines.Select(TLibraryJson.Write));
}
