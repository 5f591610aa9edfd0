using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 8: registration, monitoring, queries, and what several clients hear.</summary>
public sealed class ClientSpecs
{
    private readonly Scene _scene = Scene.SharedLine();

    [Fact]
    public void EventRegistered_describes_an_idle_DN() =>
        _scene.Causes("client2 TRegisterAddress A", "client2 EventRegistered@ ThisDN=A Extensions={\"Calls\":[],\"DND\":false}");

    [Fact]
    public void EventAddressInfo_describes_the_calls_of_a_member()
    {
        _scene.Do("TMakeCall 60972 60970", "TAnswerCall 60970 1");
        var call = $"{{\"ConnID\":\"{_scene.World.Calls.Created[0]}\",\"State\":\"Connected\",\"CallType\":\"Internal\"";
        _scene.Causes("TQueryAddress 60970", $"client EventAddressInfo@ ThisDN=60970 Extensions={{\"Calls\":[{call},\"AppearanceIndex\":1}}],\"DND\":false}}");
        _scene.Causes("TQueryAddress 60972", $"client EventAddressInfo@ ThisDN=60972 Extensions={{\"Calls\":[{call}}}],\"DND\":false}}");
    }

    [Fact]
    public void EventPartyInfo_describes_the_parties_of_a_call() => _scene.Do("TMakeCall A B").Causes(
        "TQueryCall A 1",
        "client EventPartyInfo@ ThisDN=A ConnID=1 Extensions={\"Parties\":[{\"DN\":\"A\",\"PartyID\":1,\"State\":\"Connected+Dialing\"},{\"DN\":\"B\",\"PartyID\":2,\"State\":\"Alerting\"}]}");

    [Fact]
    public void Requests_on_a_DN_need_it_registered()
    {
        _scene.Do("client2 TRegisterAddress A", "TMakeCall A B");
        foreach (var request in (string[])["TMakeCall C D", "TQueryAddress C", "TAnswerCall B 1", "TUnregisterAddress C", "TQueryCall B 1"])
            _scene.Causes($"client2 {request}", "client2 EventError@ ErrorCode=41");
        _scene.Causes("client2 TUnregisterAddress A", "client2 EventUnregistered@ ThisDN=A");
        _scene.Causes("client2 TQueryCall A 1", "client2 EventError@ ErrorCode=41");
    }

    [Fact]
    public void Who_has_registered_already_is_told_43() => _scene.Refuses(43, "TRegisterAddress A");

    [Fact]
    public void Monitoring_begins_and_ends_with_EventACK()
    {
        _scene.Causes("client2 TStopCallMonitoring", "client2 EventError@ ErrorCode=43 ThisDN=-");
        _scene.Causes("client2 TStartCallMonitoring", "client2 EventACK@ ThisDN=- EventSequenceNumber=-");
        _scene.Causes("client2 TStartCallMonitoring", "client2 EventError@ ErrorCode=43");
        _scene.Do("TMakeCall A B");
        _scene.Causes("client2 TStopCallMonitoring", "client2 EventACK@");
        _scene.Do("TReleaseCall A 1");

        var monitored = HeardBy(2).Where(heard => heard.EventSequenceNumber is not null).Select(heard => heard.Event);
        Assert.Equal(
            [EventName.EventCallCreated, EventName.EventCallPartyAdded, EventName.EventCallPartyState, EventName.EventCallPartyAdded], monitored);
    }

    [Fact]
    public void Clients_that_share_a_DN_all_hear_its_events_and_only_the_requester_its_ReferenceID()
    {
        _scene.Do("client2 TRegisterAddress A", "TMakeCall A B");
        var dialing = Assert.Single(HeardBy(1), heard => heard.Event == EventName.EventDialing);
        var same = Assert.Single(HeardBy(2), heard => heard.Event == EventName.EventDialing);
        Assert.NotNull(dialing.ReferenceID);
        Assert.Equal(dialing with { ReferenceID = null }, same);
        Assert.DoesNotContain(HeardBy(2), heard => heard.ThisDN == "B");
    }

    [Fact]
    public void A_client_that_goes_away_hears_nothing_and_its_calls_stay()
    {
        _scene.Do("client2 TRegisterAddress A", "client2 TMakeCall A B");
        _scene.World.Leave(2);
        _scene.Causes("TAnswerCall B 1", """
            A          EventEstablished
            B          EventEstablished@
            monitoring EventCallPartyState
            """);
        Assert.Equal(1, Assert.Single(_scene.World.Dns["A"].Dn.Clients));
    }

    [Fact]
    public void A_client_that_unregisters_behind_a_request_hears_its_answer_first()
    {
        _scene.Do("client2 TRegisterAddress A");
        _scene.Start("client2 TMakeCall A B");
        _scene.Start("client2 TUnregisterAddress A");
        _scene.World.Run();
        Assert.Equal(
            [EventName.EventRegistered, EventName.EventOffHook, EventName.EventDialing, EventName.EventUnregistered],
            HeardBy(2).Select(heard => heard.Event));
    }

    [Fact]
    public void A_client_that_registers_while_a_request_is_in_hand_hears_nothing_from_before()
    {
        _scene.Start("TMakeCall A B");
        _scene.Start("client2 TRegisterAddress A");
        _scene.World.Run();
        Assert.Equal([EventName.EventRegistered], HeardBy(2).Select(heard => heard.Event));
    }

    private List<TEvent> HeardBy(int client) => _scene.World.Heard[client];
}
