using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Flows;

/// <summary>Events by column, as lines without what differs between two runs: time, and the ids and numbers that count on.</summary>
internal sealed class Columns
{
    private readonly SortedDictionary<string, List<TEvent>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _firsts = [];

    /// <summary>The columns of a run.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Of(ScenarioRun run)
    {
        var columns = new Columns();
        foreach (var step in run.Steps)
            foreach (var column in step.Columns)
                foreach (var heard in column.Heard) columns.Add(column.Column, heard);
        return columns.Lines();
    }

    public void Add(TEvent heard, StepAction action) => Add(StepColumns.Of(heard, action) ?? "link", heard);

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Lines()
    {
        // Calls in the order in which monitoring tells of them, whatever column is looked at first.
        var calls = _columns.GetValueOrDefault("monitoring", [])
            .Where(heard => heard.Event == EventName.EventCallCreated)
            .Select((heard, at) => (heard.ConnID, Number: at + 1))
            .ToDictionary(call => call.ConnID!, call => call.Number);
        return _columns.ToImmutableSortedDictionary(column => column.Key, column => column.Value.Select(heard => Line(heard, calls)).ToImmutableArray());
    }

    private void Add(string column, TEvent heard)
    {
        if (!_columns.TryGetValue(column, out var events)) _columns[column] = events = [];
        events.Add(heard);
    }

    private string Line(TEvent heard, Dictionary<ConnID, int> calls)
    {
        // A source's numbers go on where an earlier flow, or the registration, left them.
        var source = heard.ThisDN ?? $"call {heard.ConnID}";
        long? number = null;
        if (heard.EventSequenceNumber is { } sequence)
        {
            if (!_firsts.TryGetValue(source, out var first)) _firsts[source] = first = sequence;
            number = sequence - first;
        }

        var text = TLibraryJson.Write(heard with { Time = null, CallUUID = null, CallID = null, EventSequenceNumber = number });
        foreach (var (connID, call) in calls) text = text.Replace(connID.ToString(), $"${call}", StringComparison.Ordinal);
        return text;
    }
}
