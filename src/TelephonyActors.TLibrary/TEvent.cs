using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>
/// One event of the switch, as T-Library's own TEvent: a name and the attributes that apply to it; what does not apply is null
/// and left out of the JSON. Which event carries which: call models, chapter 0.
/// </summary>
/// <remarks>
/// A call makes more than fifteen of them, so they are kept small: a word takes a byte, its place and one; what tells a number from
/// none is a bit; what all events of a call bear is one object for all of them, and what few events bear stands in an object of its own.
/// </remarks>
[JsonConverter(typeof(TEventConverter))]
public sealed record TEvent
{
    private readonly CallAttributes _call = CallAttributes.None;
    private readonly RareAttributes _rare = RareAttributes.None;
    private readonly long _sequence;
    private readonly long _ticks;
    private readonly long _referenceID;
    private readonly int _partyID;
    private readonly byte _event;
    private readonly byte _callState;
    private readonly byte _thisDNRole;
    private readonly byte _otherDNRole;
    private readonly byte _state;
    private readonly Present _present;

    [Flags]
    private enum Present : byte
    {
        Sequence = 1,
        Time = 2,
        ReferenceID = 4,
        PartyID = 8,
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

    /// <summary>What it bears of its call, all at once.</summary>
    public CallAttributes OfCall
    {
        get => _call;
        init => _call = value;
    }

    public ConnID? ConnID
    {
        get => _call.ConnID;
        init => _call = value == _call.ConnID ? _call : _call with { ConnID = value };
    }

    public ConnID? PreviousConnID
    {
        get => _rare.PreviousConnID;
        init => _rare = value == _rare.PreviousConnID ? _rare : _rare with { PreviousConnID = value };
    }

    public CallUUID? CallUUID
    {
        get => _call.CallUUID;
        init => _call = value == _call.CallUUID ? _call : _call with { CallUUID = value };
    }

    public int? CallID
    {
        get => _call.CallID;
        init => _call = value == _call.CallID ? _call : _call with { CallID = value };
    }

    public CallType? CallType
    {
        get => _call.CallType;
        init => _call = value == _call.CallType ? _call : _call with { CallType = value };
    }

    public CallState? CallState
    {
        get => Packed.Word<CallState>(_callState);
        init => _callState = Packed.Byte(value);
    }

    public Cause? Cause
    {
        get => _rare.Cause;
        init => _rare = value == _rare.Cause ? _rare : _rare with { Cause = value };
    }

    public string? ThisDN { get; init; }

    public DNRole? ThisDNRole
    {
        get => Packed.Word<DNRole>(_thisDNRole);
        init => _thisDNRole = Packed.Byte(value);
    }

    public string? OtherDN { get; init; }

    public DNRole? OtherDNRole
    {
        get => Packed.Word<DNRole>(_otherDNRole);
        init => _otherDNRole = Packed.Byte(value);
    }

    public string? ThirdPartyDN
    {
        get => _rare.ThirdPartyDN;
        init => _rare = value == _rare.ThirdPartyDN ? _rare : _rare with { ThirdPartyDN = value };
    }

    public DNRole? ThirdPartyDNRole
    {
        get => _rare.ThirdPartyDNRole;
        init => _rare = value == _rare.ThirdPartyDNRole ? _rare : _rare with { ThirdPartyDNRole = value };
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
        get => Packed.Word<PartyState>(_state);
        init => _state = Packed.Byte(value);
    }

    public string? ANI
    {
        get => _call.ANI;
        init => _call = value == _call.ANI ? _call : _call with { ANI = value };
    }

    public string? DNIS
    {
        get => _call.DNIS;
        init => _call = value == _call.DNIS ? _call : _call with { DNIS = value };
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

    private bool Has(Present number) => (_present & number) != 0;

    private Present With(Present number, bool present) => present ? _present | number : _present & ~number;

    /// <summary>The attributes that few events bear.</summary>
    private sealed record RareAttributes
    {
        public static RareAttributes None { get; } = new();

        public ConnID? PreviousConnID { get; init; }

        public Cause? Cause { get; init; }

        public string? ThirdPartyDN { get; init; }

        public DNRole? ThirdPartyDNRole { get; init; }

        public int? ServiceId { get; init; }

        public KVList? Reasons { get; init; }

        public int? ErrorCode { get; init; }

        public string? ErrorMessage { get; init; }

        public string? Request { get; init; }
    }
}
