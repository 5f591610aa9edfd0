using System.CommandLine;
using TelephonyActors.Scenarios.Exploring;
using TelephonyActors.Scenarios.Running;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>explore</c>: random requests that meet each other, one interleaving per seed (contract, The command line).</summary>
internal static class ExploreVerb
{
    private static readonly ExploreOptions _defaults = new();

    public static Command Create(StandardStreams streams)
    {
        var flow = Named("--flow", "The kinds of requests: all of them, or those of one chapter.", _defaults.Flow, ExploreFlows.Names);
        var seeds = Number("--seeds", "How many seeds are run; from --seed on where that is given, too.", _defaults.Seeds, 1, int.MaxValue);
        var seed = Number<ulong>("--seed", "The seed. Alone, this one is run and printed whole.", _defaults.FirstSeed, 0, ulong.MaxValue - int.MaxValue);
        var clients = Number("--clients", "Clients that send at the same time.", _defaults.Clients, 1, 1000);
        var requests = Number("--requests", "Requests and phone actions of a run, before everybody hangs up.", _defaults.Requests, 1, 100_000);
        var fault = Named("--fault", "Breaks a guard of the switch, to see it caught.", null, ExploreFaults.Names);
        var format = Named("--format", "How an interleaving is printed.", "ladder", ["ladder", "jsonl"]);
        var json = new Option<bool>("--json") { Description = "The summary is one JSON object." };
        var verb = new Command("explore", "Explores what happens when clients act at the same time.")
        {
            flow, seeds, seed, clients, requests, fault, format, json,
        };
        verb.SetAction(parsed => Explore.Run(
            new ExploreOptions
            {
                Flow = parsed.GetValue(flow)!,
                FirstSeed = parsed.GetValue(seed),
                Seeds = parsed.GetValue(seeds),
                PrintsOneSeed = parsed.GetResult(seed) is { Implicit: false } && parsed.GetResult(seeds) is null or { Implicit: true },
                Clients = parsed.GetValue(clients),
                Requests = parsed.GetValue(requests),
                Fault = ExploreFaults.Of(parsed.GetValue(fault)),
                Format = parsed.GetValue(format) == "jsonl" ? ScenarioFormat.Jsonl : ScenarioFormat.Ladder,
                Json = parsed.GetValue(json),
            },
            streams.Output,
            streams.Error,
            streams.Colour));
        return verb;
    }

    private static Option<string> Named(string name, string description, string? usual, IReadOnlyCollection<string> allowed)
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

    private static Option<T> Number<T>(string name, string description, T usual, T least, T most)
        where T : struct, IComparable<T>, IParsable<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value)
                    && value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0) return value;
                result.AddError($"{name} cannot be '{text}'; allowed is a whole number from {least} to {most}");
                return default;
            },
        };
}
