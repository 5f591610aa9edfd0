using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>A file that says how often each flow comes in a mix (<c>load --flow mix --profile FILE</c>): a mapping of flows and weights.</summary>
public static class ProfileFile
{
    private const int MostWeight = 1_000_000;

    /// <summary>The profile that the emulator ships, beside the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "config", "load", "mix.yaml");

    /// <summary>Reads the file; throws <see cref="BadInputException"/> with everything that is wrong in it.</summary>
    public static ImmutableArray<WeightedFlow> Read(string path) => Parse(path, Utf8Text.Read(path));

    /// <summary>Reads a profile from a text that is, or might be, the file's; throws as <see cref="Read"/> does.</summary>
    public static ImmutableArray<WeightedFlow> Parse(string path, string text)
    {
        var faults = new FaultList();
        var root = YamlComposer.Compose(path, text, "a mapping of flows and weights", faults);
        var flows = YamlFields.Of(root, "a profile", faults, [.. LoadFlows.Alone]) is { } fields ? Flows(fields, faults) : [];
        if (faults.Count == 0 && flows.IsEmpty) faults.Add(root.Position, "no flow has a weight", "a flow with a weight above 0");
        faults.ThrowIfAny();
        return flows;
    }

    private static ImmutableArray<WeightedFlow> Flows(YamlFields fields, FaultList faults)
    {
        var flows = ImmutableArray.CreateBuilder<WeightedFlow>();
        foreach (var name in LoadFlows.Alone)
        {
            if (fields[name] is not { } node || ScalarReading.Integer(node, $"the weight of {name}", 0, MostWeight, faults) is not { } weight) continue;
            if (weight > 0) flows.Add(new WeightedFlow(name, weight));
        }

        return flows.ToImmutable();
    }
}
