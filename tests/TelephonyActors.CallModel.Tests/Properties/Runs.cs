using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>
/// Generators of random runs, narrowed on purpose so that things collide: few numbers, few calls, and mostly calls that the DN has; and
/// how a failing run is made shorter.
/// </summary>
internal static class Runs
{
    /// <summary>Two ordinary DNs, one with two lines, one shared line, an external.</summary>
    public static ImmutableArray<SwitchPlan> Switches { get; } =
    [
        Plan(members: 2, appearances: 1, ringTimeout: 0),
        Plan(members: 3, appearances: 2, ringTimeout: 20),
        Plan(members: 2, appearances: 2, ringTimeout: 20),
        Plan(members: 3, appearances: 1, ringTimeout: 0, new Habits(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), Rejects: false)),
        Plan(members: 2, appearances: 2, ringTimeout: 3, new Habits(null, null, Rejects: true)),
    ];

    private static readonly RequestName[] Common =
    [
        RequestName.TReleaseCall, RequestName.THoldCall, RequestName.TRetrieveCall,
        RequestName.TSingleStepConference, RequestName.TInitiateConference, RequestName.TCompleteConference, RequestName.TDeleteFromConference,
    ];

    private static readonly RequestName[] Transferring =
    [
        RequestName.TSingleStepTransfer, RequestName.TInitiateTransfer, RequestName.TCompleteTransfer, RequestName.TMuteTransfer,
        RequestName.TReconnectCall, RequestName.TAlternateCall, RequestName.TRedirectCall,
    ];

    private static readonly RequestName[] Rare =
    [
        RequestName.TRegisterAddress, RequestName.TUnregisterAddress, RequestName.TQueryAddress, RequestName.TQueryCall,
        RequestName.TStartCallMonitoring, RequestName.TStopCallMonitoring,
    ];

    private static readonly RequestName[] Features =
    [
        RequestName.TSetDNDOn, RequestName.TSetDNDOff, RequestName.TSetDNDOff, RequestName.TCallSetForward, RequestName.TCallCancelForward,
        RequestName.TAttachUserData, RequestName.TUpdateUserData, RequestName.TDeletePair,
    ];

    /// <summary>Requests and actions in any interleaving.</summary>
    public static Arbitrary<RandomRun> Interleaved { get; } = Of(moves: 80, (14, Asking(Plain)), (3, Touching), (8, Between), (5, Resting));

    /// <summary>The same, with entities that fail.</summary>
    public static Arbitrary<RandomRun> Failing { get; } = Of(moves: 60, (14, Asking(Plain)), (3, Touching), (8, Between), (5, Resting), (2, Breaking));

    /// <summary>One request or action at a time.</summary>
    public static Arbitrary<RandomRun> OneAtATime { get; } = Of(moves: 60, (14, Asking(Plain)), (3, Touching), (1, Waiting));

    /// <summary>With transfers, redirects, forwards and do-not-disturb (chapters 5 and 6).</summary>
    public static Arbitrary<RandomRun> Transferred { get; } = Of(moves: 80, (14, Asking(Everything)), (3, Touching), (8, Between), (5, Resting));

    /// <summary>The same, with entities that fail.</summary>
    public static Arbitrary<RandomRun> TransferredFailing { get; } =
        Of(moves: 60, (14, Asking(Everything)), (3, Touching), (8, Between), (5, Resting), (2, Breaking));

    /// <summary>The same, one request or action at a time.</summary>
    public static Arbitrary<RandomRun> TransferredOneAtATime { get; } = Of(moves: 60, (14, Asking(Everything)), (3, Touching), (1, Waiting));

    // Chapters 1 to 4, 7 and 8.
    private static Gen<RequestName> Plain => Gen.Frequency(
        (3, Gen.Constant(RequestName.TMakeCall)), (4, Gen.Constant(RequestName.TAnswerCall)), (18, Gen.Elements(Common)), (2, Gen.Elements(Rare)));

    private static Gen<RequestName> Everything => Gen.Frequency((22, Plain), (6, Gen.Elements(Transferring)), (3, Gen.Elements(Features)));

    private static Gen<WhichCall> Call => Gen.Frequency(
        (5, Gen.Choose(0, 1).Select(index => new WhichCall(Own: true, index))),
        (2, Gen.Choose(0, 3).Select(index => new WhichCall(Own: false, index))));

    private static Gen<int> Number => Gen.Choose(0, 6);

    private static Gen<Move> Asking(Gen<RequestName> requests) =>
        from client in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Constant(2)))
        from request in requests
        from fits in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from dn in Gen.Choose(0, 11)
        from call in Call
        from other in Gen.Choose(0, 11)
        from otherCall in Call
        select (Move)new Move.Ask(client, request, fits, dn, call, other, otherCall);

    private static Gen<Move> Touching =>
        from phone in Number
        from action in Gen.Elements(Enum.GetValues<PhoneAction>())
        from number in Number
        from call in Gen.Frequency((3, Gen.Constant<WhichCall?>(null)), (1, Call.Select(call => (WhichCall?)call)))
        select (Move)new Move.Touch(phone, action, number, call);

    private static Gen<Move> Between => Gen.Choose(1, 12).Select(count => (Move)new Move.Turns(count));

    private static Gen<Move> Waiting => Gen.Elements(1, 5, 10, 20, 30).Select(seconds => (Move)new Move.Wait(seconds));

    private static Gen<Move> Resting => Gen.Frequency(
        (8, Gen.Constant((Move)new Move.Rest())),
        (1, Waiting),
        (1, Gen.Elements(1, 5, 20, 30).Select(seconds => (Move)new Move.Pass(seconds))),
        (1, Gen.Constant((Move)new Move.Replace())));

    private static Gen<Move> Breaking =>
        from kind in Gen.Elements(Breakable.Call, Breakable.Call, Breakable.Dn, Breakable.Line)
        from index in Number
        select (Move)new Move.Break(kind, index);

    private static Arbitrary<RandomRun> Of(int moves, params (int, Gen<Move>)[] kinds)
    {
        var generator =
            from plan in Gen.Choose(0, Switches.Length - 1)
            from interleaving in Gen.Choose(0, int.MaxValue)
            from length in Gen.Choose(moves / 4, moves)
            from made in Gen.Frequency(kinds).ArrayOf(length)
            select new RandomRun(plan, (ulong)interleaving, made);
        return Arb.From(generator, Shorter);
    }

    // Parts of the moves are left out, halves before single ones; another interleaving of fewer moves may show the same fault.
    private static IEnumerable<RandomRun> Shorter(RandomRun run)
    {
        for (var size = run.Moves.Count / 2; size > 0; size /= 2)
        {
            for (var from = 0; from < run.Moves.Count; from += size)
            {
                var fewer = run.Moves.Where((_, at) => at < from || at >= from + size).ToArray();
                for (var other = 0UL; other < 4; other++) yield return run with { Moves = fewer, Interleaving = run.Interleaving + other };
            }
        }

        for (var at = 0; at < run.Moves.Count; at++)
        {
            if (run.Moves[at] is Move.Turns { Count: > 1 } turns)
                yield return run with { Moves = [.. run.Moves.Take(at), turns with { Count = turns.Count - 1 }, .. run.Moves.Skip(at + 1)] };
        }
    }

    private static SwitchPlan Plan(int members, int appearances, int ringTimeout, Habits? habits = null) => new(
        "random",
        [new DnPlan("A", 1, Habits.None), new DnPlan("B", 2, Habits.None), new DnPlan("C", 1, habits ?? Habits.None)],
        [new ExternalPlan("X", Habits.None)],
        [new SharedLinePlan("L", [.. new[] { "L", "L2", "L3" }.Take(members)], appearances)],
        TimeSpan.FromSeconds(ringTimeout));
}
