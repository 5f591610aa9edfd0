using System.CommandLine;
using TelephonyActors.Host.Sessions;
using TelephonyActors.Scenarios.Running;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>run PATH... [--format ladder|jsonl] [--record NAME]</c>: runs scenario files (contract, The command line).</summary>
internal static class RunVerb
{
    public static Command Create(StandardStreams streams)
    {
        var paths = Paths.Argument("PATH", "A scenario file, or a folder: its *.yaml, in the order of their names.");
        var format = new Option<string>("--format")
        {
            Description = "ladder: each call flow as a table, ticked or with what differs; jsonl: every event on a line.",
            DefaultValueFactory = _ => "ladder",
            HelpName = "ladder|jsonl",
        };
        format.AcceptOnlyFromAmong("ladder", "jsonl");
        var record = SessionOptions.Record();
        var database = SessionOptions.Database();
        var verb = new Command("run", "Runs scenario files and checks every step.") { paths, format, record, database };
        verb.SetAction(parsed =>
        {
            var printed = parsed.GetValue(format) == "jsonl" ? ScenarioFormat.Jsonl : ScenarioFormat.Ladder;
            return parsed.GetValue(record) is { } name
                ? SessionVerbs.Record(parsed.GetValue(paths)!, printed, name, parsed.GetValue(database)!, streams)
                : RunScenarios.Run(parsed.GetValue(paths)!, printed, streams.Output, streams.Error, streams.Colour);
        });
        return verb;
    }
}
