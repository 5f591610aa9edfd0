using System.CommandLine;
using TelephonyActors.Sessions;
using TelephonyActors.Sessions.Storage;

namespace TelephonyActors.Host.Verbs;

/// <summary>The options of every verb that records or reads sessions (contract, The command line).</summary>
internal static class SessionOptions
{
    /// <summary><c>--record NAME</c>.</summary>
    public static Option<string?> Record()
    {
        var record = new Option<string?>("--record") { Description = "Records it as a session of this name.", HelpName = "NAME" };
        record.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !SessionName.IsAllowed(token.Value))
                result.AddError($"--record cannot be '{token.Value}'; allowed is {SessionName.Allowed}");
        });
        return record;
    }

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
}
