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
        ["dialing an external number"] = new(Nothing, bench => bench.Client.Send(RequestName.TMakeCall, A, other: External), [$"dns/{A}", $"dns/{External}", First]),
        ["seizing and dialing"] = new(Nothing, bench => bench.Client.Send(RequestName.TMakeCall, Line, other: A), [$"dns/{Line}", $"dns/{A}", $"lines/{Line}", First]),
        ["seizing by phone, then dialing"] = new(Nothing, SeizeAndDial, [$"dns/{Line}", $"dns/{A}", $"lines/{Line}", First]),
        ["answering"] = new(bench => bench.Dial(A, B), bench => Call(bench, RequestName.TAnswerCall, B, 1), [$"dns/{A}", $"dns/{B}", First]),
        ["two members answering"] = new(bench => bench.Dial(A, Line), AnswerTwice, [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["releasing from both sides"] = new(bench => bench.Talk(A, B), ReleaseTwice, [$"dns/{A}", $"dns/{B}", First]),
        ["abandoning a ringing line"] = new(bench => bench.Dial(A, Line), bench => Call(bench, RequestName.TReleaseCall, A, 1),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["holding"] = new(bench => bench.Talk(A, Line), bench => Call(bench, RequestName.THoldCall, Line, 1), [$"dns/{Line}", $"lines/{Line}", First]),
        ["retrieving from another phone"] = new(Hold, bench => bench.Switch.Act(new PhoneAct(Second, PhoneAction.Retrieve, null, null), Ignore),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["barging in"] = new(bench => bench.Talk(A, Line), bench => bench.Switch.Act(new PhoneAct(Second, PhoneAction.BargeIn, null, null), Ignore),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["inviting a DN"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TSingleStepConference, A, 1, other: C), [$"dns/{A}", $"dns/{B}", $"dns/{C}", First]),
        ["inviting a line"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TSingleStepConference, A, 1, other: Line),
            [$"dns/{A}", $"dns/{Line}", $"dns/{Second}", $"lines/{Line}", First]),
        ["consulting"] = new(bench => bench.Talk(A, B), bench => Call(bench, RequestName.TInitiateConference, B, 1, other: C),
            [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
        ["joining"] = new(Consult, Complete, [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
        ["joining while a third is invited"] = new(ConsultAndInvite, Complete, [$"dns/{B}", $"dns/{C}", $"dns/{Line}", $"lines/{Line}", First, Consultation]),
        ["joining while the others release"] = new(Consult, CompleteAndRelease, [$"dns/{A}", $"dns/{B}", $"dns/{C}", First, Consultation]),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The ConnID of the first, second, ... call of a switch.</summary>
    public static ConnID Number(int call) => new(SimulatedSwitch.FirstConnID + (ulong)call - 1);

    private static void Nothing(Bench bench)
    {
    }

    private static void Ignore(PhoneOutcome outcome)
    {
    }

    private static void Call(Bench bench, RequestName name, string dn, int call, string? other = null) => bench.Client.Send(name, dn, Number(call), other);

    private static void SeizeAndDial(Bench bench)
    {
        bench.Switch.Act(new PhoneAct(Line, PhoneAction.OffHook, null, null), Ignore);
        bench.Switch.Act(new PhoneAct(Line, PhoneAction.Dial, A, null), Ignore);
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

    private static void Complete(Bench bench) => bench.Client.Send(RequestName.TCompleteConference, B, Number(1), otherCall: Number(2));

    private static void CompleteAndRelease(Bench bench)
    {
        Complete(bench);
        Call(bench, RequestName.TReleaseCall, C, 2);
        Call(bench, RequestName.TReleaseCall, A, 1);
    }
}
