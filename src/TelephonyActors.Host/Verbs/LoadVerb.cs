using System.CommandLine;
using System.Security.Cryptography;
using Serilog.Extensions.Logging;
using TelephonyActors.Host.Serving;
using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>load</c>: many calls at once through the switch's public interface, every event checked (contract, The command line).</summary>
internal static class LoadVerb
{
    // Eight digits name the numbers of the switch.
    private const int MostDns = 20_000_000;
    private const int MostCallsAtOnce = 5_000_000;

    public static Command Create(StandardStreams streams)
    {
        var flow = Options.Named("--flow", Flows(), "basic", LoadFlows.Names);
        var calls = Options.Number<long>("--calls", "Calls made in all; 100,000 unless a duration is given.", 1, long.MaxValue);
        var concurrency = Options.Number(
            "--concurrency", "Calls kept alive at the same time, 1,000 unless given: none is released before all are up.", 1, MostCallsAtOnce);
        var dns = Options.Number("--dns", "Ordinary DNs of the switch; as many as the concurrency needs unless given.", 1, MostDns);
        var lines = Options.Number("--shared-lines", "Shared lines of the switch, of two members each; as many as the concurrency needs unless given.", 1, MostDns);
        var seed = Options.Number<ulong>("--seed", "Decides the flow and the choices of every call; random unless given.", 0, ulong.MaxValue);
        var json = new Option<bool>("--json") { Description = "The result is one JSON object." };
        var verb = new Command("load", "Loads the switch with many calls and checks every event.")
        {
            flow, calls, concurrency, dns, lines, seed, json,
        };
        verb.SetAction(parsed =>
        {
            using var log = HostLog.Create();
            using var factory = new SerilogLoggerFactory(log);
            using var signals = new StopSignals();
            return Load.Run(
                new LoadOptions
                {
                    Flow = parsed.GetValue(flow)!,
                    Calls = parsed.GetValue(calls),
                    Concurrency = parsed.GetValue(concurrency),
                    Dns = parsed.GetValue(dns),
                    SharedLines = parsed.GetValue(lines),
                    Seed = parsed.GetValue(seed) ?? (ulong)RandomNumberGenerator.GetInt32(int.MaxValue),
                },
                new LoadOutputs(streams.Output, streams.Error) { Json = parsed.GetValue(json) },
                factory,
                signals.Stopped).GetAwaiter().GetResult();
        });
        return verb;
    }

    private static string Flows() =>
        "The call flow: " + string.Join("; ", LoadFlows.Described.Select(flow => $"{flow.Name}: {flow.What}")) + "; mix: all of them, weighted by a profile.";
}
