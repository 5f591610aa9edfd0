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
        var flow = Options.Named("--flow", "The kinds of requests: all of them, or those of one chapter.", _defaults.Flow, ExploreFlows.Names);
        var seeds = Options.Number("--seeds", "How many seeds are run; from --seed on where that is given, too.", _defaults.Seeds, 1, int.MaxValue);
        var seed = Options.Number<ulong>("--seed", "The seed. Alone, this one is run and printed whole.", _defaults.FirstSeed, 0, ulong.MaxValue - int.MaxValue);
        var clients = Options.Number("--clients", "Clients that send at the same time.", _defaults.Clients, 1, 1000);
        var requests = Options.Number("--requests", "Requests and phone actions of a run, before everybody hangs up.", _defaults.Requests, 1, 100_000);
        var fault = Options.Named("--fault", "Breaks a guard of the switch, to see it caught.", null, ExploreFaults.Names);
        var format = Options.Named("--format", "How an interleaving is printed.", "ladder", ["ladder", "jsonl"]);
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
}
