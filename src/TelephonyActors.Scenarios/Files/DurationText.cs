using System.Globalization;
using System.Text.RegularExpressions;

namespace TelephonyActors.Scenarios.Files;

/// <summary>A duration as users write it: a whole number and ms, s, m or h, at most 24h (contract, chapter 3).</summary>
public static partial class DurationText
{
    /// <summary>What is allowed, as the end of a sentence.</summary>
    public const string Allowed = "a whole number and ms, s, m or h, such as 31s, at most 24h";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Reads a duration; null where it is none, or too long.</summary>
    public static TimeSpan? Read(string text) => Looks(text, out var duration) && duration <= Longest ? duration : null;

    /// <summary>Whether the text is a duration, however long; one that is too long comes out as such.</summary>
    internal static bool Looks(string text, out TimeSpan duration)
    {
        duration = TimeSpan.MaxValue;
        var match = Pattern().Match(text);
        if (!match.Success) return false;

        // What has more digits than 24 hours have in milliseconds is too long whatever its unit.
        var digits = match.Groups[1].Value.TrimStart('0').PadLeft(1, '0');
        if (digits.Length <= 8) duration = Unit(match.Groups[2].Value) * int.Parse(digits, CultureInfo.InvariantCulture);
        return true;
    }

    private static TimeSpan Unit(string unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    [GeneratedRegex(@"\A([0-9]+)(ms|s|m|h)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
