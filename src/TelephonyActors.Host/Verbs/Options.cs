using System.CommandLine;
using System.Globalization;
using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Host.Verbs;

/// <summary>Options with one sentence about what is allowed.</summary>
internal static class Options
{
    /// <summary>One of several words.</summary>
    public static Option<string> Named(string name, string description, string? usual, IReadOnlyCollection<string> allowed)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', allowed) };
        if (usual is not null) option.DefaultValueFactory = _ => usual;
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !allowed.Contains(token.Value))
                result.AddError($"{name} cannot be '{token.Value}'; allowed are {string.Join(", ", allowed)}");
        });
        return option;
    }

    /// <summary>A whole number that has a usual value.</summary>
    public static Option<T> Number<T>(string name, string description, T usual, T least, T most)
        where T : struct, IComparable<T>, IParsable<T>
    {
        var option = new Option<T>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.CustomParser = result => Read(result, name, least, most) ?? default;
        return option;
    }

    /// <summary>A whole number that need not be given.</summary>
    public static Option<T?> Number<T>(string name, string description, T least, T most)
        where T : struct, IComparable<T>, IParsable<T>
    {
        var option = new Option<T?>(name) { Description = description, HelpName = "N" };
        option.CustomParser = result => Read(result, name, least, most);
        return option;
    }

    /// <summary>A duration above zero that need not be given.</summary>
    public static Option<TimeSpan?> Duration(string name, string description)
    {
        var option = new Option<TimeSpan?>(name) { Description = description, HelpName = "T" };
        option.CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DurationText.Read(text) is { } duration && duration > TimeSpan.Zero) return duration;
            result.AddError($"{name} cannot be '{text}'; allowed is {DurationText.Allowed}");
            return null;
        };
        return option;
    }

    private static T? Read<T>(System.CommandLine.Parsing.ArgumentResult result, string name, T least, T most)
        where T : struct, IComparable<T>, IParsable<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0) return value;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} cannot be '{text}'; allowed is a whole number from {least} to {most}"));
        return null;
    }
}
