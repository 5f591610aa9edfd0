using static TelephonyActors.Scenarios.Tests.Reference.ReferenceEvent;

namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>
/// The tables of "Shared Call Appearance" (Genesys Events and Models Reference). The numbers in parentheses before an event belong to a
/// graphic and are left out. "60970partyID" stands for the party ID that the call has given to 60970.
/// </summary>
internal static class SharedCallAppearance
{
    public static readonly ReferenceTable InboundCallAlerting = ReferenceTable.Of(
        "Inbound Call Alerting", "shared-call-appearance-inbound-call-alerting", "60972 60970 60970_2 monitoring",
        ReferenceRow.Of("Inbound Call Alerting", (1, 1), "TMakeCall 60972",
            In("60972",
                "EventOffHook ThisDN=60972",
                "EventDialing ConnID=1 ThisDN=60972 OtherDN=60970 CallState=OK"),
            In("60970",
                "EventRinging ConnID=1 ThisDN=60970 ThisDNRole=Destination OtherDN=60972 " +
                "OtherDNRole=Origination CallState=Covered CallType=Internal/Inbound Extensions.AppearanceIndex=1"),
            In("60970_2",
                "EventRinging ConnID=1 ThisDN=60970_2 ThisDNRole=Destination OtherDN=60972 " +
                "OtherDNRole=Origination CallState=Covered CallType=Internal/Inbound Extensions.AppearanceIndex=1"),
            In("monitoring",
                "EventCallCreated ConnID=1",
                "EventCallPartyAdded ConnID=1 DN=60972 PartyID=1 State=Initiated",
                "EventCallPartyState ConnID=1 PartyID=1 State=Connected+Dialing",
                "EventCallPartyAdded ConnID=1 DN=60970 PartyID=2 State=Alerting",
                "EventCallPartyAdded ConnID=1 DN=60970_2 PartyID=3 State=Alerting")));

    public static readonly ReferenceTable InboundCallAnswered = ReferenceTable.Of(
        "Inbound Call Answered", "shared-call-appearance-inbound-call-answered", "60972 60970 60970_2 monitoring",
        ReferenceRow.Of("Inbound Call Answered", (2, 2), "TAnswerCall 60970",
            In("60972", "EventEstablished ConnID=1 ThisDN=60972 ThisDNRole=Origination OtherDN=60970 OtherDNRole=Destination"),
            In("60970",
                "EventEstablished ConnID=1 ThisDN=60970 ThisDNRole=Destination OtherDN=60972 " +
                "OtherDNRole=Origination Extensions.AppearanceIndex=1"),
            In("60970_2",
                "EventReleased ConnID=1 ThisDN=60970_2 ThisDNRole=Destination OtherDN=60972 " +
                "OtherDNRole=Origination CallState=Redirected"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 PartyID=3 DN=60970_2",
                "EventCallPartyState ConnID=1 PartyID=2 State=Connected")));

    public static readonly ReferenceTable CallTerminationByANonSharedLinePhone = ReferenceTable.Of(
        "Call Termination by a Non-shared Line Phone", "shared-call-appearance-call-termination-by-a-non-shared-line-phone",
        "60972 60970 60970_2 monitoring",
        ReferenceRow.Of("Call Termination", (3, 3), "TReleaseCall 60972",
            In("60972", "EventReleased ConnID=1 ThisDN=60972 OtherDN=60970"),
            In("60970",
                "EventReleased ConnID=1 ThisDN=60970 OtherDN=60972 CallState=OK",
                "EventOnHook ThisDN=60970"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 PartyID=2",
                "EventCallPartyDeleted ConnID=1 PartyID=1",
                "EventCallDeleted ConnID=1")));

    public static readonly ReferenceTable OutboundCallFromSca = ReferenceTable.Of(
        "Outbound Call from SCA", "shared-call-appearance-outbound-call-from-sca", "60972 60970 60970_2 monitoring",
        ReferenceRow.Of("Outbound Call", (1, 3), "offHook 60970",
            In("60972",
                "EventRinging OtherDN=60970",
                "EventEstablished OtherDN=60970"),
            In("60970",
                "EventPrivateInfo ServiceId=4026 ThisDN=60970 Extensions.AppearanceIndex=1",
                "EventOffHook ThisDN=60970 Extensions.AppearanceIndex=1",
                "EventDialing ConnID=1 ThisDN=60970 ThisDNRole=Origination OtherDN=60972 " +
                "OtherDNRole=Destination Extensions.AppearanceIndex=1",
                "EventEstablished ConnID=1 ThisDN=60970 ThisDNRole=Origination OtherDN=60972 " +
                "OtherDNRole=Destination Extensions.AppearanceIndex=1"),
            In("monitoring",
                "EventCallCreated ConnID=1",
                "EventCallPartyAdded ConnID=1 DN=60970 PartyID=1 State=Initiated",
                "EventCallPartyState ConnID=1 PartyID=1 State=Connected+Dialing",
                "EventCallPartyAdded ConnID=1 DN=60972 PartyID=3 State=Alerting",
                "EventCallPartyState ConnID=1 PartyID=3 DN=60972 State=Connected")));

    public static readonly ReferenceTable OutboundCallFromScaAbnormal = ReferenceTable.Of(
        "Outbound Call from SCA, Abnormal Call Flow", "shared-call-appearance-outbound-call-from-sca-abnormal-call-flow",
        "60970 60970_2 monitoring",
        ReferenceRow.Of("* 60970 hangs up", (3, 3), "hangUp 60970",
            In("60970",
                "EventReleased ConnID=1 ThisDN=60970 OtherDN=60972 CallState=OK",
                "EventOnHook ThisDN=60970")),
        ReferenceRow.Of("** 60970 hangs up", (8, 8), "hangUp 60970",
            In("60970", "EventReleased ConnID=1 ThisDN=60970 OtherDN=60972 CallState=OK"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 PartyID=1",
                "EventCallDeleted ConnID=1")) with
        { Call = "$3" });

    public static readonly ReferenceTable HoldRetrieve = ReferenceTable.Of(
        "Hold/Retrieve", "shared-call-appearance-hold-retrieve", "60970 60970_2 monitoring",
        ReferenceRow.Of("1", (3, 4), "THoldCall 60970",
            In("60970", "EventHeld ConnID=1 ThisDN=60970 OtherDN=60972"),
            In("60970_2", "EventOffHook ThisDN=60970_2 Extensions.AppearanceIndex=1"),
            In("monitoring", "EventCallPartyState ConnID=1 PartyID=60970partyID State=Held")),
        ReferenceRow.Of("2", (4, 4), "TRetrieveCall 60970_2",
            In("60970", "EventReleased ConnID=1 ThisDN=60970 OtherDN=60972 CallState=Transferred Cause=1stepTransfer"),
            In("60970_2", "EventRinging ConnID=1 ThisDN=60970_2 OtherDN=60972 CallState=Transferred Extensions.AppearanceIndex=1"),
            In("monitoring", "EventCallPartyDeleted ConnID=1 PartyID=60970partyID")),
        ReferenceRow.Of("3", (4, 4), "TRetrieveCall 60970_2",
            In("60970_2", "EventEstablished ConnID=1 ThisDN=60970_2 OtherDN=60972 CallState=OK Extensions.AppearanceIndex=1"),
            In("monitoring", "EventCallPartyAdded ConnID=1 PartyID=60970_2partyID State=Alerting")),
        ReferenceRow.Of("4", (4, 4), "TRetrieveCall 60970_2",
            In("monitoring", "EventCallPartyState ConnID=1 PartyID=60970_2partyID State=Connected")));

    public static readonly ReferenceTable HoldRetrieveAbnormal = ReferenceTable.Of(
        "Hold/Retrieve, Abnormal Call Flow", "shared-call-appearance-hold-retrieve-abnormal-call-flow", "60970 60970_2 monitoring",
        ReferenceRow.Of("* 60970 hangs up", (4, 4), "hangUp 60970",
            In("60970", "EventReleased ConnID=1 ThisDN=60970 OtherDN=60972 CallState=OK"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 PartyID=60970partyID",
                "EventCallPartyDeleted ConnID=1 PartyID=60972partyID",
                "EventCallDeleted ConnID=1")));

    public static readonly ReferenceTable BargeIn = ReferenceTable.Of(
        "Barge-in", "shared-call-appearance-barge-in", "60972 60970 60970_2 monitoring",
        ReferenceRow.Of("1", (3, 3), "TSingleStepConference 60970",
            In("60972",
                "EventPartyAdded ConnID=1 ThisDN=60972 OtherDN=60970 OtherDNRole=NewParty ThirdPartyDN=60970 " +
                "ThirdPartyDNRole=AddedBy CallState=Conferenced"),
            In("60970", "EventRinging ConnID=1 ThisDN=60970 CallState=OK ThisDNRole=ConferenceMember Extensions.AppearanceIndex=1"),
            In("60970_2",
                "EventPartyAdded ConnID=1 ThisDN=60970_2 OtherDN=60970 OtherDNRole=NewParty ThirdPartyDN=60970 " +
                "ThirdPartyDNRole=AddedBy CallState=Conferenced"),
            In("monitoring", "EventCallPartyAdded ConnID=1 PartyID=60970partyID State=Alerting")),
        ReferenceRow.Of("2", (3, 3), "TSingleStepConference 60970",
            In("60970",
                "EventOffHook ThisDN=60970 Extensions.AppearanceIndex=1",
                "EventEstablished ConnID=1 ThisDN=60970 CallState=Conferenced Extensions.AppearanceIndex=1"),
            In("monitoring", "EventCallPartyState ConnID=1 PartyID=60970partyID State=Connected")));

    public static IEnumerable<ReferenceTable> Tables =>
    [
        InboundCallAlerting, InboundCallAnswered, CallTerminationByANonSharedLinePhone, OutboundCallFromSca, OutboundCallFromScaAbnormal,
        HoldRetrieve, HoldRetrieveAbnormal, BargeIn,
    ];
}
