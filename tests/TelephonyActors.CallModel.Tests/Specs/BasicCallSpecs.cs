namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 1: the basic call.</summary>
public sealed class BasicCallSpecs
{
    private readonly Scene _scene = Scene.Ordinary();

    [Fact]
    public void A_calls_B_and_B_rings() => _scene.Causes("TMakeCall A B", """
        A          EventOffHook ConnID=- ThisDN=A
        A          EventDialing@ ConnID=1 ThisDNRole=Origination OtherDN=B OtherDNRole=Destination CallState=OK CallType=Internal AppearanceIndex=-
        B          EventRinging ConnID=1 ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK AppearanceIndex=-
        monitoring EventCallCreated ConnID=1
        monitoring EventCallPartyAdded ConnID=1 DN=A PartyID=1 State=Initiated
        monitoring EventCallPartyState ConnID=1 PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyAdded ConnID=1 DN=B PartyID=2 State=Alerting
        """);

    [Fact]
    public void B_answers() => _scene.Do("TMakeCall A B").Causes("TAnswerCall B 1", """
        A          EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=B OtherDNRole=Destination CallState=OK
        B          EventEstablished@ ConnID=1 ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK
        monitoring EventCallPartyState ConnID=1 PartyID=2 State=Connected
        """);

    [Fact]
    public void A_releases_while_B_rings() => _scene.Do("TMakeCall A B").Causes("TReleaseCall A 1", """
        A          EventReleased@ ConnID=1 OtherDN=B CallState=OK
        B          EventAbandoned ConnID=1 OtherDN=A CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted ConnID=1
        """);

    [Fact]
    public void B_is_busy() => _scene.Do("TMakeCall C D").Causes("TMakeCall A C", Unreachable("C", "Busy"));

    [Fact]
    public void B_is_A_itself() => _scene.Causes("TMakeCall A A", Unreachable("A", "Busy"));

    [Fact]
    public void B_is_no_number_of_the_switch() => _scene.Causes("TMakeCall A 999", Unreachable("999", "SitInvalidNum"));

    [Fact]
    public void A_releases_after_EventDestinationBusy() => _scene.Do("TMakeCall A 999").Causes("TReleaseCall A 1", """
        A          EventReleased@ ConnID=1 OtherDN=999 CallState=OK
        monitoring EventCallPartyDeleted PartyID=1
        monitoring EventCallDeleted ConnID=1
        """);

    [Fact]
    public void B_rejects() => _scene.Do("TMakeCall A B").Causes("TReleaseCall B 1", """
        A          EventDestinationBusy ConnID=1 OtherDN=B CallState=Busy
        B          EventReleased@ ConnID=1 OtherDN=A CallState=OK
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyState PartyID=1 State=Busy
        """);

    [Fact]
    public void Nobody_answers_within_the_ring_timeout() => Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B").Silence(19.999).Waits(0.001, """
        A          EventDestinationBusy ConnID=1 OtherDN=B CallState=NoAnswer
        B          EventReleased ConnID=1 OtherDN=A CallState=NoAnswer
        monitoring EventCallPartyDeleted PartyID=2
        monitoring EventCallPartyState PartyID=1 State=Busy
        """);

    [Fact]
    public void Without_a_ring_timeout_a_phone_rings_for_ever() => _scene.Do("TMakeCall A B").Silence(86_400);

    [Fact]
    public void The_ring_timeout_means_nothing_once_B_has_answered() =>
        Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B", "TAnswerCall B 1").Silence(60);

    [Fact]
    public void The_ring_timeout_of_an_abandoned_call_does_not_strike_the_next_one() =>
        Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B", "TReleaseCall A 1").Silence(19.999).Do("TMakeCall A B").Silence(19.999);

    [Fact]
    public void A_busy_caller_may_try_again_after_it_has_released() =>
        _scene.Do("TMakeCall A 999", "TReleaseCall A 1", "TMakeCall A B", "TAnswerCall B 2");

    [Fact]
    public void User_data_of_TMakeCall_is_borne_by_every_event_of_the_call()
    {
        var data = TLibrary.KVList.Of(("Reason", "test"), ("Count", 3L));
        _scene.Sends(new TLibrary.TRequest { Request = "TMakeCall", ThisDN = "A", OtherDN = "B", UserData = data }, """
            A          EventOffHook UserData=-
            A          EventDialing@ UserData={"Reason":"test","Count":3}
            B          EventRinging UserData={"Reason":"test","Count":3}
            monitoring EventCallCreated
            monitoring EventCallPartyAdded
            monitoring EventCallPartyState
            monitoring EventCallPartyAdded
            """).Causes("TAnswerCall B 1", """
            A          EventEstablished UserData={"Reason":"test","Count":3}
            B          EventEstablished@ UserData={"Reason":"test","Count":3}
            monitoring EventCallPartyState
            """);
    }

    private static string Unreachable(string number, string state) => $"""
        A          EventOffHook
        A          EventDialing@ OtherDN={number} CallState=OK
        A          EventDestinationBusy OtherDN={number} CallState={state}
        monitoring EventCallCreated
        monitoring EventCallPartyAdded DN=A PartyID=1 State=Initiated
        monitoring EventCallPartyState PartyID=1 State=Connected+Dialing
        monitoring EventCallPartyState PartyID=1 State=Busy
        """;
}
