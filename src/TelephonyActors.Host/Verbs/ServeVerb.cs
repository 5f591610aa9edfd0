using System.CommandLine;
using System.Runtime.CompilerServices;
using TelephonyActors.Host.Serving;

namespace TelephonyActors.Host.Verbs;

/// <summary><c>serve</c>: the emulator as a background worker (contract, The command line).</summary>
internal static class ServeVerb
{
    /// <summary>The verb that holds where none is given.</summary>
    public const string Name = "serve";

    public static Command Create(StandardStreams streams)
    {
        var urls = Of("--urls", "URL", "Where it listens, such as http://localhost:5080; several with ';'.");
        var plan = Of("--switch", "FILE", "What is emulated: a file of the format of a scenario's switch.");
        var token = Of("--token-file", "FILE", "A file with the token that clients must show; without one only this machine is served.");
        var record = SessionOptions.Record();
        var replay = SessionOptions.Replay();
        var speed = SessionsVerb.Speed();
        var database = SessionOptions.Database();
        var verb = new Command(Name, "Serves the link, HTTP and the web page until it is told to stop.")
        {
            urls, plan, token, record, replay, speed, database,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetResult(replay) is not null && (result.GetResult(record) ?? result.GetResult(plan) as object) is not null)
                result.AddError("--replay plays the switch of a session; allowed is it without --record and --switch");
        });
        verb.SetStoppableAction((parsed, stop) => Serve(
            new ServeArguments(parsed.GetValue(urls), parsed.GetValue(plan), parsed.GetValue(token))
            {
                Record = parsed.GetValue(record),
                Replay = parsed.GetValue(replay),
                Speed = parsed.GetValue(speed),
                Database = parsed.GetValue(database)!,
            },
            streams,
            stop));
        return verb;
    }

    private static Option<string> Of(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    // Apart, so that no other verb loads the web server's assemblies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(ServeArguments arguments, StandardStreams streams, CancellationToken stop) =>
        SwitchService.Run(arguments, streams.Error, stop);
}
