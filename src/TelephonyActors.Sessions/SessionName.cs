namespace TelephonyActors.Sessions;

/// <summary>What a session may be called.</summary>
public static class SessionName
{
    private const string Prefix = "session-";
    private const int Longest = 64;

    /// <summary>What is allowed, as the end of a sentence.</summary>
    public static string Allowed { get; } = $"1 to {Longest} of 0-9 A-Z a-z . _ -, the first of them a letter or a digit";

    public static bool IsAllowed(string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    internal static string PersistenceIdOf(string name) => Prefix + name;

    /// <summary>The session of a history in the journal; null: it is none of a session.</summary>
    internal static string? Of(string persistenceId) =>
        persistenceId.StartsWith(Prefix, StringComparison.Ordinal) ? persistenceId[Prefix.Length..] : null;
}
