using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Running;

/// <summary>Events as a switch would report them.</summary>
internal static class Heard
{
    public static readonly ConnID First = new(0x0070028e1a3c4001);
    public static readonly ConnID Second = new(0x0070028e1a3c4002);

    public static TEvent At(string dn, EventName name, ConnID? call = null) => new() { Event = name, ThisDN = dn, ConnID = call };

    /// <summary>An event of a call, in which the DN and another one play their roles.</summary>
    public static TEvent Call(string dn, EventName name, string? other, CallState state = CallState.OK, DNRole role = DNRole.Origination) =>
        At(dn, name, First) with
        {
            OtherDN = other,
            CallState = state,
            CallType = CallType.Internal,
            ThisDNRole = role,
            OtherDNRole = other is null ? null : role == DNRole.Origination ? DNRole.Destination : DNRole.Origination,
        };

    public static TEvent Monitored(EventName name, ConnID? call = null) => new() { Event = name, ConnID = call ?? First, CallType = CallType.Internal };

    public static TEvent Party(EventName name, int id, string dn, PartyState? state = null) =>
        Monitored(name) with { PartyID = id, DN = dn, State = state };

    /// <summary>What the contract's scenario causes, answered, hung up and waited after.</summary>
    public static ScriptedSwitch Inbound()
    {
        var appearance = KVList.Of(("AppearanceIndex", 1L));
        return new ScriptedSwitch()
            .On(
                "TMakeCall",
                At("60972", EventName.EventOffHook),
                Monitored(EventName.EventCallCreated),
                Party(EventName.EventCallPartyAdded, 1, "60972", PartyState.Initiated),
                Call("60972", EventName.EventDialing, "60970") with { ReferenceID = 1 },
                Party(EventName.EventCallPartyState, 1, "60972", PartyState.ConnectedDialing),
                Call("60970", EventName.EventRinging, "60972", CallState.Covered, DNRole.Destination) with { Extensions = appearance },
                Call("60970_2", EventName.EventRinging, "60972", CallState.Covered, DNRole.Destination) with { Extensions = appearance },
                Party(EventName.EventCallPartyAdded, 2, "60970", PartyState.Alerting),
                Party(EventName.EventCallPartyAdded, 3, "60970_2", PartyState.Alerting))
            .On(
                "TAnswerCall",
                Call("60970_2", EventName.EventEstablished, "60972", role: DNRole.Destination) with { Extensions = appearance, ReferenceID = 2 },
                Call("60970", EventName.EventReleased, "60972", CallState.Redirected, DNRole.Destination),
                Party(EventName.EventCallPartyDeleted, 2, "60970"),
                Party(EventName.EventCallPartyState, 3, "60970_2", PartyState.Connected),
                Call("60972", EventName.EventEstablished, "60970_2"))
            .On(
                "hangUp",
                Call("60972", EventName.EventReleased, "60970_2"),
                Call("60970_2", EventName.EventReleased, "60972", role: DNRole.Destination),
                At("60970_2", EventName.EventOnHook),
                Party(EventName.EventCallPartyDeleted, 3, "60970_2"),
                Party(EventName.EventCallPartyDeleted, 1, "60972"),
                Monitored(EventName.EventCallDeleted));
    }
}
