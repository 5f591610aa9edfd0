using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>Which call <c>$1</c>, <c>$2</c>, ... stand for: the calls of a scenario in the order in which they were created.</summary>
public sealed class CallNumbers
{
    private readonly List<ConnID> _calls = [];
    private readonly Dictionary<ConnID, int> _numbers = [];

    public int Count => _calls.Count;

    /// <summary>The ConnID of the first, second, ... call; null where there is no such call yet.</summary>
    public ConnID? Of(CallReference call) => call.Number <= _calls.Count ? _calls[call.Number - 1] : null;

    /// <summary>The number of a call, from 1; null where no call of the scenario has this ConnID.</summary>
    public int? NumberOf(ConnID call) => _numbers.TryGetValue(call, out var number) ? number : null;

    /// <summary>
    /// Takes in what was heard, in the order heard. Monitoring tells of every new call; where a scenario has stopped it, the
    /// call's other events do.
    /// </summary>
    public void Learn(IReadOnlyCollection<TEvent> heard)
    {
        foreach (var created in heard)
            if (created.Event == EventName.EventCallCreated) Add(created.ConnID);

        foreach (var other in heard)
        {
            // A private answer can repeat whatever the request said.
            if (StepColumns.IsPrivateAnswer(other)) continue;
            Add(other.PreviousConnID);
            Add(other.ConnID);
        }
    }

    /// <summary>The list with the ConnIDs in place of the references in it; null where one stands for no call.</summary>
    public KVList? Bind(KVList list)
    {
        var bound = KVList.Empty;
        foreach (var (key, value) in list)
        {
            if (Bind(value) is not { } known) return null;
            bound = bound.With(key, known);
        }

        return bound;
    }

    private object? Bind(object value) => value switch
    {
        CallReference call => Of(call)?.ToString(),
        KVList list => Bind(list),
        ImmutableArray<object> items => Bind(items),
        _ => value,
    };

    private ImmutableArray<object>? Bind(ImmutableArray<object> items)
    {
        var bound = items.Select(Bind).OfType<object>().ToImmutableArray();
        return bound.Length == items.Length ? bound : null;
    }

    private void Add(ConnID? call)
    {
        if (call is null || !_numbers.TryAdd(call, _calls.Count + 1)) return;
        _calls.Add(call);
    }
}
