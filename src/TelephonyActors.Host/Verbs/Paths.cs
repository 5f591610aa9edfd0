using System.CommandLine;

namespace TelephonyActors.Host.Verbs;

/// <summary>Arguments that are paths of files or folders, one or more.</summary>
internal static class Paths
{
    public static Argument<string[]> Argument(string name, string description)
    {
        var paths = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        // The parser takes an option that it does not know for a path. Where a file is really named so, ./ before it helps.
        paths.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
                result.AddError($"'{option.Value}' is no option; --help lists them");
        });
        return paths;
    }
}
