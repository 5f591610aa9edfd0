using TelephonyActors.CallModel;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>The words of the journal. A word's place is its number there: new ones are added at the end, none is taken away.</summary>
internal static class Vocabulary
{
    public static Codec<EventName> EventName { get; } = Known<EventName>(
        "EventLinkConnected", "EventLinkDisconnected", "EventRegistered", "EventUnregistered", "EventACK", "EventError", "EventAddressInfo",
        "EventPartyInfo", "EventOffHook", "EventOnHook", "EventPrivateInfo", "EventDNDOn", "EventDNDOff", "EventForwardSet",
        "EventForwardCancel", "EventDialing", "EventNetworkReached", "EventDestinationBusy", "EventRinging", "EventEstablished", "EventHeld",
        "EventRetrieved", "EventReleased", "EventAbandoned", "EventPartyAdded", "EventPartyChanged", "EventPartyDeleted",
        "EventAttachedDataChanged", "EventCallCreated", "EventCallPartyAdded", "EventCallPartyState", "EventCallPartyMoved",
        "EventCallPartyDeleted", "EventCallDataChanged", "EventCallDeleted");

    public static Codec<CallType> CallType { get; } = Known<CallType>("Internal", "Inbound", "Outbound", "Consult");

    public static Codec<CallState> CallState { get; } = Known<CallState>(
        "OK", "Transferred", "Conferenced", "GeneralError", "Busy", "NoAnswer", "SitInvalidNum", "Covered", "Redirected", "Forwarded");

    public static Codec<Cause> Cause { get; } = Known<Cause>("1stepTransfer", "Transfer");

    public static Codec<DNRole> Role { get; } = Known<DNRole>(
        "Origination", "Destination", "ConferenceMember", "NewParty", "AddedBy", "DeletedParty", "DeletedBy", "TransferredBy", "ConferencedBy");

    public static Codec<PartyState> PartyState { get; } = Known<PartyState>(
        "Initiated", "Connected+Dialing", "Alerting", "Connected", "Held", "Queued", "Busy", "Failed");

    public static Codec<ForwardMode> ForwardMode { get; } = Known<ForwardMode>("Unconditional", "OnBusy", "OnNoAnswer");

    public static Codec<RingKind> RingKind { get; } = Codecs.Word(
        (CallModel.Calls.RingKind.Dialed, "Dialed"), (CallModel.Calls.RingKind.Invited, "Invited"), (CallModel.Calls.RingKind.Transferred, "Transferred"));

    public static Codec<RingWay> RingWay { get; } = Codecs.Word(
        (CallModel.Calls.RingWay.Direct, "Direct"), (CallModel.Calls.RingWay.Redirected, "Redirected"), (CallModel.Calls.RingWay.Forwarded, "Forwarded"));

    public static Codec<JoinKind> JoinKind { get; } = Codecs.Word(
        (CallModel.Calls.JoinKind.Conference, "Conference"),
        (CallModel.Calls.JoinKind.Transfer, "Transfer"),
        (CallModel.Calls.JoinKind.Reconnect, "Reconnect"),
        (CallModel.Calls.JoinKind.Alternate, "Alternate"));

    public static Codec<PhoneAction> PhoneAction { get; } = Codecs.Word(
        (CallModel.Phones.PhoneAction.OffHook, "offHook"),
        (CallModel.Phones.PhoneAction.Dial, "dial"),
        (CallModel.Phones.PhoneAction.Answer, "answer"),
        (CallModel.Phones.PhoneAction.HangUp, "hangUp"),
        (CallModel.Phones.PhoneAction.Hold, "hold"),
        (CallModel.Phones.PhoneAction.Retrieve, "retrieve"),
        (CallModel.Phones.PhoneAction.BargeIn, "bargeIn"));

    /// <summary>A code of EventError with its sentence.</summary>
    public static Codec<Refusal> Refusal { get; } = Refused(new());

    // T-Library's own words are what they are on the link.
    private static Codec<T> Known<T>(params string[] words)
        where T : struct, Enum => Codecs.Word(
            [.. words.Select(word => (Words.TryParse<T>(word, out var value) ? value : throw new InvalidOperationException($"{word} is no {typeof(T).Name}."), word))]);

    private static Codec<Refusal> Refused(RecordOf<Refusal> f) => f.Is(
        f.Int("Code", x => (int)x.Code), f.Text("Message", x => x.Message),
        (code, message) => new((ErrorCode)code, message));
}
