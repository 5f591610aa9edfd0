namespace TelephonyActors.TLibrary;

/// <summary>
/// Every attribute that an event can have, with its kind (contract, chapter 1): what the reader of JSON accepts, what a scenario
/// can expect, and how to get at it. Which event carries which: call models, chapter 0.
/// </summary>
public static class EventAttributes
{
    public static TAttribute<TEvent> Event { get; } = new("Event", AttributeKind.WordOf<EventName>(), static e => e.Event);

    public static TAttribute<TEvent> EventSequenceNumber { get; } =
        new("EventSequenceNumber", AttributeKind.LongInteger, static e => e.EventSequenceNumber);

    public static TAttribute<TEvent> Time { get; } = new("Time", AttributeKind.Time, static e => e.Time);

    public static TAttribute<TEvent> ConnID { get; } = new("ConnID", AttributeKind.ConnID, static e => e.ConnID);

    public static TAttribute<TEvent> PreviousConnID { get; } = new("PreviousConnID", AttributeKind.ConnID, static e => e.PreviousConnID);

    public static TAttribute<TEvent> CallUUID { get; } = new("CallUUID", AttributeKind.CallUUID, static e => e.CallUUID);

    public static TAttribute<TEvent> CallID { get; } = new("CallID", AttributeKind.Integer, static e => e.CallID);

    public static TAttribute<TEvent> CallType { get; } = new("CallType", AttributeKind.WordOf<CallType>(), static e => e.CallType);

    public static TAttribute<TEvent> CallState { get; } = new("CallState", AttributeKind.WordOf<CallState>(), static e => e.CallState);

    public static TAttribute<TEvent> Cause { get; } = new("Cause", AttributeKind.WordOf<Cause>(), static e => e.Cause);

    public static TAttribute<TEvent> ThisDN { get; } = new("ThisDN", AttributeKind.Text, static e => e.ThisDN);

    public static TAttribute<TEvent> ThisDNRole { get; } = new("ThisDNRole", AttributeKind.WordOf<DNRole>(), static e => e.ThisDNRole);

    public static TAttribute<TEvent> OtherDN { get; } = new("OtherDN", AttributeKind.Text, static e => e.OtherDN);

    public static TAttribute<TEvent> OtherDNRole { get; } = new("OtherDNRole", AttributeKind.WordOf<DNRole>(), static e => e.OtherDNRole);

    public static TAttribute<TEvent> ThirdPartyDN { get; } = new("ThirdPartyDN", AttributeKind.Text, static e => e.ThirdPartyDN);

    public static TAttribute<TEvent> ThirdPartyDNRole { get; } =
        new("ThirdPartyDNRole", AttributeKind.WordOf<DNRole>(), static e => e.ThirdPartyDNRole);

    public static TAttribute<TEvent> DN { get; } = new("DN", AttributeKind.Text, static e => e.DN);

    public static TAttribute<TEvent> PartyID { get; } = new("PartyID", AttributeKind.Integer, static e => e.PartyID);

    public static TAttribute<TEvent> State { get; } = new("State", AttributeKind.WordOf<PartyState>(), static e => e.State);

    public static TAttribute<TEvent> ANI { get; } = new("ANI", AttributeKind.Text, static e => e.ANI);

    public static TAttribute<TEvent> DNIS { get; } = new("DNIS", AttributeKind.Text, static e => e.DNIS);

    public static TAttribute<TEvent> ServiceId { get; } = new("ServiceId", AttributeKind.Integer, static e => e.ServiceId);

    public static TAttribute<TEvent> Extensions { get; } = new("Extensions", AttributeKind.ExtensionPairs, static e => e.Extensions);

    public static TAttribute<TEvent> UserData { get; } = new("UserData", AttributeKind.Pairs, static e => e.UserData);

    public static TAttribute<TEvent> Reasons { get; } = new("Reasons", AttributeKind.Pairs, static e => e.Reasons);

    public static TAttribute<TEvent> ReferenceID { get; } = new("ReferenceID", AttributeKind.LongInteger, static e => e.ReferenceID);

    public static TAttribute<TEvent> ErrorCode { get; } = new("ErrorCode", AttributeKind.Integer, static e => e.ErrorCode);

    public static TAttribute<TEvent> ErrorMessage { get; } = new("ErrorMessage", AttributeKind.Text, static e => e.ErrorMessage);

    public static TAttribute<TEvent> Request { get; } = new("Request", AttributeKind.Text, static e => e.Request);

    /// <summary>All of them, in the order of the contract's example.</summary>
    public static AttributeSet<TEvent> Set { get; } = new(
        Event, EventSequenceNumber, Time, ConnID, PreviousConnID, CallUUID, CallID, CallType, CallState, Cause,
        ThisDN, ThisDNRole, OtherDN, OtherDNRole, ThirdPartyDN, ThirdPartyDNRole, DN, PartyID, State, ANI, DNIS,
        ServiceId, Extensions, UserData, Reasons, ReferenceID, ErrorCode, ErrorMessage, Request);
}
