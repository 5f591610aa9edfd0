namespace TelephonyActors.CallModel;

/// <summary>The error codes of EventError (call models, chapter 8). Checks run in the order of <see cref="Refusal.Precedes"/>.</summary>
public enum ErrorCode
{
    NotRegistered = 41,
    AlreadySo = 43,
    NotSupported = 51,
    EntityFailed = 52,
    Malformed = 53,
    NoSuchCall = 56,
    NoSuchDn = 59,
    InvalidCalledDn = 71,
    CalledDnBusy = 231,
    NotYours = 470,
    WrongState = 496,
}

/// <summary>A request that changes nothing: the code of chapter 8 and a sentence that names what is wrong.</summary>
public sealed record Refusal(ErrorCode Code, string Message)
{
    private static readonly ErrorCode[] Order =
    [
        ErrorCode.EntityFailed, ErrorCode.Malformed, ErrorCode.NotSupported, ErrorCode.NoSuchDn, ErrorCode.NotRegistered,
        ErrorCode.NoSuchCall, ErrorCode.NotYours, ErrorCode.AlreadySo, ErrorCode.WrongState, ErrorCode.InvalidCalledDn, ErrorCode.CalledDnBusy,
    ];

    /// <summary>Whether this refusal's check runs before the other's (call models 8: the first that fails answers).</summary>
    public bool Precedes(Refusal other) => Array.IndexOf(Order, Code) < Array.IndexOf(Order, other.Code);

    public static Refusal NoSuchCall(string attribute, string connID) =>
        new(ErrorCode.NoSuchCall, $"{attribute} {connID}: there is no call with this ConnID");

    public static Refusal NoSuchDn(string dn) => new(ErrorCode.NoSuchDn, $"ThisDN {dn} is not configured in this switch");

    public static Refusal NotYours(string dn, string connID) =>
        new(ErrorCode.NotYours, $"ThisDN {dn} is not a party of the call {connID}, or another member of its line owns it");

    public static Refusal WrongState(string sentence) => new(ErrorCode.WrongState, sentence);

    public static Refusal Failed(string entity) => new(ErrorCode.EntityFailed, $"{entity} failed while it handled the request");
}
