using System.CommandLine;
using TelephonyActors.Sessions;
using TelephonyActors.Sessions.Storage;

namespace TelephonyActors.Host.Verbs;

/// <summary>The options of every verb that records or reads sessions (contract, The command line).</summary>
internal static class SessionOptions
{
    /// <summary><c>--record NAME</c>.</summary>
    public static Option<string?> Record() => Named("--record", "Records it as a session of this name.");

    /// <summary><c>--replay NAME</c>.</summary>
    public static Option<string?> Replay() => Named("--replay", "Plays a recorded session in place of a switch, from the first request of a client on.");

    /// <summary><c>--db CONNECTION</c>.</summary>
    public static Option<string> Database() => new("--db")
    {
        Description = "The database of the sessions: 'Data Source=FILE' (SQLite) or 'Host=...;Database=...' (PostgreSQL).",
        DefaultValueFactory = _ => SessionDatabase.Default,
        HelpName = "CONNECTION",
    };

    /// <summary>The argument <c>NAME</c> of a session.</summary>
    public static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "The session's name." };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !SessionName.IsAllowed(token.Value))
                result.AddError($"a session cannot be called '{token.Value}'; allowed is {SessionName.Allowed}");
        });
        return name;
    }

    private static Option<string?> Named(string name, string description)
    {
        var named = new Option<string?>(name) { Description = description, HelpName = "NAME" };
        named.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !SessionName.IsAllowed(token.Value))
                result.AddError($"{name} cannot be '{token.Value}'; allowed is {SessionName.Allowed}");
        });
        return named;
    }
}
