using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Files;

/// <summary>A file that describes a switch alone, for <c>serve --switch</c> (contract, chapter 3, Switch).</summary>
public static class SwitchFile
{
    /// <summary>Reads the file; throws <see cref="BadInputException"/> with everything that is wrong in it.</summary>
    public static SwitchPlan Read(string path) => Parse(path, Utf8Text.Read(path));

    /// <summary>Reads a switch from a text that is, or might be, the file's; throws as <see cref="Read"/> does.</summary>
    public static SwitchPlan Parse(string path, string text)
    {
        var faults = new FaultList();
        var root = YamlComposer.Compose(path, text, "a mapping of name, dns, externals, sharedLines, ringTimeout", faults);
        var plan = new SwitchReader(faults).Read(root, Path.GetFileNameWithoutExtension(path), mayHaveName: true);
        faults.ThrowIfAny();
        return plan!;
    }
}
