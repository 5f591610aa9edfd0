using System.CommandLine;
using System.CommandLine.Help;
using TelephonyActors.Host.Verbs;

namespace TelephonyActors.Host;

/// <summary>The command line: its verbs, its help, and one sentence about what is wrong with it.</summary>
internal sealed class CommandLine
{
    private readonly StandardStreams _streams;
    private readonly RootCommand _root;

    public CommandLine(StandardStreams streams)
    {
        _streams = streams;
        _root = new RootCommand("An emulator of a telephony switch as T-Library clients see it.")
        {
            ServeVerb.Create(streams),
            RunVerb.Create(streams),
            CheckVerb.Create(streams),
            LoadVerb.Create(streams),
            ExploreVerb.Create(streams),
            SessionsVerb.Create(streams),
        };
    }

    /// <summary>Does what the arguments say.</summary>
    /// <returns>The exit status.</returns>
    public async Task<int> InvokeAsync(string[] arguments)
    {
        if (arguments.Length == 0) arguments = [ServeVerb.Name];
        var parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var asks = _root.Options.Any(option => option is HelpOption or VersionOption && parsed.GetResult(option) is not null);
        if (!asks && WhatIsWrong(parsed) is { } sentence)
        {
            _streams.Output.Flush();
            _streams.Error.WriteLine(sentence);
            return ExitStatus.BadInput;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = _streams.Output,
            Error = _streams.Error,
            EnableDefaultExceptionHandler = false,
            // A verb that can be stopped ends in its own time.
            ProcessTerminationTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    private string? WhatIsWrong(ParseResult parsed)
    {
        if (parsed.CommandResult.Command != _root)
            return parsed.Errors.Count == 0 ? null : $"{parsed.CommandResult.Command.Name}: {OneLine(parsed.Errors[0].Message)}";
        var verbs = string.Join(", ", _root.Subcommands.Select(verb => verb.Name));
        return parsed.UnmatchedTokens.Count > 0
            ? $"'{parsed.UnmatchedTokens[0]}' is no verb; allowed are {verbs}, each with --help"
            : $"a verb is missing; allowed are {verbs}, each with --help";
    }

    // The parser lists allowed values line by line.
    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
