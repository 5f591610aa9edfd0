using System.Globalization;
using System.Text.RegularExpressions;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Files;

/// <summary>
/// Reads the single values of the format. Each method returns null, and leaves a fault, where the value is not what it should be.
/// </summary>
internal static partial class ScalarReading
{
    /// <summary>A number of the switch, taken as written whether quoted or not.</summary>
    public static string? Number(YamlNode node, string what, FaultList faults)
    {
        if (node is YamlScalar { Text: var text } && NumberPattern().IsMatch(text)) return text;
        faults.Add(node.Position, $"{what} cannot be {node.Kind}", "1 to 32 of 0-9 A-Z a-z _ * # + . -");
        return null;
    }

    /// <summary>Any text, also one that YAML would take for a number; but not nothing.</summary>
    public static string? Text(YamlNode node, string what, FaultList faults)
    {
        if (node is YamlScalar { IsEmpty: false, IsNull: false, Text: var text }) return text;
        faults.Add(node.Position, $"{what} cannot be {node.Kind}", "a text");
        return null;
    }

    public static int? Integer(YamlNode node, string what, int least, int most, FaultList faults)
    {
        if (node is YamlScalar { Text: var text }
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
            return value;

        faults.Add(node.Position, $"{what} cannot be {node.Kind}", string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
        return null;
    }

    public static bool? Truth(YamlNode node, string what, FaultList faults)
    {
        if (node is YamlScalar { IsPlain: true, Text: "true" or "false" } scalar) return scalar.Text == "true";
        faults.Add(node.Position, $"{what} cannot be {node.Kind}", "true, false");
        return null;
    }

    public static TimeSpan? Duration(YamlNode node, string what, FaultList faults)
    {
        if (node is not YamlScalar { Text: var text } || !DurationText.Looks(text, out _))
        {
            var negative = node is YamlScalar { Text: ['-', .. var rest] } && DurationText.Looks(rest, out _);
            faults.Add(
                node.Position, negative ? $"{what} is negative: {((YamlScalar)node).Text}" : $"{what} cannot be {node.Kind}", DurationText.Allowed);
            return null;
        }

        if (DurationText.Read(text) is { } duration) return duration;
        faults.Add(node.Position, $"{what} is too long: {FaultList.Quoted(text)}", DurationText.Allowed);
        return null;
    }

    [GeneratedRegex(@"\A[0-9A-Za-z_*#+.-]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
