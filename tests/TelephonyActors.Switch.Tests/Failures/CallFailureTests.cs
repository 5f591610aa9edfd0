using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Failures;

/// <summary>A call's actor fails (call models, chapter 8, An entity that fails): its parties hear it, and nobody else does.</summary>
public sealed class CallFailureTests
{
    [Fact]
    public void The_parties_of_a_failed_call_hear_EventReleased_GeneralError_and_monitoring_ends_as_at_any_end()
    {
        using var bench = new Bench();
        var call = bench.Talk(A, B);
        bench.Client.News();
        bench.Fail(Bench.PathOf(call));
        bench.Settle();

        var news = bench.Client.News();
        foreach (var (dn, other) in new[] { (A, B), (B, A) })
        {
            var released = Assert.Single(news, heard => heard.ThisDN == dn);
            Assert.Equal((EventName.EventReleased, CallState.GeneralError), (released.Event, released.CallState));
            Assert.Equal((other, null), (released.OtherDN, released.ReferenceID));
        }

        Assert.Equal(
            [(EventName.EventCallPartyDeleted, 2), (EventName.EventCallPartyDeleted, 1), (EventName.EventCallDeleted, null)],
            news.Where(heard => heard.ThisDN is null).Select(heard => (heard.Event, heard.PartyID)));
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void A_failed_call_leaves_every_other_call_untouched()
    {
        using var bench = new Bench(Plan(TimeSpan.FromSeconds(20), lines: 2));
        var failing = bench.Talk(A, B);
        var talking = bench.Talk(C, Line);
        var ringing = bench.Dial(Second, B);
        var others = bench.CallPaths().Where(path => !path.EndsWith(failing.ToString(), StringComparison.Ordinal)).ToList();
        bench.Client.News();

        bench.Fail(Bench.PathOf(failing));
        bench.Settle();
        Assert.All(bench.Client.News(), heard => Assert.Equal(failing, heard.ConnID));
        Assert.Equal(others, bench.CallPaths());

        Assert.Equal(EventName.EventHeld, bench.Ask(RequestName.THoldCall, C, talking).Event);
        Assert.Equal(EventName.EventEstablished, bench.Ask(RequestName.TAnswerCall, B, ringing).Event);
        bench.Ask(RequestName.TReleaseCall, C, talking);
        bench.Ask(RequestName.TReleaseCall, B, ringing);
        bench.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(B)]
    [InlineData(Line)]
    [InlineData(External)]
    public void Who_still_rings_hears_EventReleased_GeneralError_too(string called)
    {
        using var bench = new Bench(Plan(TimeSpan.FromSeconds(20)));
        var call = bench.Dial(A, called);
        bench.Client.News();
        bench.Fail(Bench.PathOf(call));
        bench.Settle();

        string[] ringing = called == Line ? [Line, Second] : called == B ? [B] : [];
        var released = bench.Client.News().Where(heard => heard.ThisDN is not null).ToList();
        Assert.Equal([.. ringing.Append(A).Order(StringComparer.Ordinal)], released.Select(heard => heard.ThisDN!).Order(StringComparer.Ordinal));
        Assert.All(released, heard => Assert.Equal((EventName.EventReleased, CallState.GeneralError), (heard.Event, heard.CallState)));
        bench.AssertNothingIsLeft();
        bench.Ask(RequestName.TReleaseCall, A, bench.Talk(A, B));
        bench.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("dialing", true)]
    [InlineData("busy", true)]
    [InlineData("established", true)]
    [InlineData("held", false)]
    public void A_member_goes_on_hook_after_the_failure_of_a_call_that_was_active_there(string state, bool goesOnHook)
    {
        using var bench = new Bench(Plan(appearances: 1));
        var call = bench.Dial(Line, state == "busy" ? Second : A);
        if (state is "established" or "held") bench.Ask(RequestName.TAnswerCall, A, call);
        if (state is "held") bench.Ask(RequestName.THoldCall, Line, call);
        bench.Client.News();
        bench.Fail(Bench.PathOf(call));
        bench.Settle();

        EventName[] expected = goesOnHook ? [EventName.EventReleased, EventName.EventOnHook] : [EventName.EventReleased];
        Assert.Equal(expected, bench.Client.News().Where(heard => heard.ThisDN == Line).Select(heard => heard.Event));

        // The one appearance is free again.
        bench.Ask(RequestName.TReleaseCall, Second, bench.Talk(A, Line, answering: Second));
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void The_request_that_the_call_had_in_hand_is_answered_52()
    {
        using var bench = new Bench();
        var call = bench.Dial(A, B);
        var failed = FailWithInHand(bench, call, attempt => new CallInput.AnswerAsked(B, attempt, Engaged: false), RequestName.TAnswerCall);
        Assert.Equal((EventName.EventError, 52, Words.Of(RequestName.TAnswerCall)), (failed.Event, failed.ErrorCode, failed.Request));

        var again = bench.Talk(A, B);
        bench.Ask(RequestName.TReleaseCall, B, again);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void A_phone_whose_action_the_call_had_in_hand_is_told_52_once()
    {
        using var bench = new Bench();
        var call = bench.Talk(A, B);
        var outcomes = new List<PhoneOutcome>();
        bench.Switch.Act(new PhoneAct(B, PhoneAction.Hold, null, null), outcomes.Add);
        FailOver(bench, call, new CallInput.HoldAsked(B, 2, Engaged: false, ForConsultation: false));
        bench.Settle();

        Assert.Equal(52, Assert.IsType<PhoneOutcome.NotAllowed>(Assert.Single(outcomes)).Code);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void A_request_that_comes_after_the_failure_finds_no_call()
    {
        using var bench = new Bench();
        var call = bench.Talk(A, B);
        bench.Fail(Bench.PathOf(call));
        var referenceID = bench.Client.Send(RequestName.THoldCall, B, call);
        bench.Settle();
        Assert.Equal((EventName.EventError, 56), (bench.Client.Answer(referenceID).Event, bench.Client.Answer(referenceID).ErrorCode));
        Assert.Equal(56, bench.Ask(RequestName.TReleaseCall, A, call).ErrorCode);
    }

    [Fact]
    public void A_call_that_fails_twice_ends_once()
    {
        using var bench = new Bench();
        var call = bench.Talk(A, B);
        bench.Client.News();
        bench.Fail(Bench.PathOf(call));
        bench.Fail(Bench.PathOf(call));
        bench.Settle();
        Assert.Single(bench.Client.News(), heard => heard.Event == EventName.EventCallDeleted);
        bench.AssertNothingIsLeft();
    }

    private static TEvent FailWithInHand(Bench bench, ConnID call, Func<long, CallInput> inHand, RequestName request)
    {
        var referenceID = bench.Client.Send(request, B, call);
        // The first question that B asks in this test.
        FailOver(bench, call, inHand(1));
        bench.Settle();
        return bench.Client.Answer(referenceID);
    }

    // The DN asks, and the call fails over the question; when the question itself gets there, the call is over.
    private static void FailOver(Bench bench, ConnID call, CallInput inHand)
    {
        bench.Fail(Bench.PathOf(call), inHand);
        Assert.True(bench.Simulation.Step());
    }
}
