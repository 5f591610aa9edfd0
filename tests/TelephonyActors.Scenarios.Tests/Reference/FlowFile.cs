using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>
/// A flow file as it stands, read without the reader under test: what each step expects, column by column. An attribute within Extensions
/// is "Extensions.Name"; one that must be absent has the value "~".
/// </summary>
internal sealed record FlowFile(string Name, bool HasTitle, ImmutableArray<string> Columns, ImmutableArray<FlowStep> Steps)
{
    public const string Monitoring = "monitoring";

    /// <summary>The flows, where the build puts them beside the tests.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "config", "flows");

    public static FlowFile Load(string name) => Parse(name, File.ReadAllText(Path.Combine(Folder, name + ".yaml")));

    public static FlowFile Parse(string name, string text)
    {
        var yaml = new YamlStream();
        using (var reader = new StringReader(text)) yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var steps = ((YamlSequenceNode)root["steps"]).Select((node, at) => FlowStep.Of(at + 1, (YamlMappingNode)node));
        return new FlowFile(name, root.Children.ContainsKey("name"), [.. ColumnsOf((YamlMappingNode)root["switch"])], [.. steps]);
    }

    /// <summary>The events of a column in a range of steps, both ends included.</summary>
    public IEnumerable<FlowEvent> EventsOf(string column, int first = 1, int last = int.MaxValue) =>
        Steps.Where(step => step.Number >= first && step.Number <= last).SelectMany(step => step.EventsOf(column));

    /// <summary>This flow with one event replaced, or taken out where the replacement is null.</summary>
    public FlowFile With(FlowEvent old, FlowEvent? replacement) =>
        this with { Steps = [.. Steps.Select(step => step.With(old, replacement))] };

    private static IEnumerable<string> ColumnsOf(YamlMappingNode plan)
    {
        if (plan.Children.TryGetValue("dns", out var dns))
            foreach (var dn in (YamlSequenceNode)dns) yield return Text(dn is YamlMappingNode settings ? settings["number"] : dn);
        if (plan.Children.TryGetValue("sharedLines", out var lines))
            foreach (var line in (YamlSequenceNode)lines)
                foreach (var member in (YamlSequenceNode)line["members"]) yield return Text(member);
        yield return Monitoring;
    }

    internal static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}

/// <summary>
/// A step: what brings it about ("TMakeCall 60972", "hangUp 60970", "wait 30s") and what each column expects; null where the step has no
/// <c>events</c>.
/// </summary>
internal sealed record FlowStep(
    int Number, string Trigger, bool IsRequest, bool IsPhone, ImmutableDictionary<string, ImmutableArray<FlowEvent>>? Expected)
{
    public ImmutableArray<FlowEvent> EventsOf(string column) =>
        Expected is { } all && all.TryGetValue(column, out var events) ? events : [];

    public FlowStep With(FlowEvent old, FlowEvent? replacement)
    {
        foreach (var (column, events) in Expected ?? ImmutableDictionary<string, ImmutableArray<FlowEvent>>.Empty)
        {
            for (var at = 0; at < events.Length; at++)
            {
                // By reference: a flow may expect two events that are equal.
                if (!ReferenceEquals(events[at], old)) continue;
                var changed = replacement is null ? events.RemoveAt(at) : events.SetItem(at, replacement);
                return this with { Expected = Expected!.SetItem(column, changed) };
            }
        }

        return this;
    }

    internal static FlowStep Of(int number, YamlMappingNode step) =>
        new(number, TriggerOf(step), Has(step, "request"), Has(step, "phone"), ExpectedOf(step));

    private static bool Has(YamlMappingNode step, string key) => step.Children.ContainsKey(key);

    private static string TriggerOf(YamlMappingNode step)
    {
        if (step.Children.TryGetValue("phone", out var phone)) return $"{FlowFile.Text(phone["action"])} {FlowFile.Text(phone["DN"])}";
        if (!step.Children.TryGetValue("request", out var request)) return $"wait {FlowFile.Text(step["wait"])}";
        var (name, attributes) = ((YamlMappingNode)request).Single();
        var who = ((YamlMappingNode)attributes).Children.TryGetValue("ThisDN", out var dn) ? " " + FlowFile.Text(dn) : "";
        return FlowFile.Text(name) + who;
    }

    private static ImmutableDictionary<string, ImmutableArray<FlowEvent>>? ExpectedOf(YamlMappingNode step) =>
        step.Children.TryGetValue("events", out var events)
            ? ((YamlMappingNode)events).ToImmutableDictionary(
                column => FlowFile.Text(column.Key),
                column => ((YamlSequenceNode)column.Value).Select(FlowEvent.Of).ToImmutableArray())
            : null;
}

/// <summary>An expected event with the attributes it names.</summary>
internal sealed record FlowEvent(string Name, ImmutableDictionary<string, string> Attributes)
{
    /// <summary>What the flow says of an attribute; null where it does not name it.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public FlowEvent Without(string attribute) => this with { Attributes = Attributes.Remove(attribute) };

    public FlowEvent With(string attribute, string value) => this with { Attributes = Attributes.SetItem(attribute, value) };

    internal static FlowEvent Of(YamlNode node)
    {
        if (node is YamlScalarNode name) return new FlowEvent(name.Value ?? "", ImmutableDictionary<string, string>.Empty);
        var (key, attributes) = ((YamlMappingNode)node).Single();
        return new FlowEvent(FlowFile.Text(key), Flat("", attributes).ToImmutableDictionary(pair => pair.Key, pair => pair.Value));
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(string path, YamlNode node) => node switch
    {
        YamlMappingNode map => map.SelectMany(pair => Flat(Join(path, FlowFile.Text(pair.Key)), pair.Value)),
        YamlSequenceNode list => list.SelectMany((item, at) => Flat(Join(path, at.ToString(CultureInfo.InvariantCulture)), item)),
        _ => [KeyValuePair.Create(path, FlowFile.Text(node))],
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
