using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class ScenarioFileTests
{
    private static readonly ConnID SomeCall = new(0x0070028e1a3c4001);

    [Fact]
    public void The_contracts_own_scenario_is_read()
    {
        var scenario = ScenarioText.Read(ScenarioText.Inbound);

        Assert.Equal("Inbound call to a shared line, answered by the second phone", scenario.Title);
        Assert.Equal("flow", scenario.Name);
        Assert.Equal(["60972", "60981", "60970", "60970_2"], scenario.Plan.Columns);
        Assert.Equal(new DnPlan("60981", 2, new Habits(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), false)), scenario.Plan.Dns[1]);
        Assert.True(scenario.Plan.IsExternal("4155550100"));
        Assert.Equal([1, 2, 3, 4], scenario.Steps.Select(step => step.Number));
        Assert.Equal(5, Expected(scenario.Steps[0]).In("monitoring").Length);
        Assert.Same(Expectation.Anything.Instance, scenario.Steps[1].Expected);
        Assert.Equal(new StepAction.Phone(new PhoneAct("60972", PhoneAction.HangUp, null, null), null), scenario.Steps[2].Action);
        Assert.Equal(new StepAction.Wait(TimeSpan.FromSeconds(31)), scenario.Steps[3].Action);
    }

    [Fact]
    public void What_a_switch_does_not_say_has_its_default()
    {
        var scenario = ScenarioText.Read("switch: { sharedLines: [{ number: L, members: [L] }] }\nsteps: []\n");

        Assert.Equal("flow", scenario.Title);
        Assert.Equal(1, scenario.Plan.SharedLines[0].Appearances);
        Assert.Equal(TimeSpan.Zero, scenario.Plan.RingTimeout);
        Assert.Empty(scenario.Plan.Dns);
        Assert.Empty(scenario.Steps);
    }

    [Theory]
    [InlineData("0x1F")]
    [InlineData("007")]
    [InlineData("1e3")]
    [InlineData("+4930.123")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("'*12#'")]
    [InlineData("1.0")]
    [InlineData("12345678901234567890123456789012")]
    public void A_number_is_taken_as_written_quoted_or_not(string number)
    {
        var scenario = ScenarioText.Read($"switch: {{ dns: [{number}] }}\nsteps:\n  - phone: {{ DN: {number}, action: offHook }}\n    events: {{ {number}: [EventOffHook] }}\n");

        Assert.Equal(number.Trim('\''), Assert.Single(scenario.Plan.Columns));
        Assert.Single(Expected(scenario.Steps[0]).In(number.Trim('\'')));
    }

    [Theory]
    [InlineData("0ms", 0)]
    [InlineData("1500ms", 1.5)]
    [InlineData("31s", 31)]
    [InlineData("'31s'", 31)]
    [InlineData("2m", 120)]
    [InlineData("24h", 86400)]
    [InlineData("86400000ms", 86400)]
    public void A_duration_is_a_whole_number_and_its_unit(string text, double seconds) =>
        Assert.Equal(new StepAction.Wait(TimeSpan.FromSeconds(seconds)), ScenarioText.Step($"wait: {text}").Action);

    [Fact]
    public void A_request_bears_its_steps_number_unless_it_has_a_reference_id_of_its_own()
    {
        var scenario = ScenarioText.Read(ScenarioText.Head + "  - wait: 1s\n  - request: { TQueryAddress: { ThisDN: A } }\n  - request: { TQueryAddress: { ThisDN: A, ReferenceID: 77 } }\n");

        Assert.Equal(2, Written(scenario.Steps[1]).ReferenceID);
        Assert.Equal(77, Written(scenario.Steps[2]).ReferenceID);
    }

    [Theory]
    [InlineData("request: TStartCallMonitoring")]
    [InlineData("request: { TStartCallMonitoring: {} }")]
    [InlineData("request: { TStartCallMonitoring: }")]
    [InlineData("request: { TStartCallMonitoring: ~ }")]
    public void A_request_without_attributes_needs_none(string step) =>
        Assert.Equal(new TRequest { Request = "TStartCallMonitoring", ReferenceID = 1 }, Written(ScenarioText.Step(step)));

    [Theory]
    [InlineData("TMakeCall: { ThisDN: A }", "TMakeCall", null)]
    [InlineData("TMakeCall: {}", "TMakeCall", null)]
    [InlineData("TAnswerCall: { ThisDN: A, ConnID: 12 }", "TAnswerCall", "12")]
    [InlineData("TAnswerCall: { ThisDN: A, ConnID: $x }", "TAnswerCall", "$x")]
    [InlineData("TAgentLogin: { ThisDN: A, AgentID: 1001, Queue: [Q] }", "TAgentLogin", null)]
    public void What_the_switch_itself_refuses_is_no_bad_input(string request, string name, string? connID)
    {
        var written = Written(ScenarioText.Step($"request: {{ {request} }}"));

        Assert.Equal(name, written.Request);
        Assert.Equal(connID, written.ConnID);
    }

    [Fact]
    public void A_calls_reference_stands_for_its_conn_id_in_requests_phone_actions_and_expectations()
    {
        var request = Assert.IsType<StepAction.Request>(ScenarioText.Step("request: { TCompleteTransfer: { ThisDN: A, ConnID: $1, OtherConnID: \"$22\" } }").Action);
        var phone = Assert.IsType<StepAction.Phone>(ScenarioText.Step("phone: { DN: A, action: answer, ConnID: $3 }").Action);
        var written = Assert.IsType<StepAction.Phone>(ScenarioText.Step($"phone: {{ DN: A, action: answer, ConnID: {SomeCall} }}").Action);

        Assert.Equal((1, 22, 3), (request.ConnID!.Number, request.OtherConnID!.Number, phone.Call!.Number));
        Assert.Equal(new FilePosition("flow.yaml", 6, 35), phone.Call.Position with { Column = 35 });
        Assert.Equal(SomeCall, written.Act.ConnID);
        Assert.Equal(1, Assert.IsType<ExpectedValue.OfCall>(Value("EventHeld: { ConnID: $1 }")).Call.Number);
        Assert.Equal(SomeCall, Assert.IsType<ExpectedValue.Exactly>(Value($"EventHeld: {{ ConnID: {SomeCall} }}")).Value);
    }

    [Fact]
    public void User_data_are_texts_and_integers_lists_and_objects()
    {
        var data = Written(ScenarioText.Step("request: { TMakeCall: { ThisDN: A, OtherDN: B, UserData: { Name: Ann, Age: 42, Zip: \"10115\", Code: 007, Tags: [a, 1, { x: y }] } } }")).UserData;

        Assert.Equal(
            KVList.Of(("Name", "Ann"), ("Age", 42L), ("Zip", "10115"), ("Code", "007"), ("Tags", ImmutableArray.Create<object>("a", 1L, KVList.Of(("x", "y"))))),
            data);
    }

    [Fact]
    public void Extensions_can_hold_truth_values_and_calls()
    {
        var list = Assert.IsType<KVList>(Assert.IsType<ExpectedValue.Exactly>(Value("EventAddressInfo: { Extensions: { Calls: [{ ConnID: \"$1\" }], DND: false, Text: \"$1\", Call: $1 } }")).Value);

        var call = Assert.IsType<KVList>(Assert.IsType<ImmutableArray<object>>(list["Calls"])[0]);
        Assert.Equal(1, Assert.IsType<CallReference>(call["ConnID"]).Number);
        Assert.Equal(false, list["DND"]);
        Assert.Equal("$1", list["Text"]);
        Assert.IsType<CallReference>(list["Call"]);
    }

    [Theory]
    [InlineData("EventHeld: { OtherDN: ~ }")]
    [InlineData("EventHeld: { OtherDN: null }")]
    [InlineData("EventHeld: { UserData: ~ }")]
    [InlineData("EventHeld: { CallState: ~ }")]
    [InlineData("EventHeld: { ConnID: ~ }")]
    [InlineData("EventHeld: { ThisDN: ~ }")]
    public void A_tilde_demands_that_the_attribute_is_absent(string expected) => Assert.Same(ExpectedValue.Absent.Instance, Value(expected));

    [Theory]
    [InlineData("EventError: { ErrorCode: 53 }", 53)]
    [InlineData("EventHeld: { EventSequenceNumber: 4 }", 4L)]
    [InlineData("EventHeld: { OtherDN: 60970 }", "60970")]
    [InlineData("EventHeld: { ThisDN: L2 }", "L2")]
    [InlineData("EventReleased: { Cause: 1stepTransfer }", Cause.SingleStepTransfer)]
    [InlineData("EventCallPartyState: { State: Connected+Dialing }", PartyState.ConnectedDialing)]
    public void An_attribute_is_read_as_what_it_is(string expected, object value) =>
        Assert.Equal(value, Assert.IsType<ExpectedValue.Exactly>(Value(expected)).Value);

    [Fact]
    public void A_step_that_names_no_column_must_cause_nothing()
    {
        Assert.True(Expected(ScenarioText.Step("wait: 1s\n    events: {}")).IsSilence);
        Assert.True(Expected(ScenarioText.Step("wait: 1s\n    events: { A: [], monitoring: [] }")).IsSilence);
        Assert.False(Expected(ScenarioText.Step("wait: 1s\n    events: { A: [EventOnHook] }")).IsSilence);
    }

    [Fact]
    public void Anchors_spare_a_user_writing_the_same_twice()
    {
        var scenario = ScenarioText.Read(ScenarioText.Head + "  - wait: 1s\n    events: &quiet { A: [EventOnHook] }\n  - wait: 2s\n    events: *quiet\n");

        Assert.Equal(EventName.EventOnHook, Assert.Single(Expected(scenario.Steps[1]).In("A")).Name);
    }

    private static Expectation.Exactly Expected(ScenarioStep step) => Assert.IsType<Expectation.Exactly>(step.Expected);

    private static TRequest Written(ScenarioStep step) => Assert.IsType<StepAction.Request>(step.Action).Written;

    private static ExpectedValue Value(string expected) =>
        Assert.Single(Assert.Single(Expected(ScenarioText.Step($"wait: 1s\n    events: {{ A: [{{ {expected} }}] }}")).In("A")).Attributes).Value;
}
