using System.CommandLine;
using System.Globalization;
using TelephonyActors.Host.Sessions;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>sessions list | show | export | import | delete | replay</c>: recorded sessions (contract, The command line).</summary>
internal static class SessionsVerb
{
    public static Command Create(StandardStreams streams) => new("sessions", "Recorded sessions.")
    {
        List(streams),
        OfOne("show", "Says what runs a session has, and how much is recorded of each.", streams, SessionVerbs.Show),
        OfOne("export", "Writes a session as JSON lines.", streams, SessionVerbs.Export),
        Import(streams),
        OfOne("delete", "Deletes a session; its name and its space are free again.", streams, SessionVerbs.Delete),
        Replay(streams),
    };

    private static Command List(StandardStreams streams)
    {
        var database = SessionOptions.Database();
        var verb = new Command("list", "Lists the sessions of a database.") { database };
        verb.SetAction(parsed => SessionVerbs.List(parsed.GetValue(database)!, streams));
        return verb;
    }

    private static Command OfOne(string word, string description, StandardStreams streams, Func<string, string, StandardStreams, int> act)
    {
        var name = SessionOptions.Name();
        var database = SessionOptions.Database();
        var verb = new Command(word, description) { name, database };
        verb.SetAction(parsed => act(parsed.GetValue(name)!, parsed.GetValue(database)!, streams));
        return verb;
    }

    private static Command Import(StandardStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "What 'sessions export' wrote." };
        var database = SessionOptions.Database();
        var verb = new Command("import", "Takes in an exported session, under the name it has there.") { file, database };
        verb.SetAction(parsed => SessionVerbs.Import(parsed.GetValue(file)!, parsed.GetValue(database)!, streams));
        return verb;
    }

    private static Command Replay(StandardStreams streams)
    {
        var name = SessionOptions.Name();
        var database = SessionOptions.Database();
        var speed = Speed();
        var verify = new Option<bool>("--verify") { Description = "Feeds every recorded input through the call model anew and reports what differs." };
        var format = new Option<string>("--format")
        {
            Description = "ladder: what was heard as a table; jsonl: every event on a line, as 'run' prints it.",
            DefaultValueFactory = _ => "ladder",
            HelpName = "ladder|jsonl",
        };
        format.AcceptOnlyFromAmong("ladder", "jsonl");
        var verb = new Command("replay", "Plays a recorded session, or verifies it.") { name, database, speed, verify, format };
        verb.SetStoppableAction((parsed, stop) => parsed.GetValue(verify)
            ? SessionVerbs.Verify(parsed.GetValue(name)!, parsed.GetValue(database)!, streams, stop)
            : SessionVerbs.Replay(
                parsed.GetValue(name)!, parsed.GetValue(database)!, parsed.GetValue(speed), parsed.GetValue(format) == "jsonl", streams, stop));
        return verb;
    }

    /// <summary><c>--speed X|max</c>; max is infinite.</summary>
    public static Option<double> Speed() => new("--speed")
    {
        Description = "How many times as fast as it was recorded, or max.",
        HelpName = "X|max",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text == "max") return double.PositiveInfinity;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.001 and <= 100_000) return speed;
            result.AddError($"--speed cannot be '{text}'; allowed is a number from 0.001 to 100000, or max");
            return 1;
        },
    };
}
