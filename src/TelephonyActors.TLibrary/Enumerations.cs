using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>Where a call comes from and goes to (call models, chapter 0).</summary>
public enum CallType
{
    Internal,
    Inbound,
    Outbound,
    Consult,
}

/// <summary>Why a DN hears an event of a call; OK when nothing out of the ordinary is behind it.</summary>
public enum CallState
{
    OK,
    Transferred,
    Conferenced,
    GeneralError,
    Busy,
    NoAnswer,
    SitInvalidNum,
    Covered,
    Redirected,
    Forwarded,
}

/// <summary>How a release by transfer came about (call models, chapters 5 and 7).</summary>
public enum Cause
{
    [JsonStringEnumMemberName("1stepTransfer")]
    SingleStepTransfer,
    Transfer,
}

/// <summary>The role of a DN in a call: ThisDNRole, OtherDNRole, ThirdPartyDNRole.</summary>
public enum DNRole
{
    Origination,
    Destination,
    ConferenceMember,
    NewParty,
    AddedBy,
    DeletedParty,
    DeletedBy,
    TransferredBy,
    ConferencedBy,
}

/// <summary>The state of a party, as call monitoring tells it (call models, chapter 0, Parties).</summary>
public enum PartyState
{
    Initiated,
    [JsonStringEnumMemberName("Connected+Dialing")]
    ConnectedDialing,
    Alerting,
    Connected,
    Held,
    Queued,
    Busy,
    Failed,
}

/// <summary>When a forward applies (call models, chapter 6).</summary>
public enum ForwardMode
{
    Unconditional,
    OnBusy,
    OnNoAnswer,
}
