using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>Prints what was explored (contract, chapter 4).</summary>
internal static class ExploreReport
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The summary as one JSON object.</summary>
    public static void WriteJson(Explored explored, TextWriter output)
    {
        var tally = explored.Tally;
        var summary = new JsonObject
        {
            ["seeds"] = tally.Seeds,
            ["seedsPerSecond"] = Math.Round(tally.Seeds / explored.Elapsed.TotalSeconds, 1),
            ["requests"] = tally.Requests,
            ["events"] = tally.Events,
            ["distinctOutcomes"] = tally.DistinctOutcomes,
            ["refusalsByCode"] = new JsonObject(
                tally.RefusalsByCode.Select(pair => KeyValuePair.Create(pair.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)pair.Value))),
            ["eventsByName"] = new JsonObject(
                tally.EventsByName.Where(pair => pair.Count > 0).Select(pair => KeyValuePair.Create(Words.Of(pair.Name), (JsonNode?)pair.Count))),
            ["violations"] = explored.Violations,
        };
        if (explored.First is { } first) summary["firstFailingSeed"] = first.Seed;
        output.WriteLine(summary.ToJsonString(Layout).ReplaceLineEndings("\n"));
    }

    /// <summary>The summary for people.</summary>
    public static void WriteText(Explored explored, ExploreOptions options, TextWriter output)
    {
        var tally = explored.Tally;
        output.WriteLine(Text($"{tally.Seeds} seeds from {options.FirstSeed} on, flow {options.Flow}: {tally.Seeds / explored.Elapsed.TotalSeconds:0} seeds/s"));
        output.WriteLine(Text($"{tally.Requests} requests and phone actions, {tally.Events} events, {tally.DistinctOutcomes} distinct outcomes"));
        output.WriteLine("refusals: " + Listed(tally.RefusalsByCode.Select(pair => Text($"{pair.Key} {pair.Value}"))));
        output.WriteLine("events: " + Listed(tally.EventsByName.Where(pair => pair.Count > 0).Select(pair => Text($"{pair.Name} {pair.Count}"))));
        output.WriteLine(explored.First is { } first
            ? Text($"{explored.Violations} seeds fail ({Listed(explored.Failing.Select(pair => Text($"{pair.Key}: {pair.Value.Count}, the first {pair.Value.First}")))}), the first is {first.Seed}: {first.Failure}")
            : "no violation");
    }

    /// <summary>A run as a ladder.</summary>
    public static void WriteLadder(RunLog log, string title, string note, TextWriter output, bool colour)
    {
        LadderDrawing.Legend.Write(output, colour);
        LadderLine.Empty.Write(output, colour);
        foreach (var line in LadderDrawing.Draw(ExploredChart.Of(log, title, note))) line.Write(output, colour);
    }

    /// <summary>
    /// Every event of a run as a line, in the order heard. Step is 0, as in a recording: several requests are under way at once, and
    /// so the events of a step do not belong to its request.
    /// </summary>
    public static void WriteJsonl(RunLog log, ulong seed, TextWriter output)
    {
        var scenario = Text($"seed-{seed}");
        foreach (var heard in log.Moves.SelectMany(move => move.Heard))
        {
            var logged = new LoggedEvent { Scenario = scenario, Step = 0, Column = ExploredChart.ColumnOf(heard), Event = log.WithAnswer(heard) };
            output.WriteLine(TLibraryJson.Write(logged));
        }
    }

    /// <summary>A run in the format asked for.</summary>
    public static void WriteRun(RunLog log, ExploreOptions options, string title, TextWriter output, bool colour)
    {
        if (options.Format == ScenarioFormat.Jsonl) WriteJsonl(log, options.FirstSeed, output);
        else WriteLadder(log, title, Again(options), output, colour);
    }

    private static string Again(ExploreOptions options)
    {
        var fault = options.Fault == Switch.Faults.BrokenGuard.None ? "" : $" --fault {ExploreFaults.NameOf(options.Fault)}";
        return Text($"the whole run again: explore --seed {options.FirstSeed} --flow {options.Flow} --clients {options.Clients} --requests {options.Requests}{fault}");
    }

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items.DefaultIfEmpty("none"));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
