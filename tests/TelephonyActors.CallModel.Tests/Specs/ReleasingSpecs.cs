namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 2: releasing calls.</summary>
public sealed class ReleasingSpecs
{
    private readonly Scene _scene = Scene.Ordinary().Do("TMakeCall A B", "TAnswerCall B 1");

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public void Either_of_two_parties_releases(string releases, string other) => _scene.Causes($"TReleaseCall {releases} 1", $"""
        {releases} EventReleased@ ConnID=1 ThisDN={releases} OtherDN={other} CallState=OK
        {other}    EventReleased ConnID=1 ThisDN={other} OtherDN={releases} CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted ConnID=1
        """);

    [Fact]
    public void One_of_three_parties_leaves_and_the_call_is_an_ordinary_one_again() => Three().Causes("TReleaseCall B 1", """
        A          EventPartyDeleted ThisDN=A OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=B ThirdPartyDNRole=DeletedBy CallState=OK
        B          EventReleased@ ThisDN=B OtherDN=- OtherDNRole=- CallState=OK
        C          EventPartyDeleted ThisDN=C OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=B ThirdPartyDNRole=DeletedBy CallState=OK
        monitoring EventCallPartyDeleted DN=B PartyID=2
        """).Causes("TReleaseCall C 1", """
        A          EventReleased ThisDN=A OtherDN=C OtherDNRole=ConferenceMember CallState=OK
        C          EventReleased@ ThisDN=C OtherDN=A OtherDNRole=Origination CallState=OK
        monitoring EventCallPartyDeleted DN=C PartyID=3
        monitoring EventCallPartyDeleted DN=A PartyID=1
        monitoring EventCallDeleted
        """);

    [Fact]
    public void One_of_four_parties_leaves_and_three_are_a_conference_still() => Four().Causes("TReleaseCall B 1", """
        A          EventPartyDeleted OtherDN=B ThirdPartyDN=B CallState=Conferenced
        B          EventReleased@ OtherDN=- CallState=OK
        C          EventPartyDeleted OtherDN=B ThirdPartyDN=B CallState=Conferenced
        D          EventPartyDeleted OtherDN=B ThirdPartyDN=B CallState=Conferenced
        monitoring EventCallPartyDeleted PartyID=2
        """);

    [Fact]
    public void A_deletes_B_from_a_conference_of_three() => Three().Causes("TDeleteFromConference A 1 B", """
        A          EventPartyDeleted@ ThisDN=A OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=A ThirdPartyDNRole=DeletedBy CallState=OK
        B          EventReleased ThisDN=B OtherDN=- CallState=OK
        C          EventPartyDeleted ThisDN=C OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=A ThirdPartyDNRole=DeletedBy CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        """);

    [Fact]
    public void A_deletes_B_from_a_conference_of_four() => Four().Causes("TDeleteFromConference A 1 B", """
        A          EventPartyDeleted@ OtherDN=B ThirdPartyDN=A CallState=Conferenced
        B          EventReleased OtherDN=- CallState=OK
        C          EventPartyDeleted OtherDN=B ThirdPartyDN=A CallState=Conferenced
        D          EventPartyDeleted OtherDN=B ThirdPartyDN=A CallState=Conferenced
        monitoring EventCallPartyDeleted PartyID=2
        """);

    [Fact]
    public void TDeleteFromConference_that_names_the_requester_is_the_requester_leaving() => Three().Causes("TDeleteFromConference B 1 B", """
        A          EventPartyDeleted OtherDN=B ThirdPartyDN=B CallState=OK
        B          EventReleased@ OtherDN=- CallState=OK
        C          EventPartyDeleted OtherDN=B ThirdPartyDN=B CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        """);

    [Fact]
    public void TDeleteFromConference_that_names_the_requester_ends_a_call_of_two() => _scene.Causes("TDeleteFromConference B 1 B", """
        A          EventReleased OtherDN=B CallState=OK
        B          EventReleased@ OtherDN=A CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted
        """);

    [Fact]
    public void An_invited_party_that_still_rings_makes_it_a_conference_of_three_and_can_be_deleted() =>
        _scene.Do("TSingleStepConference B 1 C").Causes("TDeleteFromConference A 1 C", """
            A          EventPartyDeleted@ OtherDN=C ThirdPartyDN=A CallState=OK
            B          EventPartyDeleted OtherDN=C ThirdPartyDN=A CallState=OK
            C          EventReleased OtherDN=- CallState=OK
            monitoring EventCallPartyDeleted DN=C PartyID=3
            """);

    [Fact]
    public void When_the_last_but_one_that_talks_leaves_an_invited_party_still_counts() =>
        _scene.Do("TSingleStepConference B 1 C").Causes("TReleaseCall A 1", """
            A          EventReleased@ OtherDN=- CallState=OK
            B          EventPartyDeleted OtherDN=A ThirdPartyDN=A CallState=OK
            C          EventPartyDeleted OtherDN=A ThirdPartyDN=A CallState=OK
            monitoring EventCallPartyDeleted DN=A
            """);

    [Fact]
    public void When_only_alerting_parties_would_stay_behind_they_leave_in_the_same_step() =>
        Three().Do("TSingleStepConference A 1 D", "TReleaseCall A 1").Do("TReleaseCall B 1").Causes("TReleaseCall C 1", """
            C          EventReleased@ CallState=OK
            D          EventAbandoned CallState=OK
            monitoring EventCallPartyDeleted DN=D PartyID=4
            monitoring EventCallPartyDeleted DN=C PartyID=3
            monitoring EventCallDeleted
            """);

    private Scene Three() => _scene.Do("TSingleStepConference B 1 C", "TAnswerCall C 1");

    private Scene Four() => Three().Do("TSingleStepConference C 1 D", "TAnswerCall D 1");
}
