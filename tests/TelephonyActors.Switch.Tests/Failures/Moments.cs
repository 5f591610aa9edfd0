using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Failures;

/// <summary>
/// A moment at which an entity may fail: a switch that has been brought to it, what is then asked of it, and the entities that
/// take part.
/// </summary>
/// <param name="Prepare">Brings a switch at rest to the moment.</param>
/// <param name="Ask">Sends requests and acts at phones; the switch has not done them yet.</param>
/// <param name="Entities">The paths of the actors that take part, those of the calls by their number from 1.</param>
internal sealed record Moment(Action<Bench> Prepare, Action<Bench> Ask, ImmutableArray<string> Entities)
{
    private const string First = "calls/1";
    private const string Consultation = "calls/2";

    public static ImmutableSortedDictionary<string, Moment> All { get; } = new Dictionary<string, Moment>
    {
        ["dialing a DN"] = new(Nothing, bench => bench.Client.Send(RequestName.TMakeCall, A, other: B), [$"dns/{A}", $"dns/{B}", First]),
        ["dialing a line"] = new(Nothing, bench => bench.Client.Send(RequestName.TMakeCall, A, other: Line),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["dialing an external number"] = new(Nothing, bench => bench.Client.Send(RequestName.TMakeCall, A, other: External),
            [$"dns/{A}", $"dns/{External}", First]),
        ["seizing and dialing"] = new(Nothing, bench => bench.Client.Send(RequestName.TMakeCall, Line, other: A),
            [$"dns/{Line}", $"dns/{A}", $"lines/{Line}", First]),
        ["seizing by phone, then dialing"] = new(Nothing, SeizeAndDial, [$"dns/{Line}", $"dns/{A}", $"lines/{Line}", First]),
        ["answering"] = new(bench => bench.Dial(A, B), bench => Call(bench, RequestName.TAnswerCall, B, 1),
            [$"dns/{A}", $"dns/{B}", First]),
        ["two members answering"] = new(bench => bench.Dial(A, Line), AnswerTwice,
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["releasing from both sides"] = new(bench => bench.Talk(A, B), ReleaseTwice, [$"dns/{A}", $"dns/{B}", First]),
        ["abandoning a ringing line"] = new(bench => bench.Dial(A, Line), bench => Call(bench, RequestName.TReleaseCall, A, 1),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["holding"] = new(bench => bench.Talk(A, Line), bench => Call(bench, RequestName.THoldCall, Line, 1),
            [$"dns/{Line}", $"lines/{Line}", First]),
        ["retrieving from another phone"] = new(Hold, bench => Act(bench, Second, PhoneAction.Retrieve),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["barging in"] = new(bench => bench.Talk(A, Line), bench => Act(bench, Second, PhoneAction.BargeIn),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["inviting a DN"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TSingleStepConference, A, 1, other: C),
            [$"dns/{A}", $"dns/{B}", $"dns/{C}", First]),
        ["inviting a line"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TSingleStepConference, A, 1, other: Line),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["consulting"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TInitiateConference, B, 1, other: C),
            [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
        ["joining"] = new(Consult, bench => OfBoth(bench, RequestName.TCompleteConference),
            [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
        ["joining while a third is invited"] = new(ConsultAndInvite, bench => OfBoth(bench, RequestName.TCompleteConference),
            [$"dns/{B}", $"dns/{C}", $"dns/{Line}", $"lines/{Line}", First, Consultation]),
        ["joining while the others release"] = new(Consult, CompleteAndRelease, [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
        ["transferring in one step"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TSingleStepTransfer, B, 1, other: C),
            [$"dns/{A}", $"dns/{B}", $"dns/{C}", First]),
        ["transferring to a line, muted"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TMuteTransfer, B, 1, other: Line),
            [$"dns/{A}", $"dns/{B}", $"dns/{Line}", $"lines/{Line}", First, Consultation]),
        ["completing a transfer"] = new(Consult, bench => OfBoth(bench, RequestName.TCompleteTransfer),
            [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
        ["alternating"] = new(Consult, bench => OfBoth(bench, RequestName.TAlternateCall), [$"dns/{B}", First, Consultation]),
        ["reconnecting"] = new(Consult, bench => OfBoth(bench, RequestName.TReconnectCall), [$"dns/{B}", $"dns/{C}", First, Consultation]),
        ["redirecting"] = new(bench => bench.Dial(A, B), bench => Call(bench, RequestName.TRedirectCall, B, 1, other: Line),
            [$"dns/{A}", $"dns/{B}", $"dns/{Line}", $"lines/{Line}", First]),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The ConnID of the first, second, ... call of a switch.</summary>
    public static ConnID Number(int call) => new(SimulatedSwitch.FirstConnID + (ulong)call - 1);

    private static void Nothing(Bench bench)
    {
    }

    private static void Act(Bench bench, string number, PhoneAction action, string? destination = null) =>
        bench.Switch.Act(new PhoneAct(number, action, destination, null), static _ => { });

    private static void Call(Bench bench, RequestName name, string dn, int call, string? other = null) =>
        bench.Client.Send(name, dn, Number(call), other);

    private static void SeizeAndDial(Bench bench)
    {
        Act(bench, Line, PhoneAction.OffHook);
        Act(bench, Line, PhoneAction.Dial, A);
    }

    private static void AnswerTwice(Bench bench)
    {
        Call(bench, RequestName.TAnswerCall, Line, 1);
        Call(bench, RequestName.TAnswerCall, Second, 1);
    }

    private static void ReleaseTwice(Bench bench)
    {
        Call(bench, RequestName.TReleaseCall, A, 1);
        Call(bench, RequestName.TReleaseCall, B, 1);
    }

    private static void Hold(Bench bench) => bench.Ask(RequestName.THoldCall, Line, bench.Talk(A, Line));

    private static void Consult(Bench bench)
    {
        bench.Ask(RequestName.TInitiateConference, B, bench.Talk(A, B), other: C);
        bench.Ask(RequestName.TAnswerCall, C, Number(2));
    }

    private static void ConsultAndInvite(Bench bench)
    {
        Consult(bench);
        bench.Ask(RequestName.TSingleStepConference, C, Number(2), other: Line);
    }

    // B asks about its held call, the first, and its current one, the consultation.
    private static void OfBoth(Bench bench, RequestName name) => bench.Client.Send(name, B, Number(1), otherCall: Number(2));

    private static void CompleteAndRelease(Bench bench)
    {
        OfBoth(bench, RequestName.TCompleteConference);
        Call(bench, RequestName.TReleaseCall, C, 2);
        Call(bench, RequestName.TReleaseCall, A, 1);
    }
}
