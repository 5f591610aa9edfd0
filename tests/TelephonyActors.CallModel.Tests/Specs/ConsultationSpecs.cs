namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 4: the two-step conference.</summary>
public sealed class ConsultationSpecs
{
    private readonly Scene _scene = Scene.Ordinary().Do("TMakeCall A B", "TAnswerCall B 1");

    [Fact]
    public void B_consults_C() => _scene.Causes("TInitiateConference B 1 C", """
        B          EventHeld ConnID=1 OtherDN=A
        B          EventDialing@ ConnID=2 CallType=Consult PreviousConnID=1 ThisDNRole=Origination OtherDN=C CallState=OK
        C          EventRinging ConnID=2 CallType=Consult OtherDN=B CallState=OK
        monitoring EventCallPartyState ConnID=1 DN=B State=Held
        monitoring EventCallCreated ConnID=2
        monitoring EventCallPartyAdded ConnID=2 DN=B PartyID=1 State=Initiated
        monitoring EventCallPartyState ConnID=2 PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyAdded ConnID=2 DN=C PartyID=2 State=Alerting
        """);

    [Fact]
    public void C_answers() => _scene.Do("TInitiateConference B 1 C").Causes("TAnswerCall C 2", """
        B          EventEstablished ConnID=2 OtherDN=C CallType=Consult
        C          EventEstablished@ ConnID=2 OtherDN=B CallType=Consult
        monitoring EventCallPartyState ConnID=2 PartyID=2 State=Connected
        """);

    [Fact]
    public void B_completes_the_conference() => Consulted().Causes("TCompleteConference B 1 2", """
        A          EventPartyAdded ConnID=1 OtherDN=C OtherDNRole=NewParty ThirdPartyDN=B ThirdPartyDNRole=AddedBy CallState=Conferenced
        B          EventReleased ConnID=2 CallState=Conferenced
        B          EventRetrieved@ ConnID=1 CallState=Conferenced
        B          EventPartyAdded ConnID=1 OtherDN=C OtherDNRole=NewParty ThirdPartyDN=B ThirdPartyDNRole=AddedBy CallState=Conferenced
        C          EventPartyChanged ConnID=1 PreviousConnID=2 ThirdPartyDN=B ThirdPartyDNRole=ConferencedBy CallState=Conferenced CallType=Internal
        monitoring EventCallPartyDeleted ConnID=2 DN=B PartyID=1
        monitoring EventCallPartyState ConnID=1 DN=B PartyID=2 State=Connected
        monitoring EventCallPartyMoved ConnID=1 PreviousConnID=2 DN=C PartyID=3 State=Connected
        monitoring EventCallDeleted ConnID=2
        """);

    [Fact]
    public void After_the_conference_the_consultation_call_does_not_exist() =>
        Consulted().Do("TCompleteConference B 1 2").Refuses(56, "TReleaseCall B 2").Refuses(56, "TAnswerCall C 2");

    [Fact]
    public void After_the_conference_each_of_the_three_may_leave() => Consulted().Do("TCompleteConference B 1 2").Causes("TReleaseCall B 1", """
        A          EventPartyDeleted OtherDN=B CallState=OK
        B          EventReleased@ OtherDN=-
        C          EventPartyDeleted OtherDN=B CallState=OK
        monitoring EventCallPartyDeleted DN=B
        """).Causes("TReleaseCall A 1", """
        A          EventReleased@ OtherDN=C
        C          EventReleased OtherDN=A
        monitoring EventCallPartyDeleted DN=C PartyID=3
        monitoring EventCallPartyDeleted DN=A PartyID=1
        monitoring EventCallDeleted ConnID=1
        """);

    [Fact]
    public void The_conference_cannot_be_completed_before_C_answers() =>
        _scene.Do("TInitiateConference B 1 C").Refuses(496, "TCompleteConference B 1 2");

    [Fact]
    public void The_conference_cannot_be_completed_after_C_rejected() =>
        _scene.Do("TInitiateConference B 1 C", "TReleaseCall C 2").Refuses(496, "TCompleteConference B 1 2");

    [Fact]
    public void The_held_call_must_be_held_and_the_current_one_connected() => Consulted().Refuses(496, "TCompleteConference B 2 1");

    [Fact]
    public void A_call_cannot_be_joined_to_itself() => Consulted().Refuses(496, "TCompleteConference B 2 2");

    [Fact]
    public void Two_calls_that_share_another_party_cannot_become_one() =>
        Scene.Ordinary().Do("TMakeCall A B", "TAnswerCall B 1", "TInitiateConference A 1 C", "TAnswerCall C 2")
            .Do("TSingleStepConference C 2 B", "THoldCall B 1", "TAnswerCall B 2")
            .Refuses(496, "TCompleteConference A 1 2", "B is a party of both calls");

    [Fact]
    public void A_busy_C_is_heard_on_the_consultation_call() => _scene.Do("TMakeCall C D").Causes("TInitiateConference B 1 C", """
        B          EventHeld ConnID=1
        B          EventDialing@ ConnID=3 OtherDN=C
        B          EventDestinationBusy ConnID=3 CallState=Busy
        monitoring EventCallPartyState ConnID=1 State=Held
        monitoring EventCallCreated ConnID=3
        monitoring EventCallPartyAdded ConnID=3 DN=B PartyID=1
        monitoring EventCallPartyState ConnID=3 State=Connected+Dialing
        monitoring EventCallPartyState ConnID=3 State=Busy
        """);

    [Fact]
    public void C_does_not_answer_in_time() =>
        Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B", "TAnswerCall B 1", "TInitiateConference B 1 C").Silence(19.999).Waits(0.001, """
            B          EventDestinationBusy ConnID=2 CallState=NoAnswer
            C          EventReleased ConnID=2 CallState=NoAnswer
            monitoring EventCallPartyDeleted ConnID=2 DN=C
            monitoring EventCallPartyState ConnID=2 DN=B State=Busy
            """);

    [Fact]
    public void B_gives_the_consultation_up_and_retrieves() => _scene.Do("TInitiateConference B 1 C").Causes("TReleaseCall B 2", """
        B          EventReleased@ ConnID=2 OtherDN=C
        C          EventAbandoned ConnID=2 OtherDN=B
        monitoring EventCallPartyDeleted ConnID=2 PartyID=2
        monitoring EventCallPartyDeleted ConnID=2 PartyID=1
        monitoring EventCallDeleted ConnID=2
        """).Causes("TRetrieveCall B 1", """
        B          EventRetrieved@ ConnID=1
        monitoring EventCallPartyState ConnID=1 DN=B State=Connected
        """);

    [Fact]
    public void A_held_call_cannot_be_consulted_from_and_is_not_43() => _scene.Do("THoldCall B 1").Refuses(496, "TInitiateConference B 1 C");

    [Fact]
    public void A_consultation_needs_a_connected_call() =>
        Scene.Ordinary().Do("TMakeCall A B").Refuses(496, "TInitiateConference A 1 C").Refuses(496, "TInitiateConference B 1 C");

    [Fact]
    public void A_consultation_call_of_its_own_needs_no_line() => _scene.Do("TInitiateConference A 1 C", "TAnswerCall C 2", "TCompleteConference A 1 2");

    [Fact]
    public void The_held_party_may_release_and_the_consultation_goes_on() => Consulted().Causes("TReleaseCall A 1", """
        A          EventReleased@ ConnID=1
        B          EventReleased ConnID=1
        monitoring EventCallPartyDeleted ConnID=1 PartyID=2
        monitoring EventCallPartyDeleted ConnID=1 PartyID=1
        monitoring EventCallDeleted ConnID=1
        """).Refuses(56, "TCompleteConference B 1 2");

    private Scene Consulted() => _scene.Do("TInitiateConference B 1 C", "TAnswerCall C 2");
}
