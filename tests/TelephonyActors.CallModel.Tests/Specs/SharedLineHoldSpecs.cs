namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 7: hold, retrieve from another phone, barge-in, and whose call it is.</summary>
public sealed class SharedLineHoldSpecs
{
    private const string BargedIn = """
        60972      EventPartyAdded OtherDN=60970 OtherDNRole=NewParty ThirdPartyDN=60970 ThirdPartyDNRole=AddedBy CallState=Conferenced
        60970_2    EventPartyAdded OtherDN=60970 OtherDNRole=NewParty ThirdPartyDN=60970 ThirdPartyDNRole=AddedBy CallState=Conferenced
        60970      EventRinging{0} ThisDNRole=ConferenceMember OtherDN=- CallState=OK AppearanceIndex=1
        60970      EventOffHook AppearanceIndex=1 ConnID=-
        60970      EventEstablished ThisDNRole=ConferenceMember OtherDN=- CallState=Conferenced AppearanceIndex=1
        monitoring EventCallPartyAdded DN=60970 PartyID=2 State=Alerting
        monitoring EventCallPartyState DN=60970 PartyID=2 State=Connected
        """;

    private const string RetrievedFromAnotherPhone = """
        60970      EventReleased OtherDN=60972 CallState=Transferred Cause=1stepTransfer
        60970_2    EventOffHook AppearanceIndex=1
        60970_2    EventRinging OtherDN=60972 CallState=Transferred AppearanceIndex=1 ThisDNRole=Destination
        60970_2    EventEstablished{0} OtherDN=60972 CallState=OK AppearanceIndex=1
        60972      EventPartyChanged ConnID=1 PreviousConnID=1 OtherDN=60970_2 ThirdPartyDN=60970 ThirdPartyDNRole=TransferredBy CallState=Transferred
        monitoring EventCallPartyDeleted DN=60970 PartyID=2
        monitoring EventCallPartyAdded DN=60970_2 PartyID=3 State=Alerting
        monitoring EventCallPartyState DN=60970_2 PartyID=3 State=Connected
        """;

    private readonly Scene _scene = Scene.SharedLine().Do("TMakeCall 60972 60970", "TAnswerCall 60970 1");

    [Fact]
    public void A_member_holds() => _scene.Causes("THoldCall 60970 1", """
        60970      EventHeld@ OtherDN=60972
        monitoring EventCallPartyState DN=60970 State=Held
        """);

    [Fact]
    public void Another_member_retrieves() =>
        _scene.Do("THoldCall 60970 1").Causes("TRetrieveCall 60970_2 1", RetrievedFromAnotherPhone.Replace("{0}", "@", StringComparison.Ordinal));

    [Fact]
    public void Another_member_retrieves_by_phone() =>
        _scene.Do("THoldCall 60970 1").Causes("phone 60970_2 retrieve", RetrievedFromAnotherPhone.Replace("{0}", "", StringComparison.Ordinal));

    [Fact]
    public void The_member_that_holds_retrieves_itself() => _scene.Do("THoldCall 60970 1").Causes("TRetrieveCall 60970 1", """
        60970      EventRetrieved@ OtherDN=60972
        monitoring EventCallPartyState DN=60970 State=Connected
        """);

    [Fact]
    public void A_held_call_that_is_released_has_no_EventOnHook() => _scene.Do("THoldCall 60970 1").Causes("TReleaseCall 60970 1", """
        60970      EventReleased@ OtherDN=60972 CallState=OK
        60972      EventReleased OtherDN=60970 CallState=OK
        monitoring EventCallPartyDeleted DN=60970
        monitoring EventCallPartyDeleted DN=60972
        monitoring EventCallDeleted
        """).Do("TMakeCall 60972 60970");

    [Fact]
    public void Who_retrieves_while_it_talks_is_496() =>
        Scene.SharedLine(appearances: 2).Do("TMakeCall 60972 60970", "TAnswerCall 60970 1", "THoldCall 60970 1")
            .Do("TMakeCall A 60970", "TAnswerCall 60970_2 2").Refuses(496, "TRetrieveCall 60970_2 1");

    [Fact]
    public void A_call_whose_holder_has_lost_it_is_not_its_own_any_more() =>
        _scene.Do("THoldCall 60970 1", "TRetrieveCall 60970_2 1").Refuses(470, "TRetrieveCall 60970 1").Refuses(470, "TReleaseCall 60970 1");

    [Fact]
    public void A_member_barges_in() => Scene.SharedLine().Do("TMakeCall 60972 60970", "TAnswerCall 60970_2 1")
        .Causes("TSingleStepConference 60970 1 60970", BargedIn.Replace("{0}", "@", StringComparison.Ordinal));

    [Fact]
    public void A_member_barges_in_by_phone() => Scene.SharedLine().Do("TMakeCall 60972 60970", "TAnswerCall 60970_2 1")
        .Causes("phone 60970 bargeIn", BargedIn.Replace("{0}", "", StringComparison.Ordinal));

    [Fact]
    public void Afterwards_it_is_a_conference() => _scene.Do("phone 60970_2 bargeIn").Causes("TReleaseCall 60970 1", """
        60972      EventPartyDeleted OtherDN=60970 ThirdPartyDN=60970 CallState=OK
        60970      EventReleased@ OtherDN=- CallState=OK
        60970      EventOnHook
        60970_2    EventPartyDeleted OtherDN=60970 ThirdPartyDN=60970 CallState=OK
        monitoring EventCallPartyDeleted DN=60970
        """).Causes("TReleaseCall 60970_2 1", """
        60972      EventReleased OtherDN=60970_2
        60970_2    EventReleased@ OtherDN=60972
        60970_2    EventOnHook
        monitoring EventCallPartyDeleted DN=60970_2
        monitoring EventCallPartyDeleted DN=60972
        monitoring EventCallDeleted
        """);

    [Fact]
    public void The_appearance_is_free_only_when_the_last_member_has_left() =>
        _scene.Do("phone 60970_2 bargeIn", "TReleaseCall 60970 1").Refuses(496, "TMakeCall 60970 A").Do("TReleaseCall 60970_2 1", "TMakeCall 60970 A");

    [Fact]
    public void A_held_call_cannot_be_barged_into() =>
        _scene.Do("THoldCall 60970 1").Refuses(496, "TSingleStepConference 60970_2 1 60970_2").Refuses(496, "phone 60970_2 bargeIn");

    [Fact]
    public void A_call_that_rings_at_the_line_cannot_be_barged_into() =>
        Scene.SharedLine(members: 3).Do("TMakeCall 60972 60970", "TReleaseCall 60970_2 1").Refuses(496, "TSingleStepConference 60970_2 1 60970_2");

    [Fact]
    public void A_member_that_talks_cannot_barge_in() =>
        Scene.SharedLine(appearances: 2).Do("TMakeCall 60972 60970", "TAnswerCall 60970 1", "TMakeCall A 60970", "TAnswerCall 60970_2 2")
            .Refuses(496, "TSingleStepConference 60970_2 1 60970_2");

    [Fact]
    public void An_ordinary_DN_cannot_barge_in() => _scene.Refuses(470, "TSingleStepConference A 1 A").Refuses(496, "phone A bargeIn");

    [Theory]
    [InlineData("TReleaseCall 60970_2 1")]
    [InlineData("THoldCall 60970_2 1")]
    [InlineData("TSingleStepConference 60970_2 1 A")]
    [InlineData("TInitiateConference 60970_2 1 A")]
    [InlineData("TDeleteFromConference 60970_2 1 60970")]
    [InlineData("TRetrieveCall 60970_2 1")]
    [InlineData("TQueryCall 60970_2 1")]
    public void The_call_of_another_member_is_470(string request) => _scene.Refuses(470, request);

    [Fact]
    public void A_member_that_was_never_alerted_gets_470_for_an_answer() =>
        Scene.SharedLine().Do("TMakeCall 60970 60972", "TAnswerCall 60972 1").Refuses(470, "TAnswerCall 60970_2 1");

    [Fact]
    public void A_members_consultation_call_is_none_of_the_lines() => _scene.Causes("TInitiateConference 60970 1 A", """
        60970      EventHeld
        60970      EventDialing@ ConnID=2 CallType=Consult AppearanceIndex=-
        A          EventRinging ConnID=2 AppearanceIndex=-
        monitoring EventCallPartyState ConnID=1 State=Held
        monitoring EventCallCreated ConnID=2
        monitoring EventCallPartyAdded ConnID=2 DN=60970 PartyID=1
        monitoring EventCallPartyState ConnID=2
        monitoring EventCallPartyAdded ConnID=2 DN=A PartyID=2
        """).Do("TAnswerCall A 2").Causes("TReleaseCall 60970 2", """
        60970      EventReleased@ ConnID=2
        A          EventReleased ConnID=2
        monitoring EventCallPartyDeleted ConnID=2 PartyID=2
        monitoring EventCallPartyDeleted ConnID=2 PartyID=1
        monitoring EventCallDeleted ConnID=2
        """);

    // EventRinging answers the barge-in; what is asked behind it must not slip in before EventEstablished.
    [Fact]
    public void A_call_made_right_behind_a_barge_in_is_refused() =>
        Scene.SharedLine(appearances: 2).Do("TMakeCall 60972 60970", "TAnswerCall 60970 1").CausesTogether(
            ["TSingleStepConference 60970_2 1 60970_2", "TMakeCall 60970_2 A"], """
            60972      EventPartyAdded
            60970      EventPartyAdded
            60970_2    EventRinging@
            60970_2    EventOffHook
            60970_2    EventEstablished
            client     EventError@ ErrorCode=496 Request=TMakeCall
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            """);

    // call models 9.5: of the members at most one is established as Destination, which 60970 is.
    [Fact]
    public void Who_retrieves_beside_the_member_that_answered_joins_as_ConferenceMember() =>
        Scene.SharedLine(members: 3).Do("TMakeCall 60972 60970", "TAnswerCall 60970 1", "phone 60970_2 bargeIn", "THoldCall 60970_2 1")
            .Causes("TRetrieveCall 60970_3 1", """
                60970_2    EventReleased CallState=Transferred
                60970_3    EventOffHook
                60970_3    EventRinging ThisDNRole=ConferenceMember CallState=Transferred AppearanceIndex=1
                60970_3    EventEstablished@ ThisDNRole=ConferenceMember AppearanceIndex=1
                60970      EventPartyChanged OtherDN=60970_3
                60972      EventPartyChanged OtherDN=60970_3
                monitoring EventCallPartyDeleted DN=60970_2
                monitoring EventCallPartyAdded DN=60970_3
                monitoring EventCallPartyState DN=60970_3
                """);

    // call models 9.2: the line was invited by its number, which is 60970's own DN as well.
    [Fact]
    public void Nobody_hears_of_itself_as_deleted_when_an_invited_line_does_not_join() =>
        _scene.Do("TSingleStepConference 60972 1 60970").Causes("TReleaseCall 60970_2 1", """
            60972      EventPartyDeleted OtherDN=60970_2 ThirdPartyDN=60970_2 CallState=OK
            60970      EventPartyDeleted OtherDN=60970_2 ThirdPartyDN=60970_2 CallState=OK
            60970_2    EventReleased@
            monitoring EventCallPartyDeleted DN=60970_2
            """);
}
