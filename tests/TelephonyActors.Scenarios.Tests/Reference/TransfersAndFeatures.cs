using static TelephonyActors.Scenarios.Tests.Reference.ReferenceEvent;

namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>
/// What chapters 5 and 6 of the call models demand, written as the reference writes its tables: one table for each request, one row for
/// each moment. ConnID 1 is the held call, $2 the consultation. ReferenceID stands where chapter 8 says what answers the request.
/// </summary>
internal static class TransfersAndFeatures
{
    public static readonly ReferenceTable SingleStepTransfer = ReferenceTable.Of(
        "Single-step transfer", "transfer-single-step", "A B C monitoring",
        ReferenceRow.Of("Transfer", (3, 3), "TSingleStepTransfer B",
            In("A",
                "EventPartyChanged ConnID=1 PreviousConnID=$1 ThisDN=A OtherDN=C ThirdPartyDN=B ThirdPartyDNRole=TransferredBy " +
                "CallState=Transferred"),
            In("B",
                "EventReleased ConnID=1 ThisDN=B CallState=Transferred Cause=1stepTransfer ThirdPartyDN=C " +
                "ThirdPartyDNRole=Destination ReferenceID=3"),
            In("C", "EventRinging ConnID=1 ThisDN=C OtherDN=A CallState=Transferred"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 DN=B PartyID=2",
                "EventCallPartyAdded ConnID=1 DN=C PartyID=3 State=Alerting")),
        ReferenceRow.Of("Answer", (4, 4), "TAnswerCall C",
            In("C", "EventEstablished ConnID=1 ThisDN=C ThisDNRole=Destination OtherDN=A CallState=OK"),
            In("monitoring", "EventCallPartyState ConnID=1 DN=C PartyID=3 State=Connected")));

    public static readonly ReferenceTable TwoStepTransfer = ReferenceTable.Of(
        "Two-step transfer", "transfer-two-step", "A B C monitoring",
        ReferenceRow.Of("Consultation", (3, 3), "TInitiateTransfer B",
            In("B",
                "EventHeld ConnID=1 ThisDN=B OtherDN=A",
                "EventDialing ConnID=$2 PreviousConnID=$1 CallType=Consult ThisDN=B OtherDN=C ReferenceID=3"),
            In("C", "EventRinging ConnID=$2 CallType=Consult ThisDN=C OtherDN=B"),
            In("monitoring",
                "EventCallPartyState ConnID=1 DN=B State=Held",
                "EventCallCreated ConnID=$2 CallType=Consult",
                "EventCallPartyAdded ConnID=$2 DN=B PartyID=1 State=Initiated",
                "EventCallPartyState ConnID=$2 PartyID=1 State=Connected+Dialing",
                "EventCallPartyAdded ConnID=$2 DN=C PartyID=2 State=Alerting")),
        ReferenceRow.Of("Answer", (4, 4), "TAnswerCall C",
            In("B", "EventEstablished ConnID=$2 CallType=Consult ThisDN=B OtherDN=C"),
            In("C", "EventEstablished ConnID=$2 CallType=Consult ThisDN=C OtherDN=B"),
            In("monitoring", "EventCallPartyState ConnID=$2 PartyID=2 State=Connected")),
        Completed(step: 5, party: "Connected"));

    public static readonly ReferenceTable TwoStepTransferBeforeTheAnswer = ReferenceTable.Of(
        "Two-step transfer completed before the answer", "transfer-two-step-before-the-answer", "A B C monitoring",
        Completed(step: 4, party: "Alerting"),
        ReferenceRow.Of("Answer", (5, 5), "TAnswerCall C",
            In("C", "EventEstablished ConnID=1 ThisDN=C OtherDN=A"),
            In("monitoring", "EventCallPartyState ConnID=1 DN=C PartyID=3 State=Connected")));

    public static readonly ReferenceTable MuteTransfer = ReferenceTable.Of(
        "Mute transfer", "transfer-mute", "A B C monitoring",
        ReferenceRow.Of("Transfer", (3, 3), "TMuteTransfer B",
            In("A",
                "EventPartyChanged ConnID=1 PreviousConnID=$1 ThisDN=A OtherDN=C ThirdPartyDN=B ThirdPartyDNRole=TransferredBy " +
                "CallState=Transferred"),
            In("B",
                "EventHeld ConnID=1 ThisDN=B OtherDN=A",
                "EventDialing ConnID=$2 PreviousConnID=$1 CallType=Consult ThisDN=B OtherDN=C",
                "EventReleased ConnID=$2 ThisDN=B CallState=Transferred Cause=Transfer",
                "EventReleased ConnID=1 ThisDN=B CallState=Transferred Cause=Transfer ReferenceID=3"),
            In("C",
                "EventRinging ConnID=$2 CallType=Consult ThisDN=C OtherDN=B",
                "EventPartyChanged ConnID=1 PreviousConnID=$2 ThisDN=C OtherDN=A ThirdPartyDN=B ThirdPartyDNRole=TransferredBy " +
                "CallState=Transferred"),
            In("monitoring",
                "EventCallPartyState ConnID=1 DN=B State=Held",
                "EventCallCreated ConnID=$2 CallType=Consult",
                "EventCallPartyAdded ConnID=$2 DN=B PartyID=1 State=Initiated",
                "EventCallPartyState ConnID=$2 DN=B State=Connected+Dialing",
                "EventCallPartyAdded ConnID=$2 DN=C PartyID=2 State=Alerting",
                "EventCallPartyDeleted ConnID=$2 DN=B",
                "EventCallPartyDeleted ConnID=1 DN=B",
                "EventCallPartyMoved ConnID=1 PreviousConnID=$2 DN=C PartyID=3 State=Alerting",
                "EventCallDeleted ConnID=$2")));

    public static readonly ReferenceTable Reconnect = ReferenceTable.Of(
        "Reconnect", "reconnect", "A B C monitoring",
        ReferenceRow.Of("Reconnect", (5, 5), "TReconnectCall B",
            In("B",
                "EventReleased ConnID=$2 ThisDN=B OtherDN=C CallState=OK",
                "EventRetrieved ConnID=1 ThisDN=B OtherDN=A CallState=OK ReferenceID=5"),
            In("C", "EventReleased ConnID=$2 ThisDN=C OtherDN=B CallState=OK"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=$2 DN=C",
                "EventCallPartyDeleted ConnID=$2 DN=B",
                "EventCallDeleted ConnID=$2",
                "EventCallPartyState ConnID=1 DN=B State=Connected")));

    public static readonly ReferenceTable Alternate = ReferenceTable.Of(
        "Alternate", "alternate", "A B C monitoring",
        ReferenceRow.Of("Alternate", (6, 6), "TAlternateCall B",
            In("B",
                "EventHeld ConnID=$2 ThisDN=B OtherDN=C CallState=OK",
                "EventRetrieved ConnID=1 ThisDN=B OtherDN=A CallState=OK ReferenceID=6"),
            In("monitoring",
                "EventCallPartyState ConnID=$2 DN=B State=Held",
                "EventCallPartyState ConnID=1 DN=B State=Connected")));

    public static readonly ReferenceTable Redirect = ReferenceTable.Of(
        "Redirect", "redirect", "A B C monitoring",
        ReferenceRow.Of("Redirect", (2, 2), "TRedirectCall B",
            In("B", "EventReleased ConnID=1 ThisDN=B CallState=Redirected ThirdPartyDN=C ReferenceID=2"),
            In("C", "EventRinging ConnID=1 ThisDN=C OtherDN=A CallState=Redirected"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 DN=B PartyID=2",
                "EventCallPartyAdded ConnID=1 DN=C PartyID=3 State=Alerting")),
        ReferenceRow.Of("Answer", (5, 5), "TAnswerCall C",
            In("A", "EventEstablished ConnID=1 ThisDN=A OtherDN=C"),
            In("C", "EventEstablished ConnID=1 ThisDN=C ThisDNRole=Destination OtherDN=A")));

    public static readonly ReferenceTable ForwardUnconditional = ReferenceTable.Of(
        "Unconditional forwarding", "forward-unconditional", "A B C monitoring",
        ReferenceRow.Of("Set", (2, 2), "TCallSetForward B",
            In("B", "EventForwardSet ThisDN=B OtherDN=C Extensions.Forward.Mode=Unconditional Extensions.Forward.DN=C ReferenceID=2")),
        ReferenceRow.Of("A call to B", (5, 5), "TMakeCall A",
            In("A", "EventDialing ConnID=$2 ThisDN=A OtherDN=B"),
            In("C", "EventRinging ConnID=$2 ThisDN=C OtherDN=A CallState=Forwarded"),
            In("monitoring",
                "EventCallPartyAdded ConnID=$2 DN=A PartyID=1 State=Initiated",
                "EventCallPartyAdded ConnID=$2 DN=C PartyID=2 State=Alerting")),
        ReferenceRow.Of("Cancel", (18, 18), "TCallCancelForward B",
            In("B", "EventForwardCancel ThisDN=B OtherDN=C ReferenceID=18")));

    public static readonly ReferenceTable ForwardOnBusy = ReferenceTable.Of(
        "Forwarding on busy", "forward-on-busy", "A B C D monitoring",
        ReferenceRow.Of("Set", (1, 1), "TCallSetForward B",
            In("B", "EventForwardSet ThisDN=B OtherDN=C Extensions.Forward.Mode=OnBusy Extensions.Forward.DN=C ReferenceID=1")),
        ReferenceRow.Of("A call to B, which talks", (4, 4), "TMakeCall D",
            In("C", "EventRinging ConnID=$2 ThisDN=C OtherDN=D CallState=Forwarded"),
            In("monitoring",
                "EventCallPartyAdded ConnID=$2 DN=D PartyID=1 State=Initiated",
                "EventCallPartyAdded ConnID=$2 DN=C PartyID=2 State=Alerting")));

    public static readonly ReferenceTable ForwardOnNoAnswer = ReferenceTable.Of(
        "Forwarding on no answer", "forward-on-no-answer", "A B C monitoring",
        ReferenceRow.Of("Set", (1, 1), "TCallSetForward B",
            In("B", "EventForwardSet ThisDN=B OtherDN=C Extensions.Forward.Mode=OnNoAnswer Extensions.Forward.DN=C ReferenceID=1")),
        ReferenceRow.Of("B does not answer", (4, 4), "wait 1ms",
            In("B", "EventReleased ConnID=1 ThisDN=B CallState=Forwarded ThirdPartyDN=C"),
            In("C", "EventRinging ConnID=1 ThisDN=C OtherDN=A CallState=Forwarded"),
            In("monitoring",
                "EventCallPartyDeleted ConnID=1 DN=B PartyID=2",
                "EventCallPartyAdded ConnID=1 DN=C PartyID=3 State=Alerting")));

    public static readonly ReferenceTable DoNotDisturb = ReferenceTable.Of(
        "Do-not-disturb", "do-not-disturb", "A B monitoring",
        ReferenceRow.Of("On", (3, 3), "TSetDNDOn B", In("B", "EventDNDOn ThisDN=B ReferenceID=3")),
        ReferenceRow.Of("A call to B", (7, 7), "TMakeCall A",
            In("A", "EventDestinationBusy ConnID=$2 ThisDN=A OtherDN=B CallState=Busy"),
            In("monitoring",
                "EventCallPartyState ConnID=$2 PartyID=1 State=Connected+Dialing",
                "EventCallPartyState ConnID=$2 PartyID=1 State=Busy")),
        ReferenceRow.Of("Off", (23, 23), "TSetDNDOff B", In("B", "EventDNDOff ThisDN=B ReferenceID=23")));

    public static readonly ReferenceTable UserData = ReferenceTable.Of(
        "User data", "user-data", "A B monitoring",
        Attached("Attach", 3, "TAttachUserData B", "B", "UserData.Customer=4711"),
        Attached("Update", 4, "TUpdateUserData A", "A", "UserData.Customer=4712 UserData.Language=de"),
        Attached("Delete a pair", 8, "TDeletePair B", "B", "UserData.Customer=4713"),
        Attached("Delete a missing pair", 9, "TDeletePair A", "A", "UserData.Customer=4713"));

    public static IEnumerable<ReferenceTable> Tables =>
    [
        SingleStepTransfer, TwoStepTransfer, TwoStepTransferBeforeTheAnswer, MuteTransfer, Reconnect, Alternate,
        Redirect, ForwardUnconditional, ForwardOnBusy, ForwardOnNoAnswer, DoNotDisturb, UserData,
    ];

    private static ReferenceRow Completed(int step, string party) => ReferenceRow.Of("Completion", (step, step), "TCompleteTransfer B",
        In("A",
            "EventPartyChanged ConnID=1 PreviousConnID=$1 ThisDN=A OtherDN=C ThirdPartyDN=B ThirdPartyDNRole=TransferredBy " +
            "CallState=Transferred"),
        In("B",
            "EventReleased ConnID=$2 ThisDN=B CallState=Transferred Cause=Transfer",
            $"EventReleased ConnID=1 ThisDN=B CallState=Transferred Cause=Transfer ReferenceID={step}"),
        In("C",
            "EventPartyChanged ConnID=1 PreviousConnID=$2 ThisDN=C OtherDN=A ThirdPartyDN=B ThirdPartyDNRole=TransferredBy " +
            "CallState=Transferred"),
        In("monitoring",
            "EventCallPartyDeleted ConnID=$2 DN=B PartyID=1",
            "EventCallPartyDeleted ConnID=1 DN=B PartyID=2",
            $"EventCallPartyMoved ConnID=1 PreviousConnID=$2 DN=C PartyID=3 State={party}",
            "EventCallDeleted ConnID=$2"));

    private static ReferenceRow Attached(string name, int step, string trigger, string requester, string userData) =>
        ReferenceRow.Of(name, (step, step), trigger,
            In("A", $"EventAttachedDataChanged ConnID=1 ThisDN=A {userData}" + (requester == "A" ? $" ReferenceID={step}" : "")),
            In("B", $"EventAttachedDataChanged ConnID=1 ThisDN=B {userData}" + (requester == "B" ? $" ReferenceID={step}" : "")),
            In("monitoring", $"EventCallDataChanged ConnID=1 {userData}"));
}
