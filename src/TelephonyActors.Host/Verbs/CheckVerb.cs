using System.CommandLine;
using TelephonyActors.Scenarios.Checking;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>check FILE...</c>: applies the invariants of chapter 9 to logged events (contract, The command line).</summary>
internal static class CheckVerb
{
    public static Command Create(StandardStreams streams)
    {
        var files = Paths.Argument("FILE", "Events as 'run --format jsonl' prints them, or a client's own log.");
        var verb = new Command("check", "Checks that logged events keep the invariants of the call models.") { files };
        verb.SetAction(parsed => CheckFiles.Run(parsed.GetValue(files)!, streams.Output, streams.Error));
        return verb;
    }
}
