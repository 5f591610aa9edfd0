using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests;

/// <summary>The time limits, to the last millisecond of virtual time.</summary>
public sealed class TimerTests
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan RingTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SeizureTimeout = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(B)]
    [InlineData(Line)]
    [InlineData(External)]
    public void The_ring_timeout_is_silent_a_millisecond_before_and_strikes_on_time(string called)
    {
        using var bench = new Bench(Plan(RingTimeout));
        bench.Dial(A, called);
        bench.Client.News();

        bench.Advance(RingTimeout - Millisecond);
        Assert.Empty(bench.Client.News());

        bench.Advance(Millisecond);
        var busy = Assert.Single(bench.Client.News(), heard => heard.Event == EventName.EventDestinationBusy);
        Assert.Equal(CallState.NoAnswer, busy.CallState);
        Assert.Equal(0, bench.Simulation.PendingTimers);
    }

    [Fact]
    public void An_answer_at_the_last_millisecond_is_in_time_and_the_timeout_never_strikes()
    {
        using var bench = new Bench(Plan(RingTimeout));
        var call = bench.Dial(A, B);
        bench.Advance(RingTimeout - Millisecond);
        Assert.Equal(EventName.EventEstablished, bench.Ask(RequestName.TAnswerCall, B, call).Event);
        Assert.Equal(0, bench.Simulation.PendingTimers);
        bench.Client.News();

        bench.Advance(TimeSpan.FromHours(1));
        Assert.Empty(bench.Client.News());
    }

    [Fact]
    public void Each_call_has_a_ring_timeout_of_its_own()
    {
        using var bench = new Bench(Plan(RingTimeout, lines: 2));
        var first = bench.Dial(A, C);
        bench.Advance(TimeSpan.FromSeconds(5));
        var second = bench.Dial(B, C);
        bench.Client.News();

        bench.Advance(TimeSpan.FromSeconds(15));
        Assert.All(bench.Client.News(), heard => Assert.Equal(first, heard.ConnID));
        bench.Advance(TimeSpan.FromSeconds(5) - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        Assert.Contains(bench.Client.News(), heard => heard.ConnID == second && heard.Event == EventName.EventDestinationBusy);
    }

    [Fact]
    public void An_invited_party_has_the_whole_ring_timeout_from_its_own_alerting_on()
    {
        using var bench = new Bench(Plan(RingTimeout));
        var call = bench.Dial(A, B);
        bench.Advance(TimeSpan.FromSeconds(19));
        bench.Ask(RequestName.TAnswerCall, B, call);
        bench.Ask(RequestName.TSingleStepConference, B, call, other: C);
        bench.Client.News();

        bench.Advance(RingTimeout - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        var released = Assert.Single(bench.Client.News(), heard => heard.Event == EventName.EventReleased);
        Assert.Equal((C, CallState.NoAnswer), (released.ThisDN, released.CallState));
    }

    [Fact]
    public void Without_a_ring_timeout_a_call_rings_for_ever()
    {
        using var bench = new Bench();
        bench.Dial(A, B);
        bench.Client.News();
        bench.Advance(TimeSpan.FromDays(1));
        Assert.Empty(bench.Client.News());
        Assert.Equal(0, bench.Simulation.PendingTimers);
    }

    [Fact]
    public void A_seizure_that_does_not_dial_ends_after_30_seconds_and_not_a_millisecond_before()
    {
        using var bench = new Bench(Plan(appearances: 1));
        bench.Act(Line, PhoneAction.OffHook);
        bench.Client.News();

        bench.Advance(SeizureTimeout - Millisecond);
        Assert.Empty(bench.Client.News());
        Assert.IsType<PhoneOutcome.NotAllowed>(Assert.Single(bench.Act(Second, PhoneAction.OffHook)));

        bench.Advance(Millisecond);
        var onHook = Assert.Single(bench.Client.News());
        Assert.Equal((EventName.EventOnHook, Line), (onHook.Event, onHook.ThisDN));
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.OffHook));
    }

    [Fact]
    public void A_seizure_that_dials_at_the_last_millisecond_stays()
    {
        using var bench = new Bench();
        bench.Act(Line, PhoneAction.OffHook);
        bench.Advance(SeizureTimeout - Millisecond);
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Line, PhoneAction.Dial, A));
        Assert.Equal(0, bench.Simulation.PendingTimers);
        bench.Client.News();

        bench.Advance(TimeSpan.FromHours(1));
        Assert.Empty(bench.Client.News());
    }

    [Fact]
    public void The_time_of_an_earlier_seizure_does_not_run_against_a_later_one()
    {
        using var bench = new Bench();
        bench.Act(Line, PhoneAction.OffHook);
        bench.Advance(TimeSpan.FromSeconds(20));
        bench.Act(Line, PhoneAction.HangUp);
        bench.Act(Line, PhoneAction.OffHook);
        bench.Client.News();

        bench.Advance(SeizureTimeout - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        Assert.Equal(EventName.EventOnHook, Assert.Single(bench.Client.News()).Event);
    }

    [Theory]
    [InlineData(B)]
    [InlineData(External)]
    public void A_number_that_answers_and_hangs_up_by_itself_does_so_to_the_millisecond(string called)
    {
        var habits = new Habits(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), Rejects: false);
        using var bench = new Bench(Plan(ofB: habits, ofExternal: habits));
        bench.Dial(A, called);
        bench.Client.News();

        bench.Advance(TimeSpan.FromSeconds(2) - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        Assert.Contains(bench.Client.News(), heard => heard.Event == EventName.EventEstablished && heard.ThisDN == A);

        bench.Advance(TimeSpan.FromSeconds(10) - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        Assert.Contains(bench.Client.News(), heard => heard.Event == EventName.EventReleased && heard.ThisDN == A);
        bench.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(B)]
    [InlineData(External)]
    public void A_number_that_rejects_does_so_at_once(string called)
    {
        var habits = new Habits(null, null, Rejects: true);
        using var bench = new Bench(Plan(ofB: habits, ofExternal: habits));
        var call = bench.Dial(A, called);
        var busy = Assert.Single(bench.Client.News(), heard => heard.Event == EventName.EventDestinationBusy);
        Assert.Equal((CallState.Busy, SimulatedNow(bench)), (busy.CallState, busy.Time));
        bench.Ask(RequestName.TReleaseCall, A, call);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void Who_answers_by_hand_is_not_answered_again_and_still_hangs_up_by_itself()
    {
        using var bench = new Bench(Plan(ofB: new Habits(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), Rejects: false)));
        var call = bench.Dial(A, B);
        bench.Advance(TimeSpan.FromSeconds(1));
        bench.Ask(RequestName.TAnswerCall, B, call);
        bench.Client.News();

        bench.Advance(TimeSpan.FromSeconds(10) - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        Assert.Contains(bench.Client.News(), heard => heard.Event == EventName.EventReleased && heard.ThisDN == B);
    }

    [Fact]
    public void A_number_that_hangs_up_by_itself_does_so_in_the_call_into_which_it_was_joined()
    {
        using var bench = new Bench(Plan(ofB: new Habits(null, TimeSpan.FromSeconds(10), Rejects: false)));
        var held = bench.Talk(A, C);
        var consultation = bench.Ask(RequestName.TInitiateConference, C, held, other: B).ConnID!;
        bench.Ask(RequestName.TAnswerCall, B, consultation);
        bench.Advance(TimeSpan.FromSeconds(4));
        bench.Ask(RequestName.TCompleteConference, C, held, otherCall: consultation);
        bench.Client.News();

        bench.Advance(TimeSpan.FromSeconds(6) - Millisecond);
        Assert.Empty(bench.Client.News());
        bench.Advance(Millisecond);
        Assert.Contains(bench.Client.News(), heard => heard.Event == EventName.EventReleased && heard.ThisDN == B && heard.ConnID == held);
        bench.Ask(RequestName.TReleaseCall, A, held);
        bench.AssertNothingIsLeft();
    }

    private static DateTimeOffset? SimulatedNow(Bench bench) => bench.Simulation.Now;
}
