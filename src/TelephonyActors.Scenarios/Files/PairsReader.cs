using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TelephonyActors.Scenarios.Files.Yaml;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Files;

/// <summary>
/// Reads a key-value list: UserData, Extensions, Reasons. A value without quotes is an integer where it is written as JSON writes
/// one, and the ConnID of a call where it is <c>$n</c> (it then stands in the list as a <see cref="CallReference"/>).
/// </summary>
internal sealed partial class PairsReader(FaultList faults)
{
    /// <summary>The list; null, and faults, where it is not in order.</summary>
    public KVList? Read(YamlNode node, TAttribute attribute)
    {
        var before = faults.Count;
        var value = node is YamlMapping ? Value(node, attribute) : Refuse(node, attribute);
        return faults.Count == before ? value as KVList : null;
    }

    private object? Value(YamlNode node, TAttribute attribute) => node switch
    {
        YamlMapping mapping => Pairs(mapping, attribute),
        YamlList list => list.Items.Select(item => Value(item, attribute)).OfType<object>().ToImmutableArray(),
        YamlScalar { IsPlain: false } quoted => quoted.Text,
        YamlScalar plain => Plain(plain, attribute) ?? Refuse(node, attribute),
        _ => Refuse(node, attribute),
    };

    private KVList Pairs(YamlMapping mapping, TAttribute attribute)
    {
        var list = KVList.Empty;
        foreach (var (key, node) in mapping.Entries)
        {
            // A ConnID is meant whether it stands in quotes or not.
            var value = key.Text == nameof(TEvent.ConnID) && node is YamlScalar scalar && CallReferences.Read(scalar) is { } call
                ? call
                : Value(node, attribute);
            if (value is not null) list = list.With(key.Text, value);
        }

        return list;
    }

    private static object? Plain(YamlScalar plain, TAttribute attribute)
    {
        var text = plain.Text;
        if (plain.IsEmpty || plain.IsNull || CallReferences.IsMiscounted(text)) return null;
        if (CallReferences.Read(plain) is { } call) return call;
        if (text is "true" or "false") return ReferenceEquals(attribute.Kind, AttributeKind.ExtensionPairs) ? text == "true" : null;
        if (IntegerPattern().IsMatch(text))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return FractionPattern().IsMatch(text) ? null : text;
    }

    private object? Refuse(YamlNode node, TAttribute attribute)
    {
        var quotes = node is YamlScalar { IsEmpty: false } ? $" (a text that looks like something else stands in quotes)" : "";
        faults.Add(node.Position, $"a value of {attribute} cannot be {node.Kind}", attribute.Kind.Allowed + quotes);
        return null;
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex FractionPattern();
}
