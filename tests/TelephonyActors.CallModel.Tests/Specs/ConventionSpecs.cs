using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 0: which events carry what, party IDs, deletions, types of calls, external numbers.</summary>
public sealed class ConventionSpecs
{
    private readonly Scene _scene = Scene.SharedLine(members: 3, appearances: 2);

    [Fact]
    public void Events_of_a_DN_bear_what_chapter_0_says()
    {
        Rich();
        foreach (var (column, events) in _scene.World.Columns.Where(column => column.Key != ModelWorld.Monitoring))
        {
            foreach (var heard in events)
            {
                Assert.Equal(column, heard.ThisDN);
                Assert.NotNull(heard.Time);
                var ofCall = heard.ConnID is not null;
                Assert.Equal(!ofCall, heard.Event is EventName.EventOffHook or EventName.EventOnHook or EventName.EventPrivateInfo);
                foreach (var attribute in (object?[])[heard.CallUUID, heard.CallID, heard.CallType, heard.CallState, heard.ThisDNRole]) Assert.Equal(ofCall, attribute is not null);
                foreach (var attribute in (object?[])[heard.DN, heard.PartyID, heard.State, heard.ReferenceID]) Assert.Null(attribute);
                Assert.Equal(heard.CallType == CallType.Inbound, heard.ANI is not null && heard.DNIS is not null);
            }
        }
    }

    [Fact]
    public void Events_of_monitoring_bear_what_chapter_0_says()
    {
        Rich();
        foreach (var fact in _scene.World.Columns[ModelWorld.Monitoring])
        {
            foreach (var attribute in (object?[])[fact.ConnID, fact.CallUUID, fact.CallID, fact.CallType, fact.Time]) Assert.NotNull(attribute);
            foreach (var attribute in (object?[])[fact.ThisDN, fact.ThisDNRole, fact.OtherDN, fact.CallState, fact.ANI]) Assert.Null(attribute);
            var ofParty = fact.Event is not (EventName.EventCallCreated or EventName.EventCallDeleted);
            Assert.Equal(ofParty, fact.DN is not null && fact.PartyID is not null);
            Assert.Equal(ofParty && fact.Event != EventName.EventCallPartyDeleted, fact.State is not null);
            Assert.Equal(fact.Event == EventName.EventCallPartyMoved, fact.PreviousConnID is not null);
        }
    }

    [Fact]
    public void Sequence_numbers_count_from_1_in_each_source()
    {
        Rich();
        foreach (var (column, events) in _scene.World.Columns)
        {
            foreach (var source in events.GroupBy(each => column == ModelWorld.Monitoring ? each.ConnID : null))
                Assert.Equal(Enumerable.Range(1, source.Count()).Select(number => (long?)number), source.Select(each => each.EventSequenceNumber));
        }
    }

    [Fact]
    public void Private_answers_bear_no_sequence_number() => _scene.Do("TMakeCall A B")
        .Causes("TQueryAddress A", "client EventAddressInfo@ EventSequenceNumber=- ThisDN=A")
        .Causes("TQueryCall A 1", "client EventPartyInfo@ EventSequenceNumber=- ThisDN=A ConnID=1")
        .Causes("TAnswerCall A 1", "client EventError@ EventSequenceNumber=- ThisDN=A Request=TAnswerCall");

    [Fact]
    public void A_call_to_an_external_number_reaches_the_network_at_once() => _scene.Causes("TMakeCall A X", """
        A          EventOffHook
        A          EventDialing@ CallType=Outbound OtherDN=X ANI=- DNIS=-
        A          EventNetworkReached CallState=OK OtherDN=X
        monitoring EventCallCreated CallType=Outbound
        monitoring EventCallPartyAdded DN=A PartyID=1 State=Initiated
        monitoring EventCallPartyState PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyAdded DN=X PartyID=2 State=Alerting
        """).Causes("phone X answer", """
        A          EventEstablished OtherDN=X
        monitoring EventCallPartyState DN=X PartyID=2 State=Connected
        """);

    [Fact]
    public void An_external_number_is_never_busy() => _scene.Do("TMakeCall A X", "phone X answer", "TMakeCall B X", "phone X answer 2", "phone X dial C");

    [Fact]
    public void An_external_caller_makes_a_call_Inbound() => _scene.Causes("phone X dial A", """
        A          EventRinging CallType=Inbound OtherDN=X ANI=X DNIS=A
        monitoring EventCallCreated CallType=Inbound
        monitoring EventCallPartyAdded DN=X PartyID=1 State=Initiated
        monitoring EventCallPartyState DN=X State=Connected+Dialing
        monitoring EventCallPartyAdded DN=A PartyID=2
        """).Causes("TAnswerCall A 1", """
        A          EventEstablished@ CallType=Inbound OtherDN=X ANI=X DNIS=A
        monitoring EventCallPartyState DN=A State=Connected
        """);

    [Fact]
    public void Deletions_are_alerting_parties_then_members_then_others_each_in_descending_PartyID() =>
        _scene.Do("TMakeCall A 60970", "TAnswerCall 60970_2 1", "TSingleStepConference A 1 B", "TAnswerCall B 1")
            .Do("phone 60970 bargeIn", "TSingleStepConference A 1 C", "TSingleStepConference A 1 60972")
            .Fails(_scene.World.CallEntities[0], """
                A          EventReleased CallState=GeneralError
                B          EventReleased CallState=GeneralError
                C          EventReleased CallState=GeneralError
                60972      EventReleased CallState=GeneralError
                60970      EventReleased CallState=GeneralError
                60970      EventOnHook
                60970_2    EventReleased CallState=GeneralError
                60970_2    EventOnHook
                monitoring EventCallPartyDeleted DN=60972 PartyID=7
                monitoring EventCallPartyDeleted DN=C PartyID=6
                monitoring EventCallPartyDeleted DN=60970_2 PartyID=3
                monitoring EventCallPartyDeleted DN=60970 PartyID=2
                monitoring EventCallPartyDeleted DN=B PartyID=5
                monitoring EventCallPartyDeleted DN=A PartyID=1
                monitoring EventCallDeleted
                """);

    [Fact]
    public void A_phone_that_goes_off_the_hook_and_hangs_up_reports_both() => _scene
        .Causes("phone A offHook", "A EventOffHook ThisDN=A ConnID=-")
        .Refuses(496, "phone A offHook")
        .Causes("phone A hangUp", "A EventOnHook ThisDN=A ConnID=-");

    [Fact]
    public void Dialing_goes_on_from_a_phone_off_the_hook_without_a_second_EventOffHook() => _scene.Do("phone A offHook").Causes("TMakeCall A C", """
        A          EventDialing@
        C          EventRinging
        monitoring EventCallCreated
        monitoring EventCallPartyAdded
        monitoring EventCallPartyState
        monitoring EventCallPartyAdded
        """).Causes("phone A hangUp", """
        A          EventReleased
        C          EventAbandoned
        monitoring EventCallPartyDeleted
        monitoring EventCallPartyDeleted
        monitoring EventCallDeleted
        """);

    [Fact]
    public void A_phone_off_the_hook_counts_as_a_call_and_takes_a_line() => _scene.Do("TMakeCall A B", "phone C offHook")
        .Causes("TMakeCall D C", """
            D          EventOffHook
            D          EventDialing@
            D          EventDestinationBusy
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            monitoring EventCallPartyState
            """)
        .Do("phone B offHook").Refuses(496, "TAnswerCall B 1");

    [Fact]
    public void EventOffHook_is_not_reported_by_a_DN_that_has_another_call() =>
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "THoldCall B 1").Causes("TMakeCall B C", """
            B          EventDialing@
            C          EventRinging
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            monitoring EventCallPartyAdded
            """);

    [Fact]
    public void EventOffHook_is_reported_by_a_DN_whose_other_call_only_rings() =>
        _scene.Do("TMakeCall A B").Causes("TMakeCall B C", """
            B          EventOffHook
            B          EventDialing@
            C          EventRinging
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            monitoring EventCallPartyAdded
            """);

    // A bit of everything: inbound, a line, hold, a two-step conference, barge-in, releases.
    private void Rich() => _scene
        .Do("phone X dial 60970", "TAnswerCall 60970_2 1", "THoldCall 60970_2 1", "TRetrieveCall 60970 1", "phone 60970_3 bargeIn")
        .Do("TMakeCall A B", "TAnswerCall B 2", "TInitiateConference B 2 C", "TAnswerCall C 3", "TCompleteConference B 2 3")
        .Do("TMakeCall 60970_2 D", "TReleaseCall D 4", "TReleaseCall 60970_2 4", "TReleaseCall A 2", "TReleaseCall C 2", "phone X hangUp", "TReleaseCall 60970 1");
}
