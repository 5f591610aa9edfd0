using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests;

/// <summary>Every DN, shared line and live call is an actor of its own, found by its id; a call's actor lives as long as the call.</summary>
public sealed class EntityActorTests
{
    [Fact]
    public void A_switch_at_rest_has_an_actor_for_every_DN_and_every_line()
    {
        using var bench = new Bench(InternalPlan());
        Assert.Equal(
            [$"/user/dns/{Line}", $"/user/dns/{Second}", $"/user/dns/{A}", $"/user/dns/{B}", $"/user/dns/{C}", $"/user/lines/{Line}"],
            bench.EntityPaths());
    }

    [Fact]
    public void With_D_DNs_L_lines_and_C_live_calls_there_are_D_plus_L_plus_C_actors_and_the_C_are_gone_afterwards()
    {
        var plan = ManyPairs(pairs: 20);
        using var bench = new Bench(plan);
        var entities = plan.Columns.Count() + plan.SharedLines.Length;
        Assert.Equal(entities, bench.EntityPaths().Count);

        var calls = new List<ConnID>();
        for (var pair = 0; pair < 20; pair++) calls.Add(bench.Talk($"a{pair}", $"b{pair}"));
        calls.Add(bench.Talk("a20", "l1", answering: "l1_2"));
        calls.Add(bench.Dial("l2", "b20"));

        var paths = bench.EntityPaths();
        Assert.Equal(entities + calls.Count, paths.Count);
        Assert.Equal(paths.Count, paths.Distinct().Count());
        Assert.Equal(calls.Select(call => Entities.CallPath(call)).Order(StringComparer.Ordinal), bench.CallPaths());

        for (var pair = 0; pair <= 20; pair++) bench.Ask(RequestName.TReleaseCall, $"a{pair}", calls[pair]);
        bench.Ask(RequestName.TReleaseCall, "l2", calls[^1]);
        Assert.Equal(entities, bench.EntityPaths().Count);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void An_external_number_is_an_entity_beside_the_DNs()
    {
        using var bench = new Bench();
        Assert.Contains($"/user/dns/{External}", bench.EntityPaths());
    }

    [Fact]
    public void A_number_with_a_character_that_no_path_may_have_is_found_all_the_same()
    {
        var plan = new SwitchPlan("odd", [Dn("*21#"), Dn("+44.20-7_a"), Dn("%23")], [], [], TimeSpan.Zero);
        using var bench = new Bench(plan);
        Assert.Equal(3, bench.EntityPaths().Count);

        var call = bench.Talk("*21#", "+44.20-7_a");
        bench.Ask(RequestName.TReleaseCall, "*21#", call);
        bench.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("released while it rings")]
    [InlineData("busy")]
    [InlineData("no number of the switch")]
    [InlineData("rejected")]
    [InlineData("nobody answers in time")]
    [InlineData("joined into another")]
    [InlineData("a member's, held and retrieved from another phone")]
    public void However_a_call_ends_its_actor_and_its_timers_are_gone(string how)
    {
        using var bench = new Bench(Plan(ringTimeout: TimeSpan.FromSeconds(20)));
        switch (how)
        {
            case "released while it rings": bench.Ask(RequestName.TReleaseCall, A, bench.Dial(A, B)); break;
            case "busy": bench.Ask(RequestName.TReleaseCall, A, bench.Dial(A, A)); break;
            case "no number of the switch": bench.Ask(RequestName.TReleaseCall, A, bench.Dial(A, Nobody)); break;
            case "rejected": HangUpBoth(bench, bench.Dial(A, B), rejecting: B); break;
            case "nobody answers in time": HangUpAfterTimeout(bench, bench.Dial(A, B)); break;
            case "joined into another": JoinAndRelease(bench); break;
            default: HoldAndRetrieve(bench); break;
        }

        bench.AssertNothingIsLeft();
    }

    private static void HangUpBoth(Bench bench, ConnID call, string rejecting)
    {
        bench.Ask(RequestName.TReleaseCall, rejecting, call);
        Assert.Single(bench.CallPaths());
        bench.Ask(RequestName.TReleaseCall, A, call);
    }

    private static void HangUpAfterTimeout(Bench bench, ConnID call)
    {
        bench.Advance(TimeSpan.FromSeconds(20));
        Assert.Single(bench.CallPaths());
        Assert.Equal(0, bench.Simulation.PendingTimers);
        bench.Ask(RequestName.TReleaseCall, A, call);
    }

    private static void JoinAndRelease(Bench bench)
    {
        var held = bench.Talk(A, B);
        var consultation = bench.Ask(RequestName.TInitiateConference, B, held, other: C).ConnID!;
        bench.Ask(RequestName.TAnswerCall, C, consultation);
        Assert.Equal(2, bench.CallPaths().Count);
        Assert.Equal(EventName.EventRetrieved, bench.Ask(RequestName.TCompleteConference, B, held, otherCall: consultation).Event);

        Assert.Equal([Entities.CallPath(held)], bench.CallPaths());
        bench.Ask(RequestName.TReleaseCall, C, held);
        bench.Ask(RequestName.TReleaseCall, B, held);
    }

    private static void HoldAndRetrieve(Bench bench)
    {
        var call = bench.Talk(A, Line);
        bench.Ask(RequestName.THoldCall, Line, call);
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.Retrieve));
        bench.Ask(RequestName.TReleaseCall, Second, call);
    }

    private static SwitchPlan InternalPlan() =>
        new("internal", [Dn(A), Dn(B), Dn(C)], [], [new SharedLinePlan(Line, [Line, Second], 1)], TimeSpan.Zero);

    private static SwitchPlan ManyPairs(int pairs) => new(
        "pairs",
        [.. Enumerable.Range(0, pairs + 1).SelectMany(pair => new[] { Dn($"a{pair}"), Dn($"b{pair}") })],
        [],
        [new SharedLinePlan("l1", ["l1", "l1_2"], 1), new SharedLinePlan("l2", ["l2", "l2_2", "l2_3"], 2)],
        TimeSpan.FromSeconds(60));

    private static DnPlan Dn(string number) => new(number, 1, Habits.None);
}
