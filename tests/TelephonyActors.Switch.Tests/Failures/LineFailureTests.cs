using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Failures;

/// <summary>A shared line's actor fails: the calls on its appearances end, and so do its seizures.</summary>
public sealed class LineFailureTests
{
    [Fact]
    public void Every_call_of_a_failed_line_ends_and_the_calls_of_others_go_on()
    {
        using var bench = new Bench();
        var talking = bench.Talk(A, Line);
        var ringing = bench.Dial(B, Line);
        var elsewhere = bench.Act(External, PhoneAction.Dial, C);
        Assert.Equal([PhoneOutcome.Done.Instance], elsewhere);
        var other = bench.CallPaths()[^1];
        bench.Client.News();
        bench.Fail($"/user/lines/{Line}");
        bench.Settle();

        var news = bench.Client.News();
        Assert.Equal([talking, ringing], news.Where(heard => heard.Event == EventName.EventCallDeleted).Select(heard => heard.ConnID!).Order());
        Assert.All(news.Where(heard => heard.CallState is not null), heard => Assert.Equal(CallState.GeneralError, heard.CallState));
        Assert.Equal(
            [EventName.EventReleased, EventName.EventOnHook, EventName.EventReleased],
            news.Where(heard => heard.ThisDN == Line).Select(heard => heard.Event));
        Assert.Equal([other], bench.CallPaths());
    }

    [Fact]
    public void Its_appearances_are_free_afterwards()
    {
        using var bench = new Bench(Plan(appearances: 1));
        bench.Dial(A, Line);
        bench.Fail($"/user/lines/{Line}");
        bench.Settle();
        bench.AssertNothingIsLeft();

        var call = bench.Talk(A, Line, answering: Second);
        bench.Ask(RequestName.TReleaseCall, Second, call);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void A_seizure_of_a_failed_line_ends_with_EventOnHook()
    {
        using var bench = new Bench(Plan(appearances: 1));
        bench.Act(Line, PhoneAction.OffHook);
        bench.Client.News();
        bench.Fail($"/user/lines/{Line}");
        bench.Settle();

        var onHook = Assert.Single(bench.Client.News());
        Assert.Equal((EventName.EventOnHook, Line), (onHook.Event, onHook.ThisDN));
        Assert.Equal(0, bench.Simulation.PendingTimers);
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.OffHook));
    }

    [Fact]
    public void The_seizure_that_the_line_had_in_hand_is_refused_with_52()
    {
        using var bench = new Bench();
        var referenceID = bench.Client.Send(RequestName.TMakeCall, Line, other: A);
        bench.Fail($"/user/lines/{Line}", new LineInput.SeizeAsked(Line, 1));
        bench.Simulation.Step();
        bench.Settle();

        var answer = bench.Client.Answer(referenceID);
        Assert.Equal((EventName.EventError, 52), (answer.Event, answer.ErrorCode));
        bench.AssertNothingIsLeft();
        bench.Ask(RequestName.TReleaseCall, Line, bench.Talk(Line, A));
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void Retrieve_and_barge_in_by_phone_find_the_calls_of_a_line_that_has_failed_before()
    {
        using var bench = new Bench();
        bench.Fail($"/user/lines/{Line}");
        bench.Settle();
        var call = bench.Talk(A, Line);
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.BargeIn));
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.HangUp));
        bench.Ask(RequestName.THoldCall, Line, call);
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.Retrieve));
        bench.Ask(RequestName.TReleaseCall, A, call);
        bench.AssertNothingIsLeft();
    }
}
