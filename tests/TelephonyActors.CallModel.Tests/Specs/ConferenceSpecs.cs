namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 4: the single-step conference.</summary>
public sealed class ConferenceSpecs
{
    private readonly Scene _scene = Scene.Ordinary().Do("TMakeCall A B", "TAnswerCall B 1");

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public void Either_party_invites_C(string invites, string other) => _scene.Causes($"TSingleStepConference {invites} 1 C", $"""
        {invites}  EventPartyAdded@ OtherDN=C OtherDNRole=NewParty ThirdPartyDN={invites} ThirdPartyDNRole=AddedBy CallState=Conferenced
        {other}    EventPartyAdded OtherDN=C OtherDNRole=NewParty ThirdPartyDN={invites} ThirdPartyDNRole=AddedBy CallState=Conferenced
        C          EventRinging ConnID=1 ThisDNRole=ConferenceMember OtherDN=- OtherDNRole=- CallState=OK
        monitoring EventCallPartyAdded DN=C PartyID=3 State=Alerting
        """);

    [Fact]
    public void C_answers() => _scene.Do("TSingleStepConference B 1 C").Causes("TAnswerCall C 1", """
        C          EventEstablished@ ThisDNRole=ConferenceMember OtherDN=- OtherDNRole=- CallState=Conferenced
        monitoring EventCallPartyState DN=C PartyID=3 State=Connected
        """);

    [Fact]
    public void C_rejects() => _scene.Do("TSingleStepConference B 1 C").Causes("TReleaseCall C 1", """
        A          EventPartyDeleted OtherDN=C OtherDNRole=DeletedParty ThirdPartyDN=C ThirdPartyDNRole=DeletedBy CallState=OK
        B          EventPartyDeleted OtherDN=C OtherDNRole=DeletedParty ThirdPartyDN=C ThirdPartyDNRole=DeletedBy CallState=OK
        C          EventReleased@ ThisDNRole=ConferenceMember CallState=OK
        monitoring EventCallPartyDeleted DN=C PartyID=3
        """);

    [Fact]
    public void C_rejects_a_conference_of_three() => _scene.Do("TSingleStepConference B 1 D", "TAnswerCall D 1", "TSingleStepConference B 1 C").Causes("TReleaseCall C 1", """
        A          EventPartyDeleted OtherDN=C ThirdPartyDN=C CallState=Conferenced
        B          EventPartyDeleted OtherDN=C ThirdPartyDN=C CallState=Conferenced
        C          EventReleased@ CallState=OK
        D          EventPartyDeleted OtherDN=C ThirdPartyDN=C CallState=Conferenced
        monitoring EventCallPartyDeleted DN=C PartyID=4
        """);

    [Fact]
    public void C_does_not_answer_in_time() =>
        Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B", "TAnswerCall B 1", "TSingleStepConference B 1 C").Silence(19.999).Waits(0.001, """
            A          EventPartyDeleted OtherDN=C OtherDNRole=DeletedParty ThirdPartyDN=C ThirdPartyDNRole=DeletedBy CallState=OK
            B          EventPartyDeleted OtherDN=C OtherDNRole=DeletedParty ThirdPartyDN=C ThirdPartyDNRole=DeletedBy CallState=OK
            C          EventReleased CallState=NoAnswer
            monitoring EventCallPartyDeleted DN=C
            """);

    [Fact]
    public void A_busy_or_unknown_C_is_an_error_and_nothing_else()
    {
        _scene.Do("TMakeCall C D");
        _scene.Refuses(231, "TSingleStepConference B 1 C", "OtherDN C").Refuses(71, "TSingleStepConference B 1 999", "OtherDN 999");
    }

    [Fact]
    public void Who_is_a_party_already_counts_as_busy() =>
        _scene.Refuses(231, "TSingleStepConference B 1 A").Refuses(231, "TSingleStepConference B 1 B");

    [Fact]
    public void A_call_that_is_not_connected_here_invites_nobody()
    {
        _scene.Do("THoldCall B 1").Refuses(496, "TSingleStepConference B 1 C");
        Scene.Ordinary().Do("TMakeCall A B").Refuses(496, "TSingleStepConference A 1 C").Refuses(496, "TSingleStepConference B 1 C");
    }

    [Fact]
    public void An_invited_party_that_rings_cannot_be_invited_again() =>
        _scene.Do("TSingleStepConference B 1 C").Refuses(231, "TSingleStepConference A 1 C");

    [Fact]
    public void A_DN_cannot_be_deleted_from_a_call_of_two_nor_from_one_it_is_not_in()
    {
        _scene.Refuses(496, "TDeleteFromConference A 1 B").Refuses(496, "TDeleteFromConference A 1 C");
        _scene.Do("TSingleStepConference B 1 C", "TAnswerCall C 1").Refuses(496, "TDeleteFromConference A 1 D");
    }

    [Fact]
    public void An_external_number_joins_a_conference() => _scene.Causes("TSingleStepConference B 1 X", """
        A          EventPartyAdded OtherDN=X
        B          EventPartyAdded@ OtherDN=X
        monitoring EventCallPartyAdded DN=X PartyID=3 State=Alerting
        """).Causes("phone X answer", """
        monitoring EventCallPartyState DN=X PartyID=3 State=Connected
        """).Causes("phone X hangUp", """
        A          EventPartyDeleted OtherDN=X ThirdPartyDN=X CallState=OK
        B          EventPartyDeleted OtherDN=X ThirdPartyDN=X CallState=OK
        monitoring EventCallPartyDeleted DN=X
        """);
}
