namespace TelephonyActors.TLibrary;

/// <summary>
/// What every event of a call bears alike (call models, chapter 0): its ids, its type, and for an Inbound call ANI and DNIS. The events of
/// a call share one object.
/// </summary>
public sealed record CallAttributes
{
    private readonly int _callID;
    private readonly byte _callType;
    private readonly bool _hasCallID;

    /// <summary>Nothing: an event of no call.</summary>
    public static CallAttributes None { get; } = new();

    public ConnID? ConnID { get; init; }

    public CallUUID? CallUUID { get; init; }

    public int? CallID
    {
        get => _hasCallID ? _callID : null;
        init => (_callID, _hasCallID) = (value.GetValueOrDefault(), value.HasValue);
    }

    public CallType? CallType
    {
        get => Packed.Word<CallType>(_callType);
        init => _callType = Packed.Byte(value);
    }

    public string? ANI { get; init; }

    public string? DNIS { get; init; }
}
