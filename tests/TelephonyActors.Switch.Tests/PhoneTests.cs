using TelephonyActors.CallModel.Phones;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests;

/// <summary>Somebody at a phone is told once what came of it (contract, phone actions).</summary>
public sealed class PhoneTests
{
    [Fact]
    public void What_the_switch_does_is_told_as_done_once()
    {
        using var bench = new Bench();
        bench.Client.News();
        foreach (var (number, action, destination) in new (string, PhoneAction, string?)[]
        {
            (A, PhoneAction.OffHook, null), (A, PhoneAction.Dial, Line), (Line, PhoneAction.Answer, null),
            (Second, PhoneAction.BargeIn, null), (Second, PhoneAction.HangUp, null),
            (Line, PhoneAction.Hold, null), (Line, PhoneAction.Retrieve, null), (Line, PhoneAction.Hold, null),
            (Second, PhoneAction.Retrieve, null), (A, PhoneAction.HangUp, null),
            (External, PhoneAction.Dial, A), (A, PhoneAction.HangUp, null), (External, PhoneAction.HangUp, null),
            (B, PhoneAction.Dial, External), (External, PhoneAction.Answer, null), (External, PhoneAction.HangUp, null),
        })
            Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(number, action, destination));

        // What a phone caused by itself carries no ReferenceID (call models 0).
        Assert.All(bench.Client.News(), heard => Assert.Null(heard.ReferenceID));
        bench.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(A, PhoneAction.Answer)]
    [InlineData(A, PhoneAction.HangUp)]
    [InlineData(A, PhoneAction.Hold)]
    [InlineData(A, PhoneAction.Retrieve)]
    [InlineData(A, PhoneAction.BargeIn)]
    [InlineData(Line, PhoneAction.Answer)]
    [InlineData(Line, PhoneAction.HangUp)]
    [InlineData(Line, PhoneAction.Retrieve)]
    [InlineData(Line, PhoneAction.BargeIn)]
    [InlineData(External, PhoneAction.OffHook)]
    [InlineData(External, PhoneAction.Hold)]
    [InlineData(External, PhoneAction.Answer)]
    [InlineData(External, PhoneAction.HangUp)]
    public void What_an_idle_phone_cannot_do_is_told_as_not_allowed_once_and_causes_nothing(string number, PhoneAction action)
    {
        using var bench = new Bench();
        bench.Client.News();
        Assert.Equal(496, Assert.IsType<PhoneOutcome.NotAllowed>(Assert.Single(bench.Act(number, action))).Code);
        Assert.Empty(bench.Client.News());
    }

    [Fact]
    public void Where_two_calls_fit_the_phone_is_told_so_once_and_a_ConnID_helps()
    {
        using var bench = new Bench(Plan(lines: 2));
        bench.Dial(A, B);
        var second = bench.Dial(C, B);
        bench.Client.News();
        var ambiguous = Assert.IsType<PhoneOutcome.Ambiguous>(Assert.Single(bench.Act(B, PhoneAction.Answer)));
        Assert.Contains(second.ToString(), ambiguous.Why, StringComparison.Ordinal);
        Assert.Empty(bench.Client.News());

        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(B, PhoneAction.Answer, call: second));
        Assert.Contains(bench.Client.News(), heard => heard.Event == EventName.EventEstablished && heard.ConnID == second);
    }

    [Fact]
    public void Two_members_that_answer_at_the_same_moment_are_told_one_of_them_done_and_the_other_not_allowed()
    {
        using var bench = new Bench();
        bench.Dial(A, Line);
        var outcomes = new List<PhoneOutcome>();
        foreach (var member in new[] { Line, Second }) bench.Switch.Act(new PhoneAct(member, PhoneAction.Answer, null, null), outcomes.Add);
        bench.Settle();
        Assert.Equal(2, outcomes.Count);
        Assert.Single(outcomes, outcome => outcome is PhoneOutcome.Done);
        Assert.Equal(496, Assert.Single(outcomes.OfType<PhoneOutcome.NotAllowed>()).Code);
    }

    [Fact]
    public void Actions_of_one_phone_are_done_in_their_order()
    {
        using var bench = new Bench();
        var outcomes = new List<PhoneOutcome>();
        foreach (var action in new[] { PhoneAction.OffHook, PhoneAction.Dial, PhoneAction.HangUp, PhoneAction.OffHook, PhoneAction.HangUp })
            bench.Switch.Act(new PhoneAct(Line, action, A, null), outcomes.Add);
        bench.Settle();
        Assert.Equal(Enumerable.Repeat<PhoneOutcome>(PhoneOutcome.Done.Instance, 5), outcomes);
        bench.AssertNothingIsLeft();
    }
}
