using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>The kinds of requests that runs are made of (<c>explore --flow</c>).</summary>
public static class ExploreFlows
{
    /// <summary>All requests and all actions.</summary>
    public const string Mix = "mix";

    private static readonly ImmutableArray<Weighted> Calling =
    [
        new(RequestName.TMakeCall, 10), new(RequestName.TAnswerCall, 18), new(RequestName.TReleaseCall, 6),
        new(PhoneAction.Dial, 3), new(PhoneAction.Answer, 5), new(PhoneAction.HangUp, 2), new(PhoneAction.OffHook, 1),
    ];

    private static readonly ImmutableArray<Weighted> Holding =
    [
        new(RequestName.THoldCall, 5), new(RequestName.TRetrieveCall, 5), new(PhoneAction.Hold, 1), new(PhoneAction.Retrieve, 1),
    ];

    private static readonly ImmutableArray<Weighted> Conferencing =
    [
        new(RequestName.TSingleStepConference, 5), new(RequestName.TInitiateConference, 4), new(RequestName.TCompleteConference, 4),
        new(RequestName.TDeleteFromConference, 3),
    ];

    private static readonly ImmutableArray<Weighted> Transferring =
    [
        new(RequestName.TSingleStepTransfer, 3), new(RequestName.TInitiateTransfer, 4), new(RequestName.TCompleteTransfer, 4),
        new(RequestName.TMuteTransfer, 2), new(RequestName.TReconnectCall, 2), new(RequestName.TAlternateCall, 2),
    ];

    private static readonly ImmutableArray<Weighted> Features =
    [
        new(RequestName.TRedirectCall, 3), new(RequestName.TCallSetForward, 2), new(RequestName.TCallCancelForward, 2),
        new(RequestName.TSetDNDOn, 1), new(RequestName.TSetDNDOff, 2), new(RequestName.TAttachUserData, 1),
        new(RequestName.TUpdateUserData, 1), new(RequestName.TDeletePair, 1),
    ];

    private static readonly ImmutableArray<Weighted> Listening =
    [
        new(RequestName.TRegisterAddress, 3), new(RequestName.TUnregisterAddress, 2), new(RequestName.TStartCallMonitoring, 1),
        new(RequestName.TStopCallMonitoring, 1), new(RequestName.TQueryAddress, 1), new(RequestName.TQueryCall, 1), new(Special.Replace, 1),
    ];

    private static readonly ImmutableArray<Weighted> Passing = [new(Special.Wait, 5)];

    private static readonly ImmutableArray<Weighted> Failing = [new(Special.Fail, 2)];

    private static readonly ImmutableArray<ExploreFlow> All =
    [
        new(Mix, [.. Calling, .. Holding, .. Conferencing, .. Transferring, .. Features, .. Listening, .. Passing, .. Failing,
            new(PhoneAction.BargeIn, 1), new(Special.Bad, 3)]),
        new("basic", [.. Calling, .. Passing]),
        new("hold", [.. Calling, .. Holding, .. Passing]),
        new("conference", [.. Calling, .. Holding, .. Conferencing, .. Passing]),
        new("transfer", [.. Calling, .. Holding, .. Transferring, .. Passing]),
        new("shared-line", [.. Calling, .. Holding, .. Passing, new(RequestName.TSingleStepConference, 4), new(PhoneAction.BargeIn, 3),
            new(PhoneAction.OffHook, 3)]) { OnTheLine = true },
        new("features", [.. Calling, .. Holding, .. Features, .. Passing]),
        new("clients", [.. Calling, .. Listening, .. Listening, .. Passing]),
        new("failures", [.. Calling, .. Holding, .. Conferencing, .. Transferring, .. Passing, .. Failing, .. Failing]),
        new("errors", [.. Calling, .. Listening, new(Special.Bad, 20)]),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(flow => flow.Name)];

    internal static ExploreFlow Of(string name) => All.First(flow => flow.Name == name);
}

/// <summary>What a run can have besides good requests and actions at phones.</summary>
internal enum Special
{
    Wait,
    Fail,
    Replace,

    /// <summary>A request that is none.</summary>
    Bad,
}

/// <summary>A kind of move and how often it comes among others.</summary>
internal readonly record struct Weighted
{
    public Weighted(RequestName request, int weight) => (Request, Weight) = (request, weight);

    public Weighted(PhoneAction action, int weight) => (Action, Weight) = (action, weight);

    public Weighted(Special special, int weight) => (Special, Weight) = (special, weight);

    public RequestName? Request { get; }

    public PhoneAction? Action { get; }

    public Special? Special { get; }

    public int Weight { get; }
}

/// <summary>A kind of runs.</summary>
internal sealed record ExploreFlow(string Name, ImmutableArray<Weighted> Kinds)
{
    private readonly int _weights = Kinds.Sum(kind => kind.Weight);

    /// <summary>Everybody calls the shared line, or from it.</summary>
    public bool OnTheLine { get; init; }

    /// <summary>A kind, by a number from 0 up to the sum of all weights.</summary>
    public Weighted Pick(Func<int, int> below)
    {
        var at = below(_weights);
        foreach (var kind in Kinds)
        {
            at -= kind.Weight;
            if (at < 0) return kind;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }
}
