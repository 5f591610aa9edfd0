using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>In which column an event stands (contract, chapter 3, The runner).</summary>
public static class StepColumns
{
    /// <summary>The column of the events that belong to no DN.</summary>
    public const string Monitoring = SwitchReader.Monitoring;

    /// <summary>Every column of a switch in order: the DNs, the members line by line, monitoring.</summary>
    public static ImmutableArray<string> Of(SwitchPlan plan) => [.. plan.Columns, Monitoring];

    /// <summary>Whether the event answers one client alone.</summary>
    public static bool IsPrivateAnswer(TEvent heard) => heard.Event is
        EventName.EventError or EventName.EventACK or EventName.EventRegistered or EventName.EventUnregistered
        or EventName.EventAddressInfo or EventName.EventPartyInfo;

    /// <summary>The column of an event that was heard in a step; null for the news of the link itself, which stand in none.</summary>
    public static string? Of(TEvent heard, StepAction action) => heard.Event switch
    {
        EventName.EventLinkConnected or EventName.EventLinkDisconnected => null,
        EventName.EventACK => Monitoring,
        _ when IsPrivateAnswer(heard) => (action as StepAction.Request)?.Written.ThisDN ?? heard.ThisDN ?? Monitoring,
        _ => heard.ThisDN ?? Monitoring,
    };
}
