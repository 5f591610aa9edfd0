using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// What the checker knows of the switch's configuration (call models 9: what only the configuration tells is judged only where it
/// is known): which numbers have a column, which DNs are members of one shared line, how many appearances it has. What nobody told
/// is learned from the events: members ring side by side with CallState Covered.
/// </summary>
public sealed class SwitchFacts
{
    // Checkers of several islands, each on a thread of its own, share what is known.
    private readonly ConcurrentDictionary<string, Line> _lines = new();
    private readonly HashSet<string> _columns = [];

    /// <summary>Tells of a number that has a column: an ordinary DN or a member of a shared line.</summary>
    public SwitchFacts WithColumn(string number)
    {
        _columns.Add(number);
        return this;
    }

    /// <summary>Tells of a shared line, all of whose members have a column.</summary>
    public SwitchFacts WithLine(ImmutableArray<string> members, int appearances)
    {
        var line = new Line(members[0], appearances);
        foreach (var member in members)
        {
            _columns.Add(member);
            _lines[member] = line;
        }

        return this;
    }

    internal bool HasColumn(string number) => _columns.Contains(number);

    /// <summary>The line of a member; a DN of which nothing is known is a line of its own.</summary>
    internal Line LineOf(string member)
    {
        var line = _lines.GetOrAdd(member, static member => new Line(member, int.MaxValue));
        while (line.JoinedTo is { } larger) line = larger;
        return line;
    }

    /// <summary>Two members rang side by side for a call to their line.</summary>
    internal void LearnSideBySide(string member, string other)
    {
        var (line, otherLine) = (LineOf(member), LineOf(other));
        if (line != otherLine && !line.IsConfigured && !otherLine.IsConfigured) otherLine.JoinedTo = line;
    }

    internal sealed class Line(string name, int appearances)
    {
        public string Name { get; } = name;

        public int Appearances { get; } = appearances;

        public bool IsConfigured => Appearances != int.MaxValue;

        public Line? JoinedTo { get; set; }
    }
}
