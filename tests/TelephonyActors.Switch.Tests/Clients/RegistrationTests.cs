using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Clients;

/// <summary>Clients come, register, monitor and go (call models, chapter 8).</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void A_client_hears_EventLinkConnected_before_anything_else_and_before_it_can_ask()
    {
        using var bench = new Bench();
        using var client = new TestClient(bench.Switch);
        var connected = Assert.Single(client.Heard);
        Assert.Equal((EventName.EventLinkConnected, null, null), (connected.Event, connected.ThisDN, connected.ReferenceID));
        Assert.Null(connected.EventSequenceNumber);
        Assert.NotNull(connected.Time);
    }

    [Fact]
    public void Every_client_hears_EventLinkDisconnected_when_the_switch_shuts_down_and_nothing_after_it()
    {
        TestClient first, second, gone;
        using (var bench = new Bench())
        {
            (first, second, gone) = (bench.Client, bench.Connect(A), bench.Connect(A));
            gone.Dispose();
            bench.Dial(A, B);
        }

        foreach (var client in new[] { first, second })
        {
            var disconnected = Assert.Single(client.Heard, heard => heard.Event == EventName.EventLinkDisconnected);
            Assert.Same(client.Heard[^1], disconnected);
            Assert.Equal((null, null, null), (disconnected.ThisDN, disconnected.ReferenceID, disconnected.EventSequenceNumber));
        }

        Assert.DoesNotContain(gone.Heard, heard => heard.Event == EventName.EventLinkDisconnected);
    }

    [Fact]
    public void Two_clients_of_a_DN_both_hear_and_only_the_requester_sees_its_ReferenceID()
    {
        using var bench = new Bench();
        var second = bench.Connect(A, B);
        var call = bench.Dial(A, B);
        bench.Client.News();
        second.News();

        var referenceID = second.Send(RequestName.TAnswerCall, B, call);
        bench.Settle();
        var (mine, theirs) = (second.Answer(referenceID), Assert.Single(bench.Client.News(), heard => heard.ThisDN == B));
        Assert.Equal(EventName.EventEstablished, mine.Event);
        Assert.Equal(mine with { ReferenceID = null }, theirs);
        Assert.All(second.News(), heard => Assert.True(heard.ReferenceID is null || heard.ThisDN == B));
    }

    [Fact]
    public void Equal_ReferenceIDs_of_two_clients_are_not_mixed_up()
    {
        using var bench = new Bench();
        using var first = new TestClient(bench.Switch);
        using var second = new TestClient(bench.Switch);
        foreach (var client in new[] { first, second }) client.Send(RequestName.TRegisterAddress, A);
        bench.Settle();
        var (one, two) = (first.Send(RequestName.TMakeCall, A, other: B), second.Send(RequestName.TMakeCall, A, other: C));
        bench.Settle();

        Assert.Equal(one, two);
        Assert.Equal(EventName.EventDialing, first.Answer(one).Event);
        Assert.Equal((EventName.EventError, 496), (second.Answer(two).Event, second.Answer(two).ErrorCode));
    }

    [Fact]
    public void Private_answers_go_to_the_requester_alone_and_bear_no_sequence_number()
    {
        using var bench = new Bench();
        var second = bench.Connect(A, B);
        var call = bench.Talk(A, B, answering: B);
        bench.Client.News();
        second.News();
        EventName[] expected =
        [
            EventName.EventAddressInfo, EventName.EventPartyInfo, EventName.EventError, EventName.EventError,
            EventName.EventACK, EventName.EventACK, EventName.EventUnregistered, EventName.EventRegistered,
        ];
        long[] asked =
        [
            second.Send(RequestName.TQueryAddress, A), second.Send(RequestName.TQueryCall, A, call), second.Send(RequestName.TAnswerCall, A, call),
            second.Send(RequestName.TRegisterAddress, A), second.Send(RequestName.TStartCallMonitoring), second.Send(RequestName.TStopCallMonitoring),
            second.Send(RequestName.TUnregisterAddress, A), second.Send(RequestName.TRegisterAddress, A),
        ];
        bench.Settle();

        Assert.Equal(expected, asked.Select(referenceID => second.Answer(referenceID).Event));
        Assert.All(second.News(), heard => Assert.Null(heard.EventSequenceNumber));
        Assert.Empty(bench.Client.News());
    }

    [Fact]
    public void An_unregistered_client_hears_no_more_and_the_others_do()
    {
        using var bench = new Bench();
        var second = bench.Connect(B);
        second.Send(RequestName.TUnregisterAddress, B);
        bench.Settle();
        second.News();
        bench.Dial(A, B);
        Assert.Empty(second.News());
        Assert.Contains(bench.Client.Heard, heard => heard.Event == EventName.EventRinging);

        var refused = second.Send(RequestName.TUnregisterAddress, B);
        bench.Settle();
        Assert.Equal(41, second.Answer(refused).ErrorCode);
    }

    [Fact]
    public void The_answer_that_a_request_waits_for_is_heard_though_the_client_has_asked_to_be_unregistered()
    {
        using var bench = new Bench();
        var second = bench.Connect(B);
        var call = bench.Dial(A, B);
        second.News();
        var (answer, unregister) = (second.Send(RequestName.TAnswerCall, B, call), second.Send(RequestName.TUnregisterAddress, B));
        bench.Settle();

        Assert.Equal([EventName.EventEstablished, EventName.EventUnregistered], second.News().Select(heard => heard.Event));
        Assert.Equal((EventName.EventEstablished, EventName.EventUnregistered), (second.Answer(answer).Event, second.Answer(unregister).Event));
    }

    [Fact]
    public void A_client_hears_a_DN_from_its_EventRegistered_on_and_not_before()
    {
        using var bench = new Bench();
        var call = bench.Dial(A, B);
        bench.Client.Send(RequestName.TAnswerCall, B, call);
        var late = new TestClient(bench.Switch);
        late.Send(RequestName.TRegisterAddress, B);
        bench.Settle();

        Assert.Equal([EventName.EventLinkConnected, EventName.EventRegistered], late.Heard.Select(heard => heard.Event));
        var calls = Assert.IsType<ImmutableArray<object>>(late.Heard[1].Extensions!["Calls"]);
        Assert.Equal((call.ToString(), "Connected"), ((string)((KVList)calls[0])["ConnID"]!, (string)((KVList)calls[0])["State"]!));
    }

    [Fact]
    public void A_client_that_goes_away_loses_registrations_and_monitoring_and_its_calls_stay()
    {
        using var bench = new Bench();
        var leaving = bench.Connect(A, B);
        leaving.Send(RequestName.TStartCallMonitoring);
        var made = leaving.Send(RequestName.TMakeCall, A, other: B);
        bench.Settle();
        var call = leaving.Answer(made).ConnID!;
        leaving.News();
        bench.Client.News();

        leaving.Dispose();
        leaving.Dispose();
        bench.Settle();
        Assert.Empty(bench.Client.News());
        Assert.Equal([Entities.CallPath(call)], bench.CallPaths());

        bench.Ask(RequestName.TAnswerCall, B, call);
        bench.Ask(RequestName.TReleaseCall, A, call);
        Assert.Empty(leaving.News());
        bench.AssertNothingIsLeft();
    }

    [Fact]
    public void What_a_client_that_has_gone_sends_is_not_looked_at()
    {
        using var bench = new Bench();
        var leaving = bench.Connect(A);
        leaving.Dispose();
        leaving.Send(RequestName.TMakeCall, A, other: B);
        leaving.Send(RequestName.TRegisterAddress, B);
        bench.Client.News();
        bench.Settle();
        Assert.Empty(bench.Client.News());
        Assert.Empty(bench.CallPaths());
    }

    [Fact]
    public void A_call_that_its_client_began_just_before_it_went_away_goes_on()
    {
        using var bench = new Bench();
        var leaving = bench.Connect(A);
        leaving.Send(RequestName.TMakeCall, A, other: B);
        bench.Simulation.Step();
        bench.Simulation.Step();
        leaving.Dispose();
        bench.Settle();
        Assert.Single(bench.Client.Heard, heard => heard.Event == EventName.EventRinging);
        Assert.Single(bench.CallPaths());
    }

    [Fact]
    public void A_registration_that_still_waits_when_its_client_goes_away_never_begins()
    {
        var dn = DnDecider.Decide(Dn.Of(Plan(), A), Register(client: 1), DateTimeOffset.UnixEpoch).Next;
        dn = DnDecider.Decide(dn, new DnInput.Requested(By(1), new Request.MakeCall(A, B, null)), DateTimeOffset.UnixEpoch).Next;
        dn = DnDecider.Decide(dn, Register(client: 2), DateTimeOffset.UnixEpoch).Next;
        dn = DnDecider.Decide(dn, Register(client: 3), DateTimeOffset.UnixEpoch).Next;
        dn = DnDecider.Decide(dn, new DnInput.ClientGone(2), DateTimeOffset.UnixEpoch).Next;
        dn = DnDecider.Decide(dn, new DnInput.Refused(1, CallModel.Refusal.WrongState("so")), DateTimeOffset.UnixEpoch).Next;
        Assert.Equal<int>([1, 3], dn.Clients);
    }

    [Fact]
    public void Monitoring_begins_and_ends_for_the_client_that_asks()
    {
        using var bench = new Bench();
        using var second = new TestClient(bench.Switch);
        var call = bench.Dial(A, B);
        Assert.Single(second.Heard);

        var start = second.Send(RequestName.TStartCallMonitoring);
        var again = second.Send(RequestName.TStartCallMonitoring);
        bench.Settle();
        Assert.Equal((EventName.EventACK, 43), (second.Answer(start).Event, second.Answer(again).ErrorCode));
        second.News();

        bench.Ask(RequestName.TAnswerCall, B, call);
        var answered = Assert.Single(second.News());
        Assert.Equal((EventName.EventCallPartyState, 5), (answered.Event, answered.EventSequenceNumber));

        second.Send(RequestName.TStopCallMonitoring);
        var stopped = second.Send(RequestName.TStopCallMonitoring);
        bench.Settle();
        second.News();
        Assert.Equal(43, second.Answer(stopped).ErrorCode);
        bench.Ask(RequestName.TReleaseCall, B, call);
        Assert.Empty(second.News());
    }

    private static DnInput.Requested Register(int client) => new(By(client), new Request.RegisterAddress(A));

    private static Requester.Client By(int client) => new(client, "T", 1);
}
