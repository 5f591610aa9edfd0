using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Files;

/// <summary>Reads scenario files (contract, chapter 3) and folders of them (chapter 4).</summary>
public static class ScenarioFile
{
    private const string Keys = "a mapping of name, switch, steps";

    /// <summary>Reads a scenario; throws <see cref="BadInputException"/> with everything that is wrong in it.</summary>
    public static Scenario Read(string path) => Parse(path, Utf8Text.Read(path));

    /// <summary>Reads a scenario from a text that is, or might be, the file's; throws as <see cref="Read"/> does.</summary>
    public static Scenario Parse(string path, string text)
    {
        var faults = new FaultList();
        var root = YamlComposer.Compose(path, text, Keys, faults);
        var scenario = ScenarioOf(path, root, faults);
        faults.ThrowIfAny();
        return scenario!;
    }

    /// <summary>
    /// Reads all scenarios of files and folders; a folder means its *.yaml in ordinal order, not its subfolders. If one file is bad,
    /// throws <see cref="BadInputException"/> with the faults of all of them.
    /// </summary>
    public static ImmutableArray<Scenario> ReadAll(IEnumerable<string> paths)
    {
        var scenarios = ImmutableArray.CreateBuilder<Scenario>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var path in paths)
        {
            foreach (var file in FilesOf(path, faults))
            {
                try
                {
                    scenarios.Add(Read(file));
                }
                catch (BadInputException bad)
                {
                    faults.AddRange(bad.Faults);
                }
            }
        }

        return faults.Count == 0 ? scenarios.ToImmutable() : throw new BadInputException(faults.ToImmutable());
    }

    private static string[] FilesOf(string path, ImmutableArray<Fault>.Builder faults)
    {
        if (!Directory.Exists(path)) return [path];
        try
        {
            var files = Directory.GetFiles(path, "*.yaml");
            if (files.Length == 0)
                faults.Add(new Fault(FilePosition.Whole(path), "is a folder without a *.yaml", "a scenario file, or a folder of them"));
            return [.. files.Order(StringComparer.Ordinal)];
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            faults.Add(new Fault(FilePosition.Whole(path), "is a folder that cannot be read", "a folder that can be read"));
            return [];
        }
    }

    private static Scenario? ScenarioOf(string path, YamlNode root, FaultList faults)
    {
        if (YamlFields.Of(root, "a scenario", faults, "name", "switch", "steps") is not { } fields) return null;

        var name = Path.GetFileNameWithoutExtension(path);
        var title = fields["name"] is { } given ? ScalarReading.Text(given, "name", faults) : name;
        var plan = fields.Require("switch") is { } emulated
            ? new SwitchReader(faults).Read(emulated, title ?? name, mayHaveName: false)
            : null;
        var steps = fields.Require("steps") is { } list ? Steps(list, plan, faults) : [];
        return plan is null || title is null ? null : new Scenario(path, name, title, plan, steps);
    }

    private static ImmutableArray<ScenarioStep> Steps(YamlNode node, SwitchPlan? plan, FaultList faults)
    {
        if (node is not YamlList list)
        {
            faults.Add(node.Position, $"steps cannot be {node.Kind}", "a list of steps");
            return [];
        }

        var reader = new StepReader(new SwitchNumbers(plan), faults);
        return [.. list.Items.Select((step, at) => reader.Read(step, at + 1)).OfType<ScenarioStep>()];
    }
}
