using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>How an attribute's value reads for people: the words of T-Library, calls by their number.</summary>
public static class AttributeText
{
    /// <summary>A value, as a scenario would write it.</summary>
    public static string Of(object? value, CallNumbers calls) => value switch
    {
        null => "absent",
        ConnID call => calls.NumberOf(call) is { } number ? string.Create(CultureInfo.InvariantCulture, $"${number}") : call.ToString(),
        CallType word => Words.Of(word),
        CallState word => Words.Of(word),
        Cause word => Words.Of(word),
        DNRole word => Words.Of(word),
        PartyState word => Words.Of(word),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        KVList list => list.Count == 0 ? "{}" : $"{{ {string.Join(", ", list.Select(pair => $"{pair.Key}: {Of(pair.Value, calls)}"))} }}",
        ImmutableArray<object> items => $"[{string.Join(", ", items.Select(item => Of(item, calls)))}]",
        // A ConnID within a list is a text.
        string text => ConnID.TryParse(text, out var call) && calls.NumberOf(call) is not null ? Of(call, calls) : text,
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>What a step demands of an attribute, as the scenario writes it.</summary>
    public static string Of(ExpectedValue expected, CallNumbers calls) => expected switch
    {
        ExpectedValue.Absent => "none",
        ExpectedValue.OfCall of => calls.Of(of.Call) is null ? $"{of.Call}, which stands for no call" : of.Call.ToString(),
        ExpectedValue.Exactly exactly => Of(exactly.Value, calls),
        _ => throw new ArgumentOutOfRangeException(nameof(expected)),
    };
}
