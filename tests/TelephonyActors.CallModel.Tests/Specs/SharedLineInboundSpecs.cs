namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 7: calls to a shared line, as the reference's tables show them.</summary>
public sealed class SharedLineInboundSpecs
{
    private readonly Scene _scene = Scene.SharedLine();

    [Fact]
    public void Every_member_is_alerted() => _scene.Causes("TMakeCall 60972 60970", """
        60972      EventOffHook ThisDN=60972
        60972      EventDialing@ ConnID=1 OtherDN=60970 CallState=OK AppearanceIndex=-
        60970      EventRinging ThisDNRole=Destination OtherDN=60972 OtherDNRole=Origination CallState=Covered CallType=Internal AppearanceIndex=1
        60970_2    EventRinging ThisDNRole=Destination OtherDN=60972 OtherDNRole=Origination CallState=Covered CallType=Internal AppearanceIndex=1
        monitoring EventCallCreated ConnID=1
        monitoring EventCallPartyAdded DN=60972 PartyID=1 State=Initiated
        monitoring EventCallPartyState PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyAdded DN=60970 PartyID=2 State=Alerting
        monitoring EventCallPartyAdded DN=60970_2 PartyID=3 State=Alerting
        """);

    [Fact]
    public void An_external_caller_makes_it_Inbound_with_ANI_and_DNIS() => _scene.Causes("phone X dial 60970", """
        60970      EventRinging CallType=Inbound ANI=X DNIS=60970 OtherDN=X CallState=Covered AppearanceIndex=1
        60970_2    EventRinging CallType=Inbound ANI=X DNIS=60970 OtherDN=X CallState=Covered AppearanceIndex=1
        monitoring EventCallCreated CallType=Inbound
        monitoring EventCallPartyAdded DN=X PartyID=1 State=Initiated
        monitoring EventCallPartyState PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyAdded DN=60970 PartyID=2
        monitoring EventCallPartyAdded DN=60970_2 PartyID=3
        """);

    [Fact]
    public void The_first_member_answers() => _scene.Do("TMakeCall 60972 60970").Causes("TAnswerCall 60970 1", """
        60972      EventEstablished ThisDNRole=Origination OtherDN=60970 OtherDNRole=Destination AppearanceIndex=-
        60970      EventEstablished@ ThisDNRole=Destination OtherDN=60972 OtherDNRole=Origination AppearanceIndex=1
        60970_2    EventReleased ThisDNRole=Destination OtherDN=60972 OtherDNRole=Origination CallState=Redirected
        monitoring EventCallPartyDeleted DN=60970_2 PartyID=3
        monitoring EventCallPartyState DN=60970 PartyID=2 State=Connected
        """);

    [Fact]
    public void The_second_member_answers() => _scene.Do("TMakeCall 60972 60970").Causes("TAnswerCall 60970_2 1", """
        60972      EventEstablished OtherDN=60970_2
        60970_2    EventEstablished@ OtherDN=60972 AppearanceIndex=1
        60970      EventReleased OtherDN=60972 CallState=Redirected
        monitoring EventCallPartyDeleted DN=60970 PartyID=2
        monitoring EventCallPartyState DN=60970_2 PartyID=3 State=Connected
        """);

    [Fact]
    public void Of_three_members_the_losers_are_deleted_in_descending_PartyID() =>
        Scene.SharedLine(members: 3).Do("TMakeCall 60972 60970").Causes("TAnswerCall 60970 1", """
            60972      EventEstablished
            60970      EventEstablished@
            60970_2    EventReleased CallState=Redirected
            60970_3    EventReleased CallState=Redirected
            monitoring EventCallPartyDeleted PartyID=4
            monitoring EventCallPartyDeleted PartyID=3
            monitoring EventCallPartyState PartyID=2 State=Connected
            """);

    [Fact]
    public void The_second_of_two_simultaneous_answers_is_refused()
    {
        _scene.Do("TMakeCall 60972 60970").CausesTogether(["TAnswerCall 60970 1", "TAnswerCall 60970_2 1"], """
            60972      EventEstablished OtherDN=60970
            60970      EventEstablished@
            60970_2    EventReleased CallState=Redirected
            client     EventError@ ErrorCode=496 ThisDN=60970_2 Request=TAnswerCall
            monitoring EventCallPartyDeleted DN=60970_2
            monitoring EventCallPartyState DN=60970 State=Connected
            """);
        _scene.Refuses(496, "TAnswerCall 60970_2 1").Refuses(470, "TReleaseCall 60970_2 1");
    }

    [Fact]
    public void A_member_that_rejects_leaves_alone_and_comes_too_late_to_answer() => _scene.Do("TMakeCall 60972 60970").Causes("TReleaseCall 60970_2 1", """
        60970_2    EventReleased@ OtherDN=60972 CallState=OK
        monitoring EventCallPartyDeleted PartyID=3
        """).Refuses(496, "TAnswerCall 60970_2 1");

    [Fact]
    public void When_the_last_member_has_rejected_the_caller_hears_Busy() =>
        _scene.Do("TMakeCall 60972 60970", "TReleaseCall 60970_2 1").Causes("TReleaseCall 60970 1", """
            60972      EventDestinationBusy OtherDN=60970 CallState=Busy
            60970      EventReleased@ CallState=OK
            monitoring EventCallPartyDeleted PartyID=2
            monitoring EventCallPartyState PartyID=1 State=Busy
            """).Do("TMakeCall A 60970");

    [Fact]
    public void Nobody_answers_in_time() => Scene.SharedLine(ringTimeout: 20).Do("TMakeCall 60972 60970").Silence(19.999).Waits(0.001, """
        60972      EventDestinationBusy OtherDN=60970 CallState=NoAnswer
        60970      EventReleased OtherDN=60972 CallState=NoAnswer
        60970_2    EventReleased OtherDN=60972 CallState=NoAnswer
        monitoring EventCallPartyDeleted PartyID=3
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyState PartyID=1 State=Busy
        """);

    [Fact]
    public void The_caller_gives_up() => _scene.Do("TMakeCall 60972 60970").Causes("TReleaseCall 60972 1", """
        60972      EventReleased@ OtherDN=60970 CallState=OK
        60970      EventAbandoned OtherDN=60972 CallState=OK
        60970_2    EventAbandoned OtherDN=60972 CallState=OK
        monitoring EventCallPartyDeleted PartyID=3
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted
        """);

    [Theory]
    [InlineData("60972", "@", "")]
    [InlineData("60970", "", "@")]
    public void Termination_ends_with_EventOnHook_on_the_member(string by, string caller, string member) =>
        _scene.Do("TMakeCall 60972 60970", "TAnswerCall 60970 1").Causes($"TReleaseCall {by} 1", $"""
            60972      EventReleased{caller} OtherDN=60970 CallState=OK
            60970      EventReleased{member} OtherDN=60972 CallState=OK
            60970      EventOnHook ThisDN=60970 ConnID=-
            monitoring EventCallPartyDeleted PartyID=2
            monitoring EventCallPartyDeleted PartyID=1
            monitoring EventCallDeleted
            """);

    [Fact]
    public void All_appearances_taken_means_busy() => _scene.Do("TMakeCall 60972 60970").Causes("TMakeCall A 60970", """
        A          EventOffHook
        A          EventDialing@ OtherDN=60970
        A          EventDestinationBusy CallState=Busy
        monitoring EventCallCreated ConnID=2
        monitoring EventCallPartyAdded DN=A
        monitoring EventCallPartyState State=Connected+Dialing
        monitoring EventCallPartyState State=Busy
        """);

    [Fact]
    public void A_call_takes_the_lowest_free_appearance()
    {
        var scene = Scene.SharedLine(members: 3, appearances: 2).Do("TMakeCall 60972 60970", "TMakeCall A 60970", "TReleaseCall 60972 1");
        scene.Causes("TMakeCall C 60970", """
            C          EventOffHook
            C          EventDialing@
            60970      EventRinging AppearanceIndex=1
            60970_2    EventRinging AppearanceIndex=1
            60970_3    EventRinging AppearanceIndex=1
            monitoring EventCallCreated
            monitoring EventCallPartyAdded DN=C
            monitoring EventCallPartyState
            monitoring EventCallPartyAdded DN=60970
            monitoring EventCallPartyAdded DN=60970_2
            monitoring EventCallPartyAdded DN=60970_3
            """);
    }

    [Fact]
    public void A_member_that_talks_is_alerted_too_and_must_hold_before_it_answers()
    {
        var scene = Scene.SharedLine(appearances: 2).Do("TMakeCall 60972 60970", "TAnswerCall 60970 1", "TMakeCall A 60970");
        scene.Refuses(496, "TAnswerCall 60970 2").Do("THoldCall 60970 1").Causes("TAnswerCall 60970 2", """
            A          EventEstablished OtherDN=60970
            60970      EventEstablished@ AppearanceIndex=2
            60970_2    EventReleased CallState=Redirected
            monitoring EventCallPartyDeleted DN=60970_2
            monitoring EventCallPartyState DN=60970 State=Connected
            """);
    }

    [Fact]
    public void A_members_own_number_alerts_that_member_alone_without_an_appearance() => _scene.Causes("TMakeCall 60972 60970_2", """
        60972      EventOffHook
        60972      EventDialing@ OtherDN=60970_2
        60970_2    EventRinging CallState=OK AppearanceIndex=-
        monitoring EventCallCreated
        monitoring EventCallPartyAdded DN=60972 PartyID=1
        monitoring EventCallPartyState
        monitoring EventCallPartyAdded DN=60970_2 PartyID=2
        """).Do("TAnswerCall 60970_2 1").Causes("TReleaseCall 60970_2 1", """
        60972      EventReleased
        60970_2    EventReleased@
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted
        """);

    [Fact]
    public void A_call_to_a_members_own_number_takes_no_appearance() =>
        _scene.Do("TMakeCall 60972 60970_2", "TMakeCall A 60970", "TAnswerCall 60970 2");

    [Fact]
    public void A_caller_that_gives_up_while_the_members_are_being_offered_the_call_leaves_the_appearance_free()
    {
        _scene.Start("TMakeCall 60972 60970");
        while (_scene.World.Calls.Created.Count == 0) _scene.World.Turn();
        _scene.Start("TReleaseCall 60972 1");
        _scene.Do("TQueryAddress 60972", "TMakeCall A 60970", "TAnswerCall 60970 2");
    }
}
