using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Tests.Files;

namespace TelephonyActors.Scenarios.Tests.Running;

public sealed class RealSwitchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_contracts_own_scenario_comes_out_of_the_switch_as_it_says()
    {
        Assert.Equal(0, Run(ScenarioText.Inbound, ScenarioFormat.Ladder, out var output));
        Assert.Equal("", _error.ToString());
        Assert.EndsWith("1 steps checked, 3 not checked\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScenarioFormat.Ladder)]
    [InlineData(ScenarioFormat.Jsonl)]
    public void Two_runs_print_the_same(ScenarioFormat format)
    {
        Run(ScenarioText.Inbound, format, out var first);
        Run(ScenarioText.Inbound, format, out var second);

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("TAgentLogin: { ThisDN: A, AgentID: 1001 }", "A: [{ EventError: { ErrorCode: 51, Request: TAgentLogin, ReferenceID: 1 } }]")]
    [InlineData("TMakeCall: { ThisDN: A }", "A: [{ EventError: { ErrorCode: 53 } }]")]
    [InlineData("TMakeCall: { OtherDN: A }", "monitoring: [{ EventError: { ErrorCode: 53 } }]")]
    [InlineData("TAnswerCall: { ThisDN: A, ConnID: nonsense }", "A: [{ EventError: { ErrorCode: 53 } }]")]
    [InlineData("TAnswerCall: { ThisDN: A, ConnID: 0123456789abcdef }", "A: [{ EventError: { ErrorCode: 56 } }]")]
    [InlineData("TRegisterAddress: { ThisDN: A }", "A: [{ EventError: { ErrorCode: 43 } }]")]
    [InlineData("TStartCallMonitoring: {}", "monitoring: [{ EventError: { ErrorCode: 43 } }]")]
    [InlineData("TStopCallMonitoring: { ReferenceID: 9 }", "monitoring: [{ EventACK: { ReferenceID: 9 } }]")]
    [InlineData("TMakeCall: { ThisDN: A, OtherDN: \"no number at all\" }", "A: [EventOffHook, EventDialing, { EventDestinationBusy: { CallState: SitInvalidNum } }], monitoring: [EventCallCreated, EventCallPartyAdded, EventCallPartyState, EventCallPartyState]")]
    public void What_the_reader_lets_through_the_switch_answers(string request, string events)
    {
        var status = Run(ScenarioText.Head + $"  - request: {{ {request} }}\n    events: {{ {events} }}\n", ScenarioFormat.Jsonl, out _);

        Assert.Equal("", _error.ToString());
        Assert.Equal(0, status);
    }

    [Fact]
    public void A_phone_action_that_the_switch_does_not_allow_is_a_difference()
    {
        Assert.Equal(1, Run(ScenarioText.Head + "  - phone: { DN: A, action: hold }\n", ScenarioFormat.Jsonl, out _));
        Assert.Contains(":6:5: step 1, A: hold is not allowed (", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run(ScenarioText.Head + "  - phone: { DN: A, action: hold }\n    events: {}\n", ScenarioFormat.Jsonl, out _));
    }

    [Fact]
    public void A_phone_action_that_could_mean_two_calls_is_bad_input()
    {
        const string Calls =
            """
            switch: { dns: [A, B, { number: C, lines: 2 }] }
            steps:
              - request: { TMakeCall: { ThisDN: A, OtherDN: C } }
              - request: { TMakeCall: { ThisDN: B, OtherDN: C } }
              - phone: { DN: C, action: answer, ConnID: $2 }
              - phone: { DN: C, action: hangUp, ConnID: $1 }
              - phone: { DN: C, action: answer }

            """;

        Assert.Equal(1, Run(Calls, ScenarioFormat.Jsonl, out _));
        Assert.Equal(2, Run(Calls.Replace(", ConnID: $2", "", StringComparison.Ordinal), ScenarioFormat.Jsonl, out _));
        Assert.Contains(":5:5: answer at C could mean two calls: ", _error.ToString(), StringComparison.Ordinal);
    }

    private int Run(string scenario, ScenarioFormat format, out string output)
    {
        var path = Path.Combine(_folder.FullName, "flow.yaml");
        File.WriteAllText(path, scenario);
        var written = new StringWriter { NewLine = "\n" };
        var status = RunScenarios.Run([path], format, written, _error, colour: false);
        output = written.ToString();
        return status;
    }
}
