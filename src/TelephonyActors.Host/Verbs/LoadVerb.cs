using System.CommandLine;
using System.Security.Cryptography;
using Serilog.Extensions.Logging;
using TelephonyActors.Host.Sessions;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>load</c>: many calls at once through the switch's public interface, every event checked (contract, The command line).</summary>
internal static class LoadVerb
{
    // Eight digits name the numbers of the switch.
    private const int MostDns = 20_000_000;
    private const int MostCallsAtOnce = 5_000_000;
    private const int MostRate = 10_000_000;

    public static Command Create(StandardStreams streams)
    {
        var flow = Options.Named("--flow", Flows(), "basic", LoadFlows.Names);
        var calls = Options.Number<long>("--calls", "Calls made in all; 100,000 unless given.", 1, long.MaxValue);
        var duration = Options.Duration("--duration", "How long calls begin, instead of --calls.");
        var concurrency = Options.Number(
            "--concurrency", "Calls kept alive at the same time, 1,000 unless given: none is released before all are up.", 1, MostCallsAtOnce);
        var rate = Options.Number("--rate", "Calls begun per second whatever becomes of them (open loop); latency counts from when they were due.", 1, MostRate);
        var dns = Options.Number("--dns", "Ordinary DNs of the switch; as many as the concurrency needs unless given.", 1, MostDns);
        var lines = Options.Number("--shared-lines", "Shared lines of the switch, of two members each; as many as the concurrency needs unless given.", 1, MostDns);
        var seed = Options.Number<ulong>("--seed", "Decides the flow and the choices of every call; random unless given.", 0, ulong.MaxValue);
        var profile = new Option<string>("--profile") { Description = "How often each flow comes in the mix, a YAML mapping of flows and weights; config/load/mix.yaml unless given.", HelpName = "FILE" };
        var report = new Option<string>("--report") { Description = "Writes environment, parameters, figures and time series as JSON.", HelpName = "FILE.json" };
        var html = new Option<string>("--html") { Description = "Writes a page with charts.", HelpName = "FILE.html" };
        var json = new Option<bool>("--json") { Description = "The result is one JSON object." };
        var record = SessionOptions.Record();
        var database = SessionOptions.Database();
        var verb = new Command("load", "Loads the switch with many calls and checks every event.")
        {
            flow, calls, duration, concurrency, rate, dns, lines, seed, profile, record, database, report, html, json,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetResult(calls) is not null && result.GetResult(duration) is not null)
                result.AddError("--calls and --duration exclude each other; allowed is one of them");
            if (result.GetResult(profile) is not null && result.GetResult(flow) is not { Tokens: [{ Value: LoadFlows.Mix }] })
                result.AddError($"--profile weights the flows of a mix; allowed is it with --flow {LoadFlows.Mix}");
        });
        verb.SetStoppableAction((parsed, stop) =>
        {
            var options = new LoadOptions
            {
                Flow = parsed.GetValue(flow)!,
                Calls = parsed.GetValue(calls),
                Duration = parsed.GetValue(duration),
                Concurrency = parsed.GetValue(concurrency),
                Rate = parsed.GetValue(rate),
                Dns = parsed.GetValue(dns),
                SharedLines = parsed.GetValue(lines),
                Seed = parsed.GetValue(seed) ?? (ulong)RandomNumberGenerator.GetInt32(int.MaxValue),
            };
            try
            {
                if (options.Flow == LoadFlows.Mix) options = options with { Profile = ProfileFile.Read(parsed.GetValue(profile) ?? ProfileFile.Shipped) };
            }
            catch (BadInputException bad)
            {
                foreach (var fault in bad.Faults) streams.Error.WriteLine(fault);
                return ExitStatus.BadInput;
            }

            return LoadProgress.Show(options, streams, watch => Run(
                options,
                new LoadOutputs(streams.Output, streams.Error)
                {
                    Json = parsed.GetValue(json),
                    Report = parsed.GetValue(report),
                    Html = parsed.GetValue(html),
                    Watch = watch,
                },
                parsed.GetValue(record),
                parsed.GetValue(database)!,
                streams,
                stop));
        });
        return verb;
    }

    private static int Run(
        LoadOptions options, LoadOutputs outputs, string? session, string database, StandardStreams streams, CancellationToken stop)
    {
        using var log = HostLog.Create();
        using var factory = new SerilogLoggerFactory(log);
        return session is null
            ? Load.Run(options, outputs, plan => RunningSwitch.Start(plan, factory), stop).GetAwaiter().GetResult()
            : SessionVerbs.Record(options, outputs, factory, session, database, streams, stop);
    }

    private static string Flows() =>
        "The call flow: " + string.Join("; ", LoadFlows.Described.Select(flow => $"{flow.Name}: {flow.What}")) + "; mix: all of them, weighted by a profile.";
}
