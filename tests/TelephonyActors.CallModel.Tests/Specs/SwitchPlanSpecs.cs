using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>The numbers of a switch (call models, chapter 0), and the lists that most of its DNs share or do without.</summary>
public sealed class SwitchPlanSpecs
{
    private static readonly SwitchPlan Plan = new(
        "places",
        [new DnPlan("101", 1, Habits.None), new DnPlan("102", 2, Habits.None)],
        [new ExternalPlan("900", new Habits(TimeSpan.FromSeconds(1), null, false))],
        [new SharedLinePlan("200", ["200", "200_2"], 1), new SharedLinePlan("300", ["300"], 2)],
        TimeSpan.Zero);

    [Fact]
    public void Every_number_has_a_place_in_the_order_of_the_switch()
    {
        Assert.Equal(["101", "102", "200", "200_2", "300", "900"], Plan.Numbers);
        Assert.Equal([0, 1, 2, 3, 4, 5], Plan.Numbers.Select(Plan.PlaceOf));
        Assert.Equal(Plan.Numbers, Enumerable.Range(0, Plan.Count).Select(Plan.NumberAt));
        Assert.Equal(SwitchPlan.NoPlace, Plan.PlaceOf("103"));
    }

    [Theory]
    [InlineData("101", true, false, null, null, 1)]
    [InlineData("102", true, false, null, null, 2)]
    [InlineData("200", true, false, "200", "200", 1)]
    [InlineData("200_2", true, false, "200", null, 1)]
    [InlineData("900", false, true, null, null, 1)]
    [InlineData("103", false, false, null, null, 1)]
    public void A_number_is_what_its_list_says(string number, bool isDn, bool isExternal, string? member, string? bears, int lines)
    {
        Assert.Equal((isDn, isExternal, lines), (Plan.IsDn(number), Plan.IsExternal(number), Plan.LinesOf(number)));
        Assert.Equal((member, bears), (Plan.LineOf(number)?.Number, Plan.Line(number)?.Number));
        Assert.Equal(isExternal, Plan.HabitsOf(number) != Habits.None);
    }

    [Fact]
    public void A_number_that_stands_twice_is_named()
    {
        var twice = Assert.Throws<ArgumentException>(() => new SwitchPlan(
            "twice", [new DnPlan("101", 1, Habits.None)], [new ExternalPlan("101", Habits.None)], [], TimeSpan.Zero));
        Assert.Contains("101", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DNs_that_are_alike_share_what_the_plan_says_of_them()
    {
        var resting = new RestingDns(Plan);
        Assert.Same(resting.Of("200").Profile, resting.Of("200_2").Profile);
        Assert.NotEqual(resting.Of("101").Profile, resting.Of("102").Profile);
        Assert.Equal(("200", "101"), (resting.Of("200_2").Line, resting.Of("101").Line));
        Assert.Equal(Dn.Of(Plan, "900").Profile, resting.Of("900").Profile);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_calls_of_a_DN_are_a_list(int seed)
    {
        var random = new Random(seed);
        var (calls, list) = (default(DnCalls), new List<DnCall>());
        for (var round = 0; round < 1_000; round++)
        {
            var at = list.Count == 0 ? -1 : random.Next(list.Count);
            switch (random.Next(list.Count < 4 ? 4 : 2))
            {
                case 0 when at >= 0:
                    calls = calls.Without(list[at]);
                    list.RemoveAt(at);
                    break;
                case 1 when at >= 0:
                    var held = list[at] with { State = PartyState.Held };
                    calls = calls.With(list[at], held);
                    list[at] = held;
                    break;
                default:
                    var call = new DnCall(new ConnID((ulong)round), CallType.Internal, PartyState.Connected, null, false);
                    calls = calls.Add(call);
                    list.Add(call);
                    break;
            }

            Assert.Equal(list, calls);
            Assert.Equal(list, calls.ToImmutableArray());
            Assert.Equal((list.Count, list.Count == 0), (calls.Length, calls.IsEmpty));
            Assert.Same(list.LastOrDefault(), list.Count == 0 ? calls.Find(new ConnID(0)) : calls.Find(list[^1].ConnID));
        }
    }
}
