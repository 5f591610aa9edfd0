using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files.Yaml;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Files;

/// <summary>Reads what a step must cause, column by column (contract, chapter 3, A step).</summary>
internal sealed class ExpectationReader(SwitchNumbers numbers, FaultList faults)
{
    private const string Example = "its name, or its name with attributes, such as EventRinging: { ConnID: $1 }";
    private static readonly string EventNames = string.Join(", ", Words.All<EventName>());
    private static readonly string AttributeNames =
        string.Join(", ", EventAttributes.Set.All.Where(attribute => attribute != EventAttributes.Event));

    private readonly PairsReader _pairs = new(faults);

    /// <summary>The expectation; null, and faults, where it is not in order.</summary>
    public Expectation? Read(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            faults.Add(node.Position, $"events cannot be {node.Kind}", "a mapping of columns, {} for no event at all");
            return null;
        }

        var columns = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ExpectedEvent>>();
        foreach (var (column, events) in mapping.Entries)
            if (numbers.IsColumn(column, faults)) columns[column.Text] = Events(column.Text, events);
        return new Expectation.Exactly(columns.ToImmutable());
    }

    private ImmutableArray<ExpectedEvent> Events(string column, YamlNode node)
    {
        if (node is YamlList list) return [.. list.Items.Select(Event).OfType<ExpectedEvent>()];
        faults.Add(node.Position, $"the column {FaultList.Quoted(column)} cannot be {node.Kind}", "a list of events, [] for none");
        return [];
    }

    private ExpectedEvent? Event(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsEmpty: false } alone:
                return Named(alone) is { } bare ? new ExpectedEvent(bare, [], node.Position) : null;
            case YamlMapping { Entries: [var (key, attributes)] }:
                var expected = Attributes(attributes);
                // A mapping of one pair inside [ ] has no mark of its own: it begins where its key does.
                var at = node.Position.Line == key.Position.Line ? node.Position : key.Position;
                return Named(key) is { } name ? new ExpectedEvent(name, expected, at) : null;
            default:
                var what = node is YamlMapping many ? many.KindByCount : node.Kind;
                faults.Add(node.Position, $"an event cannot be {what}", Example);
                return null;
        }
    }

    private EventName? Named(YamlScalar name)
    {
        if (Words.TryParse<EventName>(name.Text, out var known)) return known;
        faults.Add(name.Position, $"there is no event {FaultList.Quoted(name.Text)}", EventNames);
        return null;
    }

    private ImmutableArray<AttributeExpectation> Attributes(YamlNode node)
    {
        if (node is YamlScalar { IsEmpty: true } or YamlScalar { IsNull: true }) return [];
        if (node is YamlMapping mapping) return [.. mapping.Entries.Select(Attribute).OfType<AttributeExpectation>()];
        faults.Add(node.Position, $"the attributes cannot be {node.Kind}", "a mapping of attributes, {} for any");
        return [];
    }

    private AttributeExpectation? Attribute(YamlEntry entry)
    {
        var (key, node) = entry;
        if (!EventAttributes.Set.TryGet(key.Text, out var attribute) || attribute == EventAttributes.Event)
        {
            faults.Add(key.Position, $"there is no attribute {FaultList.Quoted(key.Text)}", AttributeNames);
            return null;
        }

        return Value(attribute, node) is { } value ? new AttributeExpectation(attribute, value, key.Position) : null;
    }

    private ExpectedValue? Value(TAttribute<TEvent> attribute, YamlNode node)
    {
        if (node is YamlScalar { IsNull: true }) return ExpectedValue.Absent.Instance;
        if (ReferenceEquals(attribute.Kind, AttributeKind.Pairs) || ReferenceEquals(attribute.Kind, AttributeKind.ExtensionPairs))
            return _pairs.Read(node, attribute) is { } pairs ? new ExpectedValue.Exactly(pairs) : null;
        if (attribute == EventAttributes.ThisDN)
            return numbers.Dn(node, "ThisDN", faults) is { } dn ? new ExpectedValue.Exactly(dn) : null;

        var isConnID = ReferenceEquals(attribute.Kind, AttributeKind.ConnID);
        if (node is YamlScalar { IsEmpty: false } scalar)
        {
            if (isConnID && CallReferences.Read(scalar) is { } call) return new ExpectedValue.OfCall(call);
            if (attribute.Kind.Parse(scalar.Text) is { } value) return new ExpectedValue.Exactly(value);
        }

        var allowed = isConnID ? CallReferences.Allowed : attribute.Kind.Allowed;
        faults.Add(node.Position, $"{attribute} cannot be {node.Kind}", $"{allowed}, or ~ for an event without it");
        return null;
    }
}
