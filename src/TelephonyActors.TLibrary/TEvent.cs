using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>
/// One event of the switch, as T-Library's own TEvent: a name and the attributes that apply to it; what does not apply is null
/// and left out of the JSON. Which event carries what: call models, chapter 0.
/// </summary>
[JsonConverter(typeof(TEventConverter))]
public sealed record TEvent
{
    public required EventName Event { get; init; }

    /// <summary>From 1, strictly rising in its source: one DN, or one call's monitoring. Private answers have none.</summary>
    public long? EventSequenceNumber { get; init; }

    /// <summary>When the switch reported it (UTC; microseconds in JSON).</summary>
    public DateTimeOffset? Time { get; init; }

    public ConnID? ConnID { get; init; }

    public ConnID? PreviousConnID { get; init; }

    public CallUUID? CallUUID { get; init; }

    public int? CallID { get; init; }

    public CallType? CallType { get; init; }

    public CallState? CallState { get; init; }

    public Cause? Cause { get; init; }

    public string? ThisDN { get; init; }

    public DNRole? ThisDNRole { get; init; }

    public string? OtherDN { get; init; }

    public DNRole? OtherDNRole { get; init; }

    public string? ThirdPartyDN { get; init; }

    public DNRole? ThirdPartyDNRole { get; init; }

    /// <summary>Monitoring: the DN (or external number) of the party.</summary>
    public string? DN { get; init; }

    /// <summary>Monitoring: the number of the party in its call, from 1.</summary>
    public int? PartyID { get; init; }

    /// <summary>Monitoring: the state of the party.</summary>
    public PartyState? State { get; init; }

    public string? ANI { get; init; }

    public string? DNIS { get; init; }

    public int? ServiceId { get; init; }

    public KVList? Extensions { get; init; }

    public KVList? UserData { get; init; }

    public KVList? Reasons { get; init; }

    /// <summary>The requesting client's own number, on the one event that answers its request.</summary>
    public long? ReferenceID { get; init; }

    /// <summary>EventError: one of the codes of chapter 8.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>EventError: what is wrong, in a sentence that names the offending attribute.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>EventError: the name of the refused request.</summary>
    public string? Request { get; init; }
}
