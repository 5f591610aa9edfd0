namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 3: hold and retrieve.</summary>
public sealed class HoldingSpecs
{
    private readonly Scene _scene = Scene.Ordinary().Do("TMakeCall A B", "TAnswerCall B 1");

    [Fact]
    public void B_holds_and_only_B_hears() => _scene.Causes("THoldCall B 1", """
        B          EventHeld@ ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK
        monitoring EventCallPartyState DN=B PartyID=2 State=Held
        """);

    [Fact]
    public void B_retrieves() => _scene.Do("THoldCall B 1").Causes("TRetrieveCall B 1", """
        B          EventRetrieved@ OtherDN=A CallState=OK ThisDNRole=Destination
        monitoring EventCallPartyState PartyID=2 State=Connected
        """);

    [Fact]
    public void The_caller_keeps_its_role_when_it_holds_and_retrieves() => _scene.Causes("THoldCall A 1", """
        A          EventHeld@ ThisDNRole=Origination OtherDN=B
        monitoring EventCallPartyState PartyID=1 State=Held
        """).Causes("TRetrieveCall A 1", """
        A          EventRetrieved@ ThisDNRole=Origination OtherDN=B
        monitoring EventCallPartyState PartyID=1 State=Connected
        """);

    [Fact]
    public void Both_sides_can_hold() => _scene.Do("THoldCall B 1").Causes("THoldCall A 1", """
        A          EventHeld@
        monitoring EventCallPartyState PartyID=1 State=Held
        """);

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public void Either_side_may_release_a_held_call(string releases, string other) => _scene.Do("THoldCall B 1").Causes($"TReleaseCall {releases} 1", $"""
        {releases} EventReleased@ OtherDN={other} CallState=OK
        {other}    EventReleased OtherDN={releases} CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted
        """);

    [Fact]
    public void Who_holds_in_a_conference_hears_no_other_party() =>
        _scene.Do("TSingleStepConference B 1 C", "TAnswerCall C 1").Causes("THoldCall A 1", """
            A          EventHeld@ OtherDN=- OtherDNRole=- CallState=OK
            monitoring EventCallPartyState DN=A State=Held
            """);

    [Fact]
    public void A_call_that_rings_or_is_dialed_cannot_be_held()
    {
        var scene = Scene.Ordinary().Do("TMakeCall A B");
        scene.Refuses(496, "THoldCall B 1").Refuses(496, "THoldCall A 1");
    }

    [Fact]
    public void A_call_that_is_unreachable_cannot_be_held() => Scene.Ordinary().Do("TMakeCall A 999").Refuses(496, "THoldCall A 1");

    [Fact]
    public void Who_holds_already_is_told_43() => _scene.Do("THoldCall B 1").Refuses(43, "THoldCall B 1");

    [Fact]
    public void What_is_not_held_here_cannot_be_retrieved() => _scene.Do("THoldCall B 1").Refuses(496, "TRetrieveCall A 1");
}
