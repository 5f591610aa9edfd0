using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>Which sort of event is which (call models, chapters 0 and 8).</summary>
internal static class EventKinds
{
    /// <summary>Answers to one client alone, and the link's own events: they bear no EventSequenceNumber and tell nothing of a call.</summary>
    public static bool IsPrivate(this EventName name) => name is EventName.EventLinkConnected or EventName.EventLinkDisconnected
        or EventName.EventRegistered or EventName.EventUnregistered or EventName.EventACK or EventName.EventError
        or EventName.EventAddressInfo or EventName.EventPartyInfo;

    public static bool IsMonitoring(this EventName name) => name is EventName.EventCallCreated or EventName.EventCallPartyAdded
        or EventName.EventCallPartyState or EventName.EventCallPartyMoved or EventName.EventCallPartyDeleted
        or EventName.EventCallDataChanged or EventName.EventCallDeleted;

    /// <summary>Answers that are always sent to whoever asked, never caused by a phone.</summary>
    public static bool IsAnswerOnly(this EventName name) =>
        name.IsPrivate() && name is not (EventName.EventLinkConnected or EventName.EventLinkDisconnected);

    /// <summary>Whether some request can be answered by the event (call models 8).</summary>
    public static bool CanAnswer(this EventName name) => name.IsAnswerOnly() || name is EventName.EventDialing or EventName.EventEstablished
        or EventName.EventReleased or EventName.EventHeld or EventName.EventRetrieved or EventName.EventPartyAdded
        or EventName.EventRinging or EventName.EventPartyDeleted or EventName.EventAttachedDataChanged
        or EventName.EventForwardSet or EventName.EventForwardCancel or EventName.EventDNDOn or EventName.EventDNDOff;

    /// <summary>Whether only a request can have caused the event, never a phone, a timer or another number (call models 3 to 6).</summary>
    public static bool NeedsRequest(this TEvent heard) => heard.Event switch
    {
        EventName.EventDNDOn or EventName.EventDNDOff or EventName.EventForwardSet or EventName.EventForwardCancel
            or EventName.EventAttachedDataChanged or EventName.EventCallDataChanged => true,
        EventName.EventDialing => heard.CallType == CallType.Consult,
        EventName.EventReleased => heard.CallState == CallState.Conferenced || heard.Cause == Cause.Transfer,
        EventName.EventRinging => heard.CallState == CallState.Redirected,
        EventName.EventPartyAdded => heard.ThirdPartyDN is { } by && by != heard.OtherDN,
        _ => false,
    };
}
