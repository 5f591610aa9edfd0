using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Failures;

/// <summary>A DN's actor fails: its calls end, its registrations stay, the others' calls go on.</summary>
public sealed class DnFailureTests
{
    /// <summary>The number of the first client of a switch, as the DNs know it.</summary>
    private const int FirstClient = 1;

    [Fact]
    public void A_failed_DN_keeps_its_registrations_and_goes_on_counting()
    {
        using var bench = new Bench();
        var second = bench.Connect(B);
        var call = bench.Talk(A, B);
        bench.Fail($"/user/dns/{B}");
        bench.Settle();
        second.News();
        var last = bench.Client.Heard.Last(heard => heard.ThisDN == B).EventSequenceNumber;

        var again = bench.Dial(A, B);
        Assert.NotEqual(call, again);
        var ringing = Assert.Single(second.News());
        Assert.Equal((EventName.EventRinging, last + 1), (ringing.Event, ringing.EventSequenceNumber));
        Assert.Equal(43, bench.Ask(RequestName.TRegisterAddress, B).ErrorCode);
        bench.Ask(RequestName.TReleaseCall, A, again);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void Every_call_of_a_failed_DN_ends_and_the_calls_of_others_go_on()
    {
        using var bench = new Bench(Plan(lines: 3));
        var talking = bench.Talk(A, B);
        var ringing = bench.Dial(C, B);
        bench.Ask(RequestName.THoldCall, A, talking);
        var elsewhere = bench.Talk(Line, A);
        bench.Client.News();
        bench.Fail($"/user/dns/{B}");
        bench.Settle();

        var news = bench.Client.News();
        Assert.Equal([talking, ringing], news.Where(heard => heard.Event == EventName.EventCallDeleted).Select(heard => heard.ConnID!).Order());
        Assert.All(news.Where(heard => heard.ThisDN is not null), heard => Assert.Equal(CallState.GeneralError, heard.CallState));
        Assert.Equal([Entities.CallPath(elsewhere)], bench.CallPaths());
        Assert.Equal(EventName.EventReleased, bench.Ask(RequestName.TReleaseCall, A, elsewhere).Event);
        bench.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(A)]
    [InlineData(B)]
    [InlineData(C)]
    public void A_conference_ends_whichever_of_its_DNs_fails(string failing)
    {
        using var bench = new Bench();
        var call = bench.Talk(A, B);
        bench.Ask(RequestName.TSingleStepConference, A, call, other: C);
        bench.Ask(RequestName.TAnswerCall, C, call);
        bench.Client.News();
        bench.Fail($"/user/dns/{failing}");
        bench.Settle();

        var released = bench.Client.News().Where(heard => heard.ThisDN is not null).ToList();
        Assert.Equal([A, B, C], released.Select(heard => heard.ThisDN).Order(StringComparer.Ordinal));
        Assert.All(released, heard => Assert.Equal((EventName.EventReleased, CallState.GeneralError), (heard.Event, heard.CallState)));
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void The_request_that_the_DN_had_in_hand_is_answered_52_and_changes_nothing()
    {
        using var bench = new Bench();
        var by = new Requester.Client(FirstClient, Words.Of(RequestName.TMakeCall), 4711);
        bench.Client.News();
        bench.Fail($"/user/dns/{A}", new DnInput.Requested(by, new Request.MakeCall(A, B, UserData: null)));
        bench.Simulation.Settle();

        var error = Assert.Single(bench.Client.Answers(4711));
        Assert.Equal((EventName.EventError, 52, A, Words.Of(RequestName.TMakeCall)), (error.Event, error.ErrorCode, error.ThisDN, error.Request));
        Assert.Single(bench.Client.News());
        Assert.Empty(bench.CallPaths());
    }

    [Fact]
    public void A_phone_whose_action_is_under_way_when_its_DN_fails_is_told_once()
    {
        using var bench = new Bench();
        var outcomes = new List<PhoneOutcome>();
        bench.Switch.Act(new PhoneAct(A, PhoneAction.Dial, B, null), outcomes.Add);
        for (var step = 0; step < 2; step++) bench.Simulation.Step();
        bench.Fail($"/user/dns/{A}");
        bench.Settle();

        Assert.Equal(52, Assert.IsType<PhoneOutcome.NotAllowed>(Assert.Single(outcomes)).Code);
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void A_phone_off_the_hook_hangs_up_and_a_seizure_is_given_back_when_the_DN_fails()
    {
        using var bench = new Bench(Plan(appearances: 1));
        bench.Act(A, PhoneAction.OffHook);
        bench.Act(Line, PhoneAction.OffHook);
        bench.Client.News();
        bench.Fail($"/user/dns/{A}");
        bench.Fail($"/user/dns/{Line}");
        bench.Settle();

        Assert.Equal(
            [(EventName.EventOnHook, Line), (EventName.EventOnHook, A)],
            bench.Client.News().Select(heard => (heard.Event, heard.ThisDN!)).OrderBy(heard => heard.Item2, StringComparer.Ordinal));
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.OffHook));
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(Second, PhoneAction.HangUp));
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void An_external_number_that_fails_ends_its_calls()
    {
        using var bench = new Bench();
        Assert.Equal([PhoneOutcome.Done.Instance], bench.Act(External, PhoneAction.Dial, A));
        var call = bench.Client.Heard.Last(heard => heard.Event == EventName.EventRinging).ConnID!;
        bench.Ask(RequestName.TAnswerCall, A, call);
        bench.Client.News();
        bench.Fail($"/user/dns/{External}");
        bench.Settle();

        var released = Assert.Single(bench.Client.News(), heard => heard.ThisDN is not null);
        Assert.Equal((EventName.EventReleased, CallState.GeneralError, A), (released.Event, released.CallState, released.ThisDN));
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void A_DN_that_acts_by_itself_and_fails_over_an_offered_call_leaves_no_timer_behind()
    {
        var habits = new Habits(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), Rejects: false);
        using var bench = new Bench(Plan(ofB: habits));
        var referenceID = bench.Client.Send(RequestName.TMakeCall, A, other: B);
        while (bench.Client.Answers(referenceID).Count == 0) Assert.True(bench.Simulation.Step());

        // The offer of the call is on its way to B, which fails over it.
        var call = bench.Client.Answer(referenceID).ConnID!;
        bench.Fail($"/user/dns/{B}", new DnInput.Offered(
            new TEvent { Event = EventName.EventRinging, ConnID = call, CallType = CallType.Internal, ThisDN = B }, Ring: 1, Seat: null));
        bench.Settle();
        bench.AssertNothingIsLeft();
    }
}
