using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Failures;

/// <summary>
/// An entity fails after every single step of what the actors do at a moment, in several interleavings. Whatever happens, the
/// invariants hold (the bench checks them, one answer per request among them), an untouched call goes on, nothing is left when
/// everybody has hung up, and the same DNs make a correct call.
/// </summary>
public sealed class FailureAtEveryStepTests
{
    public static TheoryData<string, string> MomentsAndEntities()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, moment) in Moment.All)
            foreach (var entity in moment.Entities) data.Add(name, entity);
        return data;
    }

    [Theory]
    [MemberData(nameof(MomentsAndEntities))]
    public void Nothing_but_its_own_calls_ends_when_an_entity_fails(string moment, string entity)
    {
        foreach (var seed in new ulong?[] { null, 1 })
        {
            var steps = 0;
            while (FailAfter(steps, Moment.All[moment], entity, seed)) steps++;
            Assert.True(steps > 3, $"only {steps} steps");
        }
    }

    // False when the switch had come to rest before that many steps.
    private static bool FailAfter(int steps, Moment moment, string entity, ulong? seed)
    {
        using var bench = new Bench(Plan(TimeSpan.FromSeconds(20), lines: 2), seed is { } chosen ? Choice.Seeded(chosen) : Choice.InTurn());
        moment.Prepare(bench);
        moment.Ask(bench);
        var taken = 0;
        while (taken < steps && bench.Simulation.Step()) taken++;

        bench.Fail(PathOf(entity));
        bench.Settle();
        if (taken == steps && entity.StartsWith("dns/", StringComparison.Ordinal) && !bench.Plan.IsExternal(entity[4..]))
            Assert.NotEqual(41, bench.Ask(RequestName.TQueryAddress, entity[4..]).ErrorCode);
        Clear(bench);
        bench.AssertNothingIsLeft();
        TalkEverywhere(bench);
        AssertRolesAreKept(bench.Client.Heard);
        return taken == steps;
    }

    private static string PathOf(string entity) =>
        entity.StartsWith("calls/", StringComparison.Ordinal) ? Bench.PathOf(Moment.Number(entity[^1] - '0')) : entity;

    private static void Clear(Bench bench)
    {
        foreach (var dn in bench.Plan.Columns)
        {
            foreach (var call in CallsOf(bench, dn)) bench.Ask(RequestName.TReleaseCall, dn, call);
            bench.Act(dn, PhoneAction.HangUp);
        }
    }

    private static ImmutableArray<ConnID> CallsOf(Bench bench, string dn)
    {
        var calls = (ImmutableArray<object>)bench.Ask(RequestName.TQueryAddress, dn).Extensions!["Calls"]!;
        return [.. calls.Select(call => ConnID.TryParse((string)((KVList)call)["ConnID"]!, out var connID) ? connID : throw new FormatException())];
    }

    // Call models 0: ThisDNRole is the role with which the party joined, kept until it leaves.
    private static void AssertRolesAreKept(IReadOnlyList<TEvent> heard)
    {
        var roles = new Dictionary<(string, ConnID), DNRole?>();
        foreach (var happened in heard.Where(happened => happened is { ThisDN: not null, ThisDNRole: not null, ConnID: not null }))
        {
            var stay = (happened.ThisDN!, happened.ConnID!);
            if (happened.Event is EventName.EventReleased or EventName.EventAbandoned)
                Assert.Equal(roles.GetValueOrDefault(stay), happened.ThisDNRole);
            roles[stay] = happened.ThisDNRole;
        }
    }

    // Every DN calls and is called; the line from both its members.
    private static void TalkEverywhere(Bench bench)
    {
        foreach (var (from, to) in new[] { (A, B), (B, C), (C, A), (Line, A), (Second, B) })
            bench.Ask(RequestName.TReleaseCall, from, bench.Talk(from, to));
        bench.Ask(RequestName.TReleaseCall, A, bench.Talk(A, Line, answering: Second));
        bench.AssertNothingIsLeft();
    }
}
