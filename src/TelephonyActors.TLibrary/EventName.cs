namespace TelephonyActors.TLibrary;

/// <summary>The events of T-Library that the emulator sends, by their T-Library names (call models, chapters 1 to 8).</summary>
public enum EventName
{
    // The link and answers to one client alone.
    EventLinkConnected,
    EventLinkDisconnected,
    EventRegistered,
    EventUnregistered,
    EventACK,
    EventError,
    EventAddressInfo,
    EventPartyInfo,

    // A DN and its phone.
    EventOffHook,
    EventOnHook,
    EventPrivateInfo,
    EventDNDOn,
    EventDNDOff,
    EventForwardSet,
    EventForwardCancel,

    // A call, as a DN sees it.
    EventDialing,
    EventNetworkReached,
    EventDestinationBusy,
    EventRinging,
    EventEstablished,
    EventHeld,
    EventRetrieved,
    EventReleased,
    EventAbandoned,
    EventPartyAdded,
    EventPartyChanged,
    EventPartyDeleted,
    EventAttachedDataChanged,

    // A call, as call monitoring sees it.
    EventCallCreated,
    EventCallPartyAdded,
    EventCallPartyState,
    EventCallPartyMoved,
    EventCallPartyDeleted,
    EventCallDataChanged,
    EventCallDeleted,
}
