using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>
/// One event of the switch, as T-Library's own TEvent: a name and the attributes that apply to it; what does not apply is null
/// and left out of the JSON. Which event carries which: call models, chapter 0.
/// </summary>
/// <remarks>
/// A call makes more than fifteen of them, so they are kept small: a word takes a byte, its place and one; what tells a number from
/// none is a bit; and what few events bear stands in an object of its own.
/// </remarks>
[JsonConverter(typeof(TEventConverter))]
public sealed record TEvent
{
    private readonly RareAttributes _rare = RareAttributes.None;
    private readonly long _sequence;
    private readonly long _ticks;
    private readonly long _referenceID;
    private readonly int _callID;
    private readonly int _partyID;
    private readonly byte _event;
    private readonly byte _callType;
    private readonly byte _callState;
    private readonly byte _thisDNRole;
    private readonly byte _otherDNRole;
    private readonly byte _thirdPartyDNRole;
    private readonly byte _state;
    private readonly Present _present;

    [Flags]
    private enum Present : byte
    {
        Sequence = 1,
        Time = 2,
        ReferenceID = 4,
        CallID = 8,
        PartyID = 16,
    }

    public required EventName Event
    {
        get => (EventName)_event;
        init => _event = (byte)value;
    }

    /// <summary>From 1, strictly rising in its source: one DN, or one call's monitoring. Private answers have none.</summary>
    public long? EventSequenceNumber
    {
        get => Has(Present.Sequence) ? _sequence : null;
        init => (_sequence, _present) = (value.GetValueOrDefault(), With(Present.Sequence, value.HasValue));
    }

    /// <summary>When the switch reported it (UTC; microseconds in JSON).</summary>
    public DateTimeOffset? Time
    {
        get => Has(Present.Time) ? new DateTimeOffset(_ticks, TimeSpan.Zero) : null;
        init => (_ticks, _present) = (value.GetValueOrDefault().UtcTicks, With(Present.Time, value.HasValue));
    }

    public ConnID? ConnID { get; init; }

    public ConnID? PreviousConnID
    {
        get => _rare.PreviousConnID;
        init => _rare = value == _rare.PreviousConnID ? _rare : _rare with { PreviousConnID = value };
    }

    public CallUUID? CallUUID { get; init; }

    public int? CallID
    {
        get => Has(Present.CallID) ? _callID : null;
        init => (_callID, _present) = (value.GetValueOrDefault(), With(Present.CallID, value.HasValue));
    }

    public CallType? CallType
    {
        get => Word<CallType>(_callType);
        init => _callType = Byte(value);
    }

    public CallState? CallState
    {
        get => Word<CallState>(_callState);
        init => _callState = Byte(value);
    }

    public Cause? Cause
    {
        get => _rare.Cause;
        init => _rare = value == _rare.Cause ? _rare : _rare with { Cause = value };
    }

    public string? ThisDN { get; init; }

    public DNRole? ThisDNRole
    {
        get => Word<DNRole>(_thisDNRole);
        init => _thisDNRole = Byte(value);
    }

    public string? OtherDN { get; init; }

    public DNRole? OtherDNRole
    {
        get => Word<DNRole>(_otherDNRole);
        init => _otherDNRole = Byte(value);
    }

    public string? ThirdPartyDN { get; init; }

    public DNRole? ThirdPartyDNRole
    {
        get => Word<DNRole>(_thirdPartyDNRole);
        init => _thirdPartyDNRole = Byte(value);
    }

    /// <summary>Monitoring: the DN (or external number) of the party.</summary>
    public string? DN { get; init; }

    /// <summary>Monitoring: the number of the party in its call, from 1.</summary>
    public int? PartyID
    {
        get => Has(Present.PartyID) ? _partyID : null;
        init => (_partyID, _present) = (value.GetValueOrDefault(), With(Present.PartyID, value.HasValue));
    }

    /// <summary>Monitoring: the state of the party.</summary>
    public PartyState? State
    {
        get => Word<PartyState>(_state);
        init => _state = Byte(value);
    }

    public string? ANI
    {
        get => _rare.ANI;
        init => _rare = value == _rare.ANI ? _rare : _rare with { ANI = value };
    }

    public string? DNIS
    {
        get => _rare.DNIS;
        init => _rare = value == _rare.DNIS ? _rare : _rare with { DNIS = value };
    }

    public int? ServiceId
    {
        get => _rare.ServiceId;
        init => _rare = value == _rare.ServiceId ? _rare : _rare with { ServiceId = value };
    }

    public KVList? Extensions { get; init; }

    public KVList? UserData { get; init; }

    public KVList? Reasons
    {
        get => _rare.Reasons;
        init => _rare = value == _rare.Reasons ? _rare : _rare with { Reasons = value };
    }

    /// <summary>The requesting client's own number, on the one event that answers its request.</summary>
    public long? ReferenceID
    {
        get => Has(Present.ReferenceID) ? _referenceID : null;
        init => (_referenceID, _present) = (value.GetValueOrDefault(), With(Present.ReferenceID, value.HasValue));
    }

    /// <summary>EventError: one of the codes of chapter 8.</summary>
    public int? ErrorCode
    {
        get => _rare.ErrorCode;
        init => _rare = value == _rare.ErrorCode ? _rare : _rare with { ErrorCode = value };
    }

    /// <summary>EventError: what is wrong, in a sentence that names the offending attribute.</summary>
    public string? ErrorMessage
    {
        get => _rare.ErrorMessage;
        init => _rare = value == _rare.ErrorMessage ? _rare : _rare with { ErrorMessage = value };
    }

    /// <summary>EventError: the name of the refused request.</summary>
    public string? Request
    {
        get => _rare.Request;
        init => _rare = value == _rare.Request ? _rare : _rare with { Request = value };
    }

    private static T? Word<T>(byte packed)
        where T : struct, Enum => packed == 0 ? null : Unsafe.BitCast<int, T>(packed - 1);

    private static byte Byte<T>(T? word)
        where T : struct, Enum => word is { } value ? (byte)(Unsafe.BitCast<T, int>(value) + 1) : (byte)0;

    private bool Has(Present number) => (_present & number) != 0;

    private Present With(Present number, bool present) => present ? _present | number : _present & ~number;

    /// <summary>The attributes that few events bear.</summary>
    private sealed record RareAttributes
    {
        public static RareAttributes None { get; } = new();

        public ConnID? PreviousConnID { get; init; }

        public Cause? Cause { get; init; }

        public string? ANI { get; init; }

        public string? DNIS { get; init; }

        public int? ServiceId { get; init; }

        public KVList? Reasons { get; init; }

        public int? ErrorCode { get; init; }

        public string? ErrorMessage { get; init; }

        public string? Request { get; init; }
    }
}
