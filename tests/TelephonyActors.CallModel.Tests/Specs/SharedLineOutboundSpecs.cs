namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 7: seizing a shared line and dialing from it.</summary>
public sealed class SharedLineOutboundSpecs
{
    private const string Abnormal = """
        60970      EventReleased@ OtherDN=60972 CallState=OK
        60970      EventOnHook ConnID=-
        """;

    private readonly Scene _scene = Scene.SharedLine();

    [Fact]
    public void TMakeCall_seizes_goes_off_the_hook_and_dials() => _scene.Causes("TMakeCall 60970 60972", """
        60970      EventPrivateInfo ServiceId=4026 ThisDN=60970 AppearanceIndex=1 ConnID=-
        60970      EventOffHook AppearanceIndex=1
        60970      EventDialing@ ConnID=1 ThisDNRole=Origination OtherDN=60972 OtherDNRole=Destination AppearanceIndex=1
        60972      EventRinging OtherDN=60970 OtherDNRole=Origination CallState=OK AppearanceIndex=-
        monitoring EventCallCreated ConnID=1
        monitoring EventCallPartyAdded DN=60970 PartyID=1 State=Initiated
        monitoring EventCallPartyState PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyAdded DN=60972 PartyID=3 State=Alerting
        """);

    [Fact]
    public void On_answer_the_other_members_hear_nothing() => _scene.Do("TMakeCall 60970 60972").Causes("TAnswerCall 60972 1", """
        60972      EventEstablished@ OtherDN=60970
        60970      EventEstablished ThisDNRole=Origination OtherDN=60972 OtherDNRole=Destination AppearanceIndex=1
        monitoring EventCallPartyState PartyID=3 State=Connected
        """);

    [Fact]
    public void The_phone_seizes_and_dials_step_by_step() => _scene.Causes("phone 60970 offHook", """
        60970      EventPrivateInfo ServiceId=4026 AppearanceIndex=1
        """).Causes("phone 60970 dial 60972", """
        60970      EventOffHook AppearanceIndex=1
        60970      EventDialing OtherDN=60972 AppearanceIndex=1
        60972      EventRinging
        monitoring EventCallCreated
        monitoring EventCallPartyAdded
        monitoring EventCallPartyState
        monitoring EventCallPartyAdded DN=60972 PartyID=3
        """).Silence(31);

    [Fact]
    public void TMakeCall_goes_on_from_the_seizure() => _scene.Do("phone 60970 offHook").Causes("TMakeCall 60970 60972", """
        60970      EventOffHook AppearanceIndex=1
        60970      EventDialing@ AppearanceIndex=1
        60972      EventRinging
        monitoring EventCallCreated
        monitoring EventCallPartyAdded
        monitoring EventCallPartyState
        monitoring EventCallPartyAdded
        """);

    [Fact]
    public void A_seizure_that_is_hung_up_frees_the_appearance() => _scene.Do("phone 60970 offHook").Causes("phone 60970 hangUp", """
        60970      EventOnHook ThisDN=60970
        """).Do("TMakeCall 60972 60970");

    [Fact]
    public void A_seizure_that_does_not_dial_ends_after_30_seconds_to_the_millisecond() =>
        _scene.Do("phone 60970 offHook").Silence(29.999).Waits(0.001, "60970 EventOnHook").Do("phone 60970_2 offHook");

    [Fact]
    public void A_seizure_may_dial_in_its_last_millisecond() =>
        _scene.Do("phone 60970 offHook").Silence(29.999).Do("phone 60970 dial 60972").Silence(31);

    [Fact]
    public void The_30_seconds_of_an_ended_seizure_do_not_end_the_next_one() =>
        _scene.Do("phone 60970 offHook").Silence(20).Do("phone 60970 hangUp", "phone 60970 offHook").Silence(29.999).Waits(0.001, "60970 EventOnHook");

    [Fact]
    public void With_no_free_appearance_TMakeCall_is_496_and_a_seizure_does_nothing() =>
        _scene.Do("TMakeCall 60972 60970").Refuses(496, "TMakeCall 60970 A").Refuses(496, "phone 60970_2 offHook");

    [Fact]
    public void A_seizure_takes_an_appearance_as_a_call_does() => _scene.Do("phone 60970 offHook").Causes("TMakeCall 60972 60970", """
        60972      EventOffHook
        60972      EventDialing@
        60972      EventDestinationBusy CallState=Busy
        monitoring EventCallCreated
        monitoring EventCallPartyAdded
        monitoring EventCallPartyState
        monitoring EventCallPartyState State=Busy
        """);

    [Fact]
    public void Of_two_members_that_seize_at_the_same_time_one_gets_the_appearance() =>
        _scene.CausesTogether(["TMakeCall 60970 A", "TMakeCall 60970_2 C"], """
            60970      EventPrivateInfo
            60970      EventOffHook
            60970      EventDialing@
            A          EventRinging
            client     EventError@ ErrorCode=496 ThisDN=60970_2
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            monitoring EventCallPartyAdded
            """);

    [Fact]
    public void The_callers_own_line_is_busy_for_it() => _scene.Causes("TMakeCall 60970_2 60970", """
        60970_2    EventPrivateInfo
        60970_2    EventOffHook
        60970_2    EventDialing@ OtherDN=60970
        60970_2    EventDestinationBusy OtherDN=60970 CallState=Busy
        monitoring EventCallCreated
        monitoring EventCallPartyAdded DN=60970_2 PartyID=1
        monitoring EventCallPartyState State=Connected+Dialing
        monitoring EventCallPartyState State=Busy
        """);

    [Fact]
    public void Abnormal_60970_hangs_up_while_60972_rings() => _scene.Do("TMakeCall 60970 60972").Causes("TReleaseCall 60970 1", Abnormal + """

        60972      EventAbandoned OtherDN=60970
        monitoring EventCallPartyDeleted DN=60972 PartyID=3
        monitoring EventCallPartyDeleted DN=60970 PartyID=1
        monitoring EventCallDeleted ConnID=1
        """).Do("TMakeCall 60970_2 60972");

    [Fact]
    public void Abnormal_60970_hangs_up_and_60972_was_not_alerted() => _scene.Do("TMakeCall 60972 A", "TMakeCall 60970 60972").Causes("TReleaseCall 60970 2", Abnormal + """

        monitoring EventCallPartyDeleted DN=60970 PartyID=1
        monitoring EventCallDeleted ConnID=2
        """);

    [Fact]
    public void The_party_IDs_of_all_members_are_reserved_when_a_member_dials() =>
        Scene.SharedLine(members: 3).Do("TMakeCall 60970_2 60972", "TAnswerCall 60972 1").Causes("phone 60970 bargeIn", """
            60972      EventPartyAdded OtherDN=60970
            60970_2    EventPartyAdded OtherDN=60970
            60970      EventRinging
            60970      EventOffHook
            60970      EventEstablished
            monitoring EventCallPartyAdded DN=60970 PartyID=2
            monitoring EventCallPartyState DN=60970 PartyID=2
            """);

    [Fact]
    public void A_member_that_holds_may_seize_another_appearance() =>
        Scene.SharedLine(appearances: 2).Do("TMakeCall 60970 60972", "TAnswerCall 60972 1", "THoldCall 60970 1").Causes("TMakeCall 60970 A", """
            60970      EventPrivateInfo AppearanceIndex=2
            60970      EventDialing@ AppearanceIndex=2
            A          EventRinging
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            monitoring EventCallPartyAdded
            """);
}
