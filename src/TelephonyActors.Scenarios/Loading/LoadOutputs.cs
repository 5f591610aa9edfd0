using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>Where a load tells what it came to (contract, chapter 4).</summary>
public sealed class LoadOutputs(TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>Results on <c>output</c> as one JSON object and nothing else, not as text for people.</summary>
    public bool Json { get; init; }

    /// <summary>Hears how the load stands, from time to time.</summary>
    public Action<LoadSample> Watch { get; init; } = static _ => { };

    internal TextWriter Error => error;

    internal void Write(LoadResult result, LoadOptions options, LoadPlan plan)
    {
        if (Json) output.WriteLine(Figures(result, options).ToJsonString(Layout).ReplaceLineEndings("\n"));
        else WriteText(result, options, plan);
        output.Flush();
        foreach (var sentence in result.Sentences) error.WriteLine(sentence);
        if (result.Overdue > 0) error.WriteLine(Text($"{result.Overdue} calls were due and did not begin: every DN was busy"));
    }

    /// <summary>The object of the contract.</summary>
    internal static JsonObject Figures(LoadResult result, LoadOptions options) => new()
    {
        ["calls"] = result.Totals.Calls,
        ["failedCalls"] = result.Totals.FailedCalls,
        ["requests"] = result.Totals.Requests,
        ["events"] = result.Totals.Events,
        ["seconds"] = Math.Round(result.Took.TotalSeconds, 3),
        ["callsPerSecond"] = Math.Round(result.CallsPerSecond, 1),
        ["eventsPerSecond"] = Math.Round(result.EventsPerSecond, 1),
        ["latencyMs"] = new JsonObject
        {
            ["p50"] = Math.Round(result.Latency.P50, 3),
            ["p90"] = Math.Round(result.Latency.P90, 3),
            ["p99"] = Math.Round(result.Latency.P99, 3),
            ["p999"] = Math.Round(result.Latency.P999, 3),
            ["max"] = Math.Round(result.Latency.Max, 3),
        },
        ["peakLiveCalls"] = result.PeakLiveCalls,
        ["peakWorkingSetMB"] = Math.Round(result.PeakWorkingSetMB, 1),
        ["violations"] = result.Violations,
        ["seed"] = options.Seed,
    };

    private void WriteText(LoadResult result, LoadOptions options, LoadPlan plan)
    {
        var (totals, latency) = (result.Totals, result.Latency);
        output.WriteLine(Text($"{totals.Calls:N0} calls of flow {options.Flow} in {result.Took.TotalSeconds:0.0} s: {result.CallsPerSecond:N0} calls/s"));
        output.WriteLine(Text($"{totals.Requests:N0} requests, {totals.Events:N0} events: {result.EventsPerSecond:N0} events/s"));
        output.WriteLine(Text($"latency ms: p50 {latency.P50:0.###}, p90 {latency.P90:0.###}, p99 {latency.P99:0.###}, p99.9 {latency.P999:0.###}, max {latency.Max:0.###}"));
        output.WriteLine(Text($"at most {result.PeakLiveCalls:N0} calls alive on {plan.Switch.Dns.Length:N0} DNs and {plan.Switch.SharedLines.Length:N0} shared lines, {result.PeakWorkingSetMB:N0} MB"));
        output.WriteLine(Text($"seed {options.Seed}: {(result.Violations == 0 ? "no violation" : $"{result.Violations} violations")}, {(totals.FailedCalls == 0 ? "no call failed" : $"{totals.FailedCalls} calls failed")}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
