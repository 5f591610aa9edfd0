using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models 7: a line is told before anybody can know, and gives an appearance away when everybody has been told.</summary>
public sealed class VacatingSpecs
{
    private static readonly ConnID _first = new(1);
    private static readonly ConnID _second = new(2);
    private static readonly ConnID _third = new(3);

    [Fact]
    public void Who_asks_while_the_lowest_appearance_is_being_vacated_waits_for_it()
    {
        var line = Told(Line(appearances: 2), new LineInput.Occupied(1, _first), new LineInput.Vacating(1, _first));
        var asked = LineDecider.Decide(line, new LineInput.SeizeAsked("60970", 7));
        Assert.Empty(asked.Outputs);
        var vacated = LineDecider.Decide(asked.Next, new LineInput.Vacated(1, _first));
        Assert.Equal<LineOutput>([new LineOutput.ToDn("60970", new DnInput.Seized(7, new Seat("60970", 1)))], vacated.Outputs);
        Assert.Equal(new AppearanceUse.Seized("60970"), vacated.Next.Appearances[0]);
    }

    [Fact]
    public void Who_waits_is_served_in_the_order_of_asking_and_who_finds_nothing_left_gets_nothing()
    {
        var line = Told(
            Line(appearances: 1), new LineInput.Occupied(1, _first), new LineInput.Vacating(1, _first),
            new LineInput.AppearanceAsked(_second), new LineInput.SeizeAsked("60970", 7));
        Assert.Equal<LineOutput>(
            [
                new LineOutput.ToCall(_second, new CallInput.AppearanceAnswered("60970", new Seat("60970", 1))),
                new LineOutput.ToDn("60970", new DnInput.Seized(7, null)),
            ],
            LineDecider.Decide(line, new LineInput.Vacated(1, _first)).Outputs);
    }

    [Fact]
    public void A_free_appearance_below_the_one_being_vacated_is_given_at_once()
    {
        var line = Told(Line(appearances: 2), new LineInput.Occupied(2, _first), new LineInput.Vacating(2, _first));
        var asked = LineDecider.Decide(line, new LineInput.AppearanceAsked(_second));
        Assert.Equal<LineOutput>(
            [new LineOutput.ToCall(_second, new CallInput.AppearanceAnswered("60970", new Seat("60970", 1)))], asked.Outputs);
    }

    [Fact]
    public void A_call_that_is_gone_does_not_wait_any_more()
    {
        var line = Told(
            Line(appearances: 1), new LineInput.Occupied(1, _first), new LineInput.Vacating(1, _first),
            new LineInput.AppearanceAsked(_second), new LineInput.AppearanceAsked(_third), new LineInput.Withdrawn(_second));
        Assert.Equal<LineOutput>(
            [new LineOutput.ToCall(_third, new CallInput.AppearanceAnswered("60970", new Seat("60970", 1)))],
            LineDecider.Decide(line, new LineInput.Vacated(1, _first)).Outputs);
    }

    [Fact]
    public void Who_waits_for_a_line_that_fails_gets_nothing()
    {
        var line = Told(
            Line(appearances: 1), new LineInput.Occupied(1, _first), new LineInput.Vacating(1, _first),
            new LineInput.AppearanceAsked(_second), new LineInput.SeizeAsked("60970", 7));
        var failed = LineDecider.Fail(line, null);
        Assert.Equal(new LineOutput.ToCall(_second, new CallInput.AppearanceAnswered("60970", null)), failed.Outputs[0]);
        Assert.IsType<DnInput.Refused>(Assert.IsType<LineOutput.ToDn>(failed.Outputs[1]).Input);
        Assert.Empty(LineDecider.Decide(failed.Next, new LineInput.Vacated(1, _first)).Outputs);
    }

    private static SharedLine Line(int appearances) =>
        new("60970", [.. Enumerable.Repeat<AppearanceUse>(AppearanceUse.Free.Instance, appearances)]);

    private static SharedLine Told(SharedLine line, params LineInput[] inputs) =>
        inputs.Aggregate(line, (before, input) => LineDecider.Decide(before, input).Next);
}
