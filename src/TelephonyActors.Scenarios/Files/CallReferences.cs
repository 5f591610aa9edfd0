using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TelephonyActors.Scenarios.Files.Yaml;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Files;

/// <summary>Reads <c>$1</c>, <c>$2</c>, ... (contract, chapter 3, The runner).</summary>
internal static partial class CallReferences
{
    public const string Allowed = "$1, $2, ... for the first, second, ... call of the scenario, or 16 lower-case hexadecimal digits";

    /// <summary>The reference that a value is; null where it is none.</summary>
    public static CallReference? Read(YamlScalar scalar)
    {
        if (!Pattern().IsMatch(scalar.Text)) return null;
        // More calls than a scenario can create: unbound like any other.
        var isCountable = int.TryParse(scalar.Text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new CallReference(isCountable ? number : int.MaxValue, scalar.Position);
    }

    /// <summary>Whether somebody meant a reference and miscounted: <c>$0</c>, <c>$01</c>.</summary>
    public static bool IsMiscounted(string text) => MiscountedPattern().IsMatch(text);

    /// <summary>The references in a key-value list.</summary>
    public static IEnumerable<CallReference> In(object value) => value switch
    {
        CallReference call => [call],
        KVList list => list.SelectMany(pair => In(pair.Value)),
        ImmutableArray<object> items => items.SelectMany(In),
        _ => [],
    };

    [GeneratedRegex(@"\A\$[1-9][0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A\$0[0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MiscountedPattern();
}
