using System.Collections.Immutable;
using TelephonyActors.Scenarios.Loading.Flows;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>The call flows of a load, by the names a user gives them.</summary>
public static class LoadFlows
{
    /// <summary>All flows, weighted by a profile.</summary>
    public const string Mix = "mix";

    private static readonly ImmutableArray<CallFlow> All =
    [
        new BasicFlow("basic", "a call is made, answered and released"),
        new AbandonFlow(),
        new BusyFlow(),
        new HoldRetrieveFlow(),
        new ConferenceFlow(),
        new SingleStepConferenceFlow(
            "single-step-conference", "a third DN is invited in one step, and leaves", SingleStepConferenceFlow.Departure.InvitedLeaves),
        new SingleStepConferenceFlow(
            "release-from-conference", "who invited leaves the conference", SingleStepConferenceFlow.Departure.InviterLeaves),
        new SingleStepConferenceFlow(
            "delete-from-conference", "the caller deletes a party from the conference", SingleStepConferenceFlow.Departure.CallerDeletesInviter),
        new TransferFlow(),
        new SingleStepTransferFlow(),
        new SharedLineFlow("shared-line-inbound", "a call to a shared line is answered by one of its members"),
        new SharedLineOutboundFlow(),
        new SharedLineHoldRetrieveFlow(),
        new SharedLineBargeInFlow(),
    ];

    /// <summary>The flows, without the mix.</summary>
    public static ImmutableArray<string> Alone { get; } = [.. All.Select(flow => flow.Name)];

    /// <summary>Whatever may stand behind <c>--flow</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Alone, Mix];

    /// <summary>Each flow and what happens in it, for people.</summary>
    public static IEnumerable<(string Name, string What)> Described => All.Select(flow => (flow.Name, flow.What));

    /// <summary>A mix where no profile says something else: each flow as often as any other.</summary>
    internal static ImmutableArray<WeightedFlow> EvenMix { get; } = [.. All.Select(flow => new WeightedFlow(flow.Name, 1))];

    internal static CallFlow Of(string name) => All.First(flow => flow.Name == name);
}
