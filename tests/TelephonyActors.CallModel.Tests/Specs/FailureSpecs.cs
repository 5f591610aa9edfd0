using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 8: an entity that fails.</summary>
public sealed class FailureSpecs
{
    private const string ErrorOfA = "client EventError@ ErrorCode=52 ThisDN=A";

    private readonly Scene _scene = Scene.SharedLine(appearances: 2);

    [Fact]
    public void A_call_that_fails_ends_for_everybody_with_GeneralError() =>
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "TSingleStepConference B 1 C", "TMakeCall D 60970").Fails(Call(1), """
            A          EventReleased ConnID=1 CallState=GeneralError
            B          EventReleased ConnID=1 CallState=GeneralError
            C          EventReleased ConnID=1 CallState=GeneralError
            monitoring EventCallPartyDeleted DN=C PartyID=3
            monitoring EventCallPartyDeleted DN=B PartyID=2
            monitoring EventCallPartyDeleted DN=A PartyID=1
            monitoring EventCallDeleted ConnID=1
            """).Do("TAnswerCall 60970 2").Refuses(56, "TReleaseCall A 1");

    [Fact]
    public void A_member_that_talked_hangs_up_and_one_that_held_does_not() =>
        _scene.Do("TMakeCall 60972 60970", "TAnswerCall 60970 1", "phone 60970_2 bargeIn", "THoldCall 60970 1").Fails(Call(1), """
            60970      EventReleased CallState=GeneralError
            60970_2    EventReleased CallState=GeneralError
            60970_2    EventOnHook
            60972      EventReleased CallState=GeneralError
            monitoring EventCallPartyDeleted DN=60970_2
            monitoring EventCallPartyDeleted DN=60970
            monitoring EventCallPartyDeleted DN=60972
            monitoring EventCallDeleted
            """);

    [Fact]
    public void The_request_that_a_failing_call_had_in_hand_is_answered_52()
    {
        _scene.Do("TMakeCall A B", "TAnswerCall B 1");
        Call(1).FailOnNext();
        _scene.Causes("THoldCall A 1", $"""
            A          EventReleased CallState=GeneralError
            B          EventReleased CallState=GeneralError
            {ErrorOfA}
            monitoring EventCallPartyDeleted PartyID=2
            monitoring EventCallPartyDeleted PartyID=1
            monitoring EventCallDeleted
            """);
    }

    [Fact]
    public void A_DN_that_fails_loses_its_calls_and_keeps_its_registrations()
    {
        _scene.Do("client2 TRegisterAddress B", "TMakeCall A B", "TAnswerCall B 1", "THoldCall B 1", "TMakeCall C B");
        _scene.Fails(_scene.World.Dns["B"], """
            A          EventReleased ConnID=1 CallState=GeneralError
            B          EventReleased ConnID=1 CallState=GeneralError
            B          EventReleased ConnID=2 CallState=GeneralError
            C          EventReleased ConnID=2 CallState=GeneralError
            monitoring EventCallPartyDeleted ConnID=1 PartyID=2
            monitoring EventCallPartyDeleted ConnID=1 PartyID=1
            monitoring EventCallDeleted ConnID=1
            monitoring EventCallPartyDeleted ConnID=2 PartyID=2
            monitoring EventCallPartyDeleted ConnID=2 PartyID=1
            monitoring EventCallDeleted ConnID=2
            """);
        Assert.Equal(2, _scene.World.Dns["B"].Dn.Clients.Length);
        _scene.Do("TMakeCall A B", "TAnswerCall B 3");
    }

    [Fact]
    public void The_request_that_a_failing_DN_had_in_hand_is_answered_52()
    {
        _scene.Do("TMakeCall A B");
        _scene.World.Dns["A"].FailOnNext();
        _scene.Causes("TQueryAddress A", $"""
            A          EventReleased CallState=GeneralError
            B          EventReleased CallState=GeneralError
            {ErrorOfA}
            monitoring EventCallPartyDeleted PartyID=2
            monitoring EventCallPartyDeleted PartyID=1
            monitoring EventCallDeleted
            """);
    }

    // Else it might seize another appearance before it goes off the hook for this one.
    [Fact]
    public void What_is_asked_of_a_DN_that_failed_while_it_dialed_waits_until_the_call_that_comes_of_it_has_come()
    {
        var now = DateTimeOffset.UnixEpoch;
        var idle = _scene.World.Dns["A"].Dn;
        var by = new Requester.Client(idle.Clients[0], "TMakeCall", 1);

        var dialing = DnDecider.Decide(idle, new DnInput.Requested(by, new Request.MakeCall("A", "B", null)), now);
        var failed = DnDecider.Fail(dialing.Next, null, now);
        Assert.Equal(52, Assert.IsType<DnOutput.Reply>(Assert.Single(failed.Outputs)).Event.ErrorCode);

        var asked = DnDecider.Decide(failed.Next, new DnInput.Requested(by, new Request.SetDND("A", On: true)), now);
        Assert.Empty(asked.Outputs);

        var call = new ConnID(1);
        var comes = new TEvent { Event = EventName.EventDialing, ConnID = call, CallType = CallType.Internal, ThisDN = "A" };
        var come = DnDecider.Decide(asked.Next, new DnInput.Noticed(comes, Seat: null, failed.Next.Attempts, OffHook: false), now);
        Assert.Equal(EventName.EventDialing, Assert.IsType<DnOutput.Report>(come.Outputs[0]).Event.Event);
        Assert.Equal(new DnOutput.ToCall(call, new CallInput.DnFailed("A")), come.Outputs[1]);
        Assert.Equal(EventName.EventDNDOn, Assert.IsType<DnOutput.Report>(come.Outputs[2]).Event.Event);
        Assert.Empty(come.Next.Forsaken);
    }

    [Fact]
    public void A_DN_without_calls_that_fails_leaves_the_others_alone() =>
        _scene.Do("TMakeCall A B").Fails(_scene.World.Dns["C"], "").Do("TAnswerCall B 1", "TMakeCall C D");

    [Fact]
    public void A_phone_off_the_hook_is_on_the_hook_after_a_failure() => _scene.Do("phone A offHook").Fails(_scene.World.Dns["A"], "A EventOnHook");

    [Fact]
    public void A_seizure_ends_when_its_DN_fails() =>
        _scene.Do("phone 60970 offHook").Fails(_scene.World.Dns["60970"], "60970 EventOnHook").Silence(31).Do("phone 60970_2 offHook", "TMakeCall 60970 A");

    [Fact]
    public void A_line_that_fails_ends_its_calls_and_its_seizures_and_nothing_else()
    {
        _scene.Do("TMakeCall 60972 60970", "TAnswerCall 60970 1", "phone 60970_2 offHook", "TMakeCall A B", "TMakeCall C 60970_2");
        _scene.Fails(_scene.World.Lines["60970"], """
            60972      EventReleased ConnID=1 CallState=GeneralError
            60970      EventReleased ConnID=1 CallState=GeneralError
            60970      EventOnHook
            60970_2    EventOnHook
            monitoring EventCallPartyDeleted DN=60970
            monitoring EventCallPartyDeleted DN=60972
            monitoring EventCallDeleted ConnID=1
            """);
        _scene.Do("TAnswerCall B 2", "TMakeCall 60970 D", "TMakeCall 60972 60970");
    }

    [Fact]
    public void The_seizure_that_a_failing_line_had_in_hand_is_answered_52()
    {
        _scene.World.Lines["60970"].FailOnNext();
        _scene.Refuses(52, "TMakeCall 60970 A").Do("TMakeCall 60970 A");
    }

    [Fact]
    public void A_call_that_fails_while_it_offers_itself_takes_leave_of_who_rings_already()
    {
        _scene.Start("TMakeCall A B");
        RunUntilCallExists();
        Call(1).FailOnNext();
        // The call's next message is B's acceptance: B rings already and is no party yet.
        _scene.World.Turn();
        _scene.World.Run();
        _scene.Check("""
            A          EventOffHook
            A          EventDialing@
            A          EventReleased CallState=GeneralError
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            B          EventRinging
            B          EventReleased CallState=GeneralError
            monitoring EventCallPartyDeleted DN=A
            monitoring EventCallDeleted
            """, "a failure while the call offers itself");
    }

    private void RunUntilCallExists()
    {
        while (_scene.World.CallEntities.Count == 0) _scene.World.Turn();
        _scene.World.Turn();
    }

    private CallEntity Call(int number) => _scene.World.CallEntities.Single(call => call.Call.Header.CallID == number);
}
