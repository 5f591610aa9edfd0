using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Tests.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Running;

public sealed class ScenarioRunnerTests
{
    private const string Call = "  - request: { TMakeCall: { ThisDN: A, OtherDN: B } }\n";

    [Fact]
    public void Before_step_1_the_client_registers_every_dn_and_monitors_every_call_and_nothing_of_it_is_shown()
    {
        var emulated = new ScriptedSwitch();

        var run = emulated.Run(ScenarioText.Head + "  - wait: 1s\n    events: {}\n");

        Assert.Equal(["A", "B", "L", "L2", null], emulated.Requests.Select(request => request.ThisDN));
        Assert.Equal(["TRegisterAddress", "TRegisterAddress", "TRegisterAddress", "TRegisterAddress", "TStartCallMonitoring"], emulated.Requests.Select(request => request.Request));
        Assert.Empty(run.Differences);
        Assert.All(run.Steps[0].Columns, column => Assert.Empty(column.Entries));
        Assert.True(emulated.IsDisposed);
    }

    [Fact]
    public void A_switch_that_refuses_the_client_itself_is_no_users_fault() =>
        Assert.Throws<InvalidOperationException>(() =>
            new ScriptedSwitch().On("TStartCallMonitoring", new TEvent { Event = EventName.EventError, Request = "TStartCallMonitoring" }).Run(ScenarioText.Head + "  - wait: 1s\n"));

    [Fact]
    public void The_contracts_own_scenario_is_as_expected()
    {
        var run = Heard.Inbound().Run(ScenarioText.Inbound);

        Assert.Empty(run.Differences);
        Assert.Equal([true, false, false, false], run.Steps.Select(step => step.IsChecked));
        Assert.Equal(["60972", "60981", "60970", "60970_2", "monitoring"], run.Steps[0].Columns.Select(column => column.Column));
        Assert.Equal([2, 0, 1, 1, 5], run.Steps[0].Columns.Select(column => column.Entries.Length));
    }

    [Fact]
    public void Events_stand_in_the_column_of_their_dn_private_answers_in_that_of_the_requests_dn_and_the_rest_in_monitoring()
    {
        var run = new ScriptedSwitch()
            .On(
                "TMakeCall",
                new TEvent { Event = EventName.EventLinkDisconnected },
                new TEvent { Event = EventName.EventError, ErrorCode = 41 },
                Heard.At("B", EventName.EventRinging),
                Heard.Monitored(EventName.EventCallCreated))
            .On("TStartCallMonitoring")
            .On("TStartCallMonitoring", new TEvent { Event = EventName.EventACK }, new TEvent { Event = EventName.EventError })
            .On("TUnregisterAddress", Heard.At("L2", EventName.EventUnregistered))
            .Run(ScenarioText.Head + Call + "  - request: TStartCallMonitoring\n  - request: { TUnregisterAddress: { ThisDN: L2 } }\n");

        Assert.Equal(["EventError"], Names(run, 1, "A"));
        Assert.Equal(["EventRinging"], Names(run, 1, "B"));
        Assert.Equal(["EventCallCreated"], Names(run, 1, "monitoring"));
        Assert.Equal(["EventACK", "EventError"], Names(run, 2, "monitoring"));
        Assert.Equal(["EventUnregistered"], Names(run, 3, "L2"));
    }

    [Fact]
    public void A_calls_number_counts_in_the_order_in_which_the_calls_were_created()
    {
        var emulated = new ScriptedSwitch()
            .On("TMakeCall", Heard.At("A", EventName.EventDialing, Heard.Second), Heard.Monitored(EventName.EventCallCreated, Heard.First))
            .On("wait", Heard.Monitored(EventName.EventCallCreated, Heard.Second));

        var run = emulated.Run(ScenarioText.Head + Call + "  - wait: 1s\n  - request: { TCompleteTransfer: { ThisDN: A, ConnID: $1, OtherConnID: $2 } }\n");

        Assert.Equal(1, run.Calls.NumberOf(Heard.First));
        Assert.Equal(2, run.Calls.NumberOf(Heard.Second));
        Assert.Equal((Heard.First.ToString(), Heard.Second.ToString()), (emulated.Requests[^1].ConnID, emulated.Requests[^1].OtherConnID));
    }

    [Fact]
    public void Without_monitoring_a_call_is_known_from_its_other_events_but_not_from_a_private_answer()
    {
        var echo = new TEvent { Event = EventName.EventError, ConnID = new ConnID(0xdead) };

        var run = new ScriptedSwitch().On("TMakeCall", echo, Heard.At("A", EventName.EventDialing, Heard.First)).Run(ScenarioText.Head + Call);

        Assert.Equal(1, run.Calls.NumberOf(Heard.First));
        Assert.Equal(1, run.Calls.Count);
    }

    [Fact]
    public void User_data_that_name_a_call_carry_its_conn_id()
    {
        var emulated = new ScriptedSwitch().On("TMakeCall", Heard.Monitored(EventName.EventCallCreated));

        emulated.Run(ScenarioText.Head + Call + "  - request: { TAttachUserData: { ThisDN: A, ConnID: $1, UserData: { From: { Call: $1, Text: \"$1\" } } } }\n");

        Assert.Equal(KVList.Of(("From", KVList.Of(("Call", Heard.First.ToString()), ("Text", "$1")))), emulated.Requests[^1].UserData);
    }

    [Theory]
    [InlineData("request: { TAnswerCall: { ThisDN: B, ConnID: $2 } }", "flow.yaml:7:50: $2 stands for no call when its step starts; allowed: $1")]
    [InlineData("request: { TCompleteTransfer: { ThisDN: B, ConnID: $1, OtherConnID: $3 } }", "flow.yaml:7:73: $3 stands for no call when its step starts; allowed: $1")]
    [InlineData("request: { TAttachUserData: { ThisDN: B, ConnID: $1, UserData: { X: [a, $2] } } }", "flow.yaml:7:77: $2 stands for no call when its step starts; allowed: $1")]
    [InlineData("phone: { DN: B, action: answer, ConnID: $99999999999 }", "flow.yaml:7:45: $2147483647 stands for no call when its step starts; allowed: $1")]
    public void A_number_that_no_call_has_when_its_step_starts_ends_the_scenario_there(string step, string fault)
    {
        var run = new ScriptedSwitch().On("TMakeCall", Heard.Monitored(EventName.EventCallCreated)).Run(ScenarioText.Head + Call + $"  - {step}\n  - wait: 1s\n");

        Assert.Single(run.Steps);
        Assert.Equal(fault, Assert.Single(run.Faults).ToString());
    }

    [Fact]
    public void An_unbound_number_of_an_expectation_is_a_difference() =>
        Assert.Equal(
            ["flow.yaml:7:36: step 1, A: EventOnHook: ConnID is absent, expected $2, which stands for no call"],
            Differences(new ScriptedSwitch().On("wait", Heard.At("A", EventName.EventOnHook)), "wait: 1s\n    events: { A: [{ EventOnHook: { ConnID: $2 } }] }"));

    [Fact]
    public void What_somebody_does_at_a_phone_goes_to_the_switch()
    {
        var emulated = new ScriptedSwitch().On("dial", Heard.Monitored(EventName.EventCallCreated));

        emulated.Run(ScenarioText.Head + "  - phone: { DN: X, action: dial, number: L }\n  - phone: { DN: L2, action: answer, ConnID: $1 }\n");

        Assert.Equal([new PhoneAct("X", PhoneAction.Dial, "L", null), new PhoneAct("L2", PhoneAction.Answer, null, Heard.First)], emulated.Acts);
    }

    [Theory]
    [InlineData("", "flow.yaml:6:5: step 1, A: hold is not allowed (496): there is no call to hold")]
    [InlineData("\n    events: { A: [EventHeld] }", "flow.yaml:6:5: step 1, A: hold is not allowed (496): there is no call to hold|flow.yaml:7:19: step 1, A: EventHeld is missing")]
    [InlineData("\n    events: {}", "")]
    public void An_action_that_the_switch_does_not_allow_is_a_difference_unless_the_step_says_that_nothing_happens(string events, string differences) =>
        Assert.Equal(
            differences,
            string.Join('|', Differences(new ScriptedSwitch().Says("hold", new PhoneOutcome.NotAllowed(496, "there is no call to hold")), "phone: { DN: A, action: hold }" + events)));

    [Fact]
    public void An_action_that_could_mean_two_calls_ends_the_scenario_there()
    {
        var run = new ScriptedSwitch().Says("hold", new PhoneOutcome.Ambiguous("1 and 2")).Run(ScenarioText.Head + "  - phone: { DN: A, action: hold }\n    events: {}\n");

        Assert.Empty(run.Steps);
        Assert.Equal("flow.yaml:6:5: hold at A could mean two calls: 1 and 2; allowed: ConnID: $n, which says the call", Assert.Single(run.Faults).ToString());
    }

    private static IEnumerable<string> Differences(ScriptedSwitch emulated, string step) =>
        emulated.Run(ScenarioText.Head + "  - " + step).Differences.Select(difference => difference.ToString());

    private static IEnumerable<string> Names(ScenarioRun run, int step, string column) =>
        run.Steps[step - 1].Columns.Single(part => part.Column == column).Heard.Select(heard => heard.Event.ToString());
}
