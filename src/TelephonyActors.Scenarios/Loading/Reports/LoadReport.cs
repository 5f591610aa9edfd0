using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Akka.Actor;

namespace TelephonyActors.Scenarios.Loading.Reports;

/// <summary>What a load came to, as text and as JSON (contract, chapter 4).</summary>
internal sealed class LoadReport(LoadResult result, LoadOptions options, LoadPlan plan)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>The object of the contract.</summary>
    public string Json => Text(Figures());

    /// <summary>The object of the contract, with where it was measured, with what, and how it went over time.</summary>
    public string FullJson => Text(new JsonObject
    {
        ["environment"] = Environment(),
        ["parameters"] = Parameters(),
        ["figures"] = Figures(),
        ["latencyDistribution"] = new JsonArray([.. result.Distribution.Select(point => (JsonNode)new JsonObject
        {
            ["percentile"] = Math.Round(point.Percentile, 6),
            ["ms"] = Math.Round(point.Ms, 4),
        })]),
        ["memoryMB"] = new JsonObject
        {
            ["beforeTheFirstCall"] = Math.Round(result.HeapBeforeMB, 1),
            ["whenAllCallsWereUp"] = result.HeapUpMB is { } up ? Math.Round(up, 1) : null,
            ["afterTheLastCall"] = Math.Round(result.HeapAfterMB, 1),
        },
        ["series"] = new JsonArray([.. result.Samples.Select(sample => (JsonNode)Sample(sample))]),
        ["findings"] = new JsonArray([.. result.Sentences.Select(sentence => (JsonNode)sentence)]),
    });

    public IEnumerable<string> Lines
    {
        get
        {
            var (totals, latency) = (result.Totals, result.Latency);
            yield return Text($"{totals.Calls:N0} calls of flow {options.Flow} in {result.Took.TotalSeconds:0.0} s: {result.CallsPerSecond:N0} calls/s");
            yield return Text($"{totals.Requests:N0} requests, {totals.Events:N0} events: {result.EventsPerSecond:N0} events/s");
            yield return Text($"latency ms: p50 {latency.P50:0.###}, p90 {latency.P90:0.###}, p99 {latency.P99:0.###}, p99.9 {latency.P999:0.###}, max {latency.Max:0.###}");
            yield return Text($"at most {result.PeakLiveCalls:N0} calls alive on {plan.Switch.Dns.Length:N0} DNs and {plan.Switch.SharedLines.Length:N0} shared lines, {result.PeakWorkingSetMB:N0} MB");
            yield return Text($"seed {options.Seed}: {(result.Violations == 0 ? "no violation" : $"{result.Violations} violations")}, {(totals.FailedCalls == 0 ? "no call failed" : $"{totals.FailedCalls} calls failed")}");
        }
    }

    private JsonObject Figures() => new()
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

    private static JsonObject Environment()
    {
        var akka = typeof(ActorSystem).Assembly.GetName();
        return new JsonObject
        {
            ["time"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["os"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
            ["cores"] = System.Environment.ProcessorCount,
            ["memoryMB"] = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / LoadResult.BytesOfMB),
            ["serverGC"] = GCSettings.IsServerGC,
            ["akka"] = $"{akka.Name} {akka.Version}",
        };
    }

    private JsonObject Parameters()
    {
        var parameters = new JsonObject
        {
            ["flow"] = options.Flow,
            ["concurrency"] = plan.Concurrency,
            ["dns"] = plan.Switch.Dns.Length,
            ["sharedLines"] = plan.Switch.SharedLines.Length,
            ["seed"] = options.Seed,
        };
        if (options.Calls is { } calls) parameters["calls"] = calls;
        if (options.Duration is { } duration) parameters["durationSeconds"] = duration.TotalSeconds;
        if (options.Rate is { } rate) parameters["rate"] = rate;
        if (options.Profile is { } profile)
            parameters["profile"] = new JsonObject(profile.Select(flow => KeyValuePair.Create(flow.Flow, (JsonNode?)flow.Weight)));
        return parameters;
    }

    private static JsonObject Sample(LoadSample sample) => new()
    {
        ["seconds"] = Math.Round(sample.Seconds, 3),
        ["calls"] = sample.Calls,
        ["events"] = sample.Events,
        ["callsPerSecond"] = Math.Round(sample.CallsPerSecond, 1),
        ["liveCalls"] = sample.LiveCalls,
        ["violations"] = sample.Violations,
        ["p50Ms"] = sample.P50Ms is { } p50 ? Math.Round(p50, 4) : null,
        ["p99Ms"] = sample.P99Ms is { } p99 ? Math.Round(p99, 4) : null,
        ["workingSetMB"] = Math.Round(sample.WorkingSetMB, 1),
    };

    private static string Text(JsonObject json) => json.ToJsonString(Layout).ReplaceLineEndings("\n");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
