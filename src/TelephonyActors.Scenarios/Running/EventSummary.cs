using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>Which attributes of an event tell people what happened; the others tell which event it is among many.</summary>
public static class EventSummary
{
    private static readonly ImmutableArray<TAttribute<TEvent>> Telling =
    [
        EventAttributes.ConnID, EventAttributes.PreviousConnID, EventAttributes.CallType, EventAttributes.DN, EventAttributes.PartyID,
        EventAttributes.State, EventAttributes.ThisDNRole, EventAttributes.OtherDN, EventAttributes.OtherDNRole,
        EventAttributes.ThirdPartyDN, EventAttributes.ThirdPartyDNRole, EventAttributes.CallState, EventAttributes.Cause,
        EventAttributes.ANI, EventAttributes.DNIS, EventAttributes.ServiceId, EventAttributes.Extensions, EventAttributes.UserData,
        EventAttributes.Reasons, EventAttributes.ErrorCode, EventAttributes.ErrorMessage,
    ];

    /// <summary>The telling attributes that an event has, in the order in which the reference draws them.</summary>
    public static IEnumerable<TAttribute<TEvent>> Of(TEvent heard) =>
        Telling.Where(attribute => attribute.ValueOf(heard) is not null && Tells(attribute, heard));

    // The roles of two who talk to each other, and a call within the switch, are the ordinary case. What an event says of its call
    // as a whole, and of this DN's role in it, is news once.
    private static bool Tells(TAttribute<TEvent> attribute, TEvent heard)
    {
        if (attribute == EventAttributes.CallType) return heard.CallType != CallType.Internal && IsBeginning(heard);
        if (attribute == EventAttributes.ThisDNRole) return !IsOrdinary(heard.ThisDNRole) && IsBeginning(heard);
        if (attribute == EventAttributes.OtherDNRole) return !IsOrdinary(heard.OtherDNRole);
        if (attribute == EventAttributes.ANI || attribute == EventAttributes.DNIS) return IsBeginning(heard);
        if (attribute == EventAttributes.UserData) return IsBeginning(heard) || IsAboutData(heard);
        return true;
    }

    private static bool IsBeginning(TEvent heard) =>
        heard.Event is EventName.EventDialing or EventName.EventRinging or EventName.EventPartyChanged or EventName.EventCallCreated;

    private static bool IsAboutData(TEvent heard) =>
        heard.Event is EventName.EventAttachedDataChanged or EventName.EventCallDataChanged;

    private static bool IsOrdinary(DNRole? role) => role is DNRole.Origination or DNRole.Destination;
}
