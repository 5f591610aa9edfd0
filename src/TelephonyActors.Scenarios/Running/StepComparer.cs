using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>
/// Holds what a column had against what a step demands of it: exactly these events in this order, the named attributes equal.
/// Where they differ, the two are aligned so that as little as possible is missing or too many.
/// </summary>
internal sealed class StepComparer(CallNumbers calls)
{
    // An event that is there but differs in a few attributes tells more than one missing and one too many.
    private const int SkipCost = 100;

    /// <summary>The column's entries: what was demanded and came, what is missing, what is too many.</summary>
    public ImmutableArray<ColumnEntry> Compare(ImmutableArray<ExpectedEvent> expected, IReadOnlyList<TEvent> heard)
    {
        var costs = Costs(expected, heard);
        var entries = ImmutableArray.CreateBuilder<ColumnEntry>();
        var (e, h) = (0, 0);
        while (e < expected.Length || h < heard.Count)
        {
            var pair = e < expected.Length && h < heard.Count ? PairCost(expected[e], heard[h]) : null;
            if (pair is not null && costs[e, h] == pair + costs[e + 1, h + 1])
                entries.Add(new ColumnEntry.Heard(heard[h], Differences(expected[e++], heard[h++])));
            else if (e < expected.Length && costs[e, h] == SkipCost + costs[e + 1, h])
                entries.Add(new ColumnEntry.Missing(expected[e++]));
            else
                entries.Add(new ColumnEntry.Unexpected(heard[h++]));
        }

        return entries.ToImmutable();
    }

    // costs[e, h]: what it costs to align the events from the e-th expected and the h-th heard on.
    private int[,] Costs(ImmutableArray<ExpectedEvent> expected, IReadOnlyList<TEvent> heard)
    {
        var costs = new int[expected.Length + 1, heard.Count + 1];
        for (var e = expected.Length; e >= 0; e--)
        {
            for (var h = heard.Count; h >= 0; h--)
            {
                if (e == expected.Length || h == heard.Count)
                {
                    costs[e, h] = SkipCost * (expected.Length - e + heard.Count - h);
                    continue;
                }

                costs[e, h] = SkipCost + Math.Min(costs[e + 1, h], costs[e, h + 1]);
                if (PairCost(expected[e], heard[h]) is { } pair) costs[e, h] = Math.Min(costs[e, h], pair + costs[e + 1, h + 1]);
            }
        }

        return costs;
    }

    private int? PairCost(ExpectedEvent expected, TEvent heard) =>
        expected.Name == heard.Event ? expected.Attributes.Count(attribute => !Agrees(attribute, heard)) : null;

    private ImmutableArray<AttributeDifference> Differences(ExpectedEvent expected, TEvent heard) =>
    [
        .. expected.Attributes.Where(attribute => !Agrees(attribute, heard)).Select(attribute => new AttributeDifference(
            attribute.Attribute.Name,
            AttributeText.Of(attribute.Attribute.ValueOf(heard), calls),
            AttributeText.Of(attribute.Value, calls),
            attribute.Position)),
    ];

    private bool Agrees(AttributeExpectation expected, TEvent heard)
    {
        var value = expected.Attribute.ValueOf(heard);
        return expected.Value switch
        {
            ExpectedValue.Absent => value is null,
            ExpectedValue.OfCall of => calls.Of(of.Call) is { } call && call.Equals(value),
            ExpectedValue.Exactly { Value: KVList list } => calls.Bind(list) is { } bound && bound.Equals(value),
            ExpectedValue.Exactly exactly => exactly.Value.Equals(value),
            _ => throw new ArgumentOutOfRangeException(nameof(expected)),
        };
    }
}
