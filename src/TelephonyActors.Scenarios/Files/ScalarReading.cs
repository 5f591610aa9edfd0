using System.Globalization;
using System.Text.RegularExpressions;
using TelephonyActors.Scenarios.Files.Yaml;

namespace TelephonyActors.Scenarios.Files;

/// <summary>
/// Reads the single values of the format. Each method returns null, and leaves a fault, where the value is not what it should be.
/// </summary>
internal static partial class ScalarReading
{
    private const string Durations = "a whole number and ms, s, m or h, such as 31s, at most 24h";
    private static readonly TimeSpan LongestDuration = TimeSpan.FromHours(24);

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
        if (node is not YamlScalar { Text: var text })
        {
            faults.Add(node.Position, $"{what} cannot be {node.Kind}", Durations);
            return null;
        }

        var match = DurationPattern().Match(text);
        if (!match.Success)
        {
            var negative = text.StartsWith('-') && DurationPattern().IsMatch(text.AsSpan(1));
            faults.Add(node.Position, negative ? $"{what} is negative: {text}" : $"{what} cannot be {node.Kind}", Durations);
            return null;
        }

        // What has more digits than 24 hours have in milliseconds is too long whatever its unit.
        var digits = match.Groups[1].Value.TrimStart('0').PadLeft(1, '0');
        if (digits.Length <= 8)
        {
            var duration = Unit(match.Groups[2].Value) * int.Parse(digits, CultureInfo.InvariantCulture);
            if (duration <= LongestDuration) return duration;
        }

        faults.Add(node.Position, $"{what} is too long: {FaultList.Quoted(text)}", Durations);
        return null;
    }

    private static TimeSpan Unit(string unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    [GeneratedRegex(@"\A[0-9A-Za-z_*#+.-]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\A([0-9]+)(ms|s|m|h)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
