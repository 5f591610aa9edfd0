using System.Text.Json;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Tests.Files;

namespace TelephonyActors.Scenarios.Tests.Running;

public sealed class RunScenariosTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void All_as_expected_is_status_0()
    {
        Write("inbound.yaml", ScenarioText.Inbound);

        Assert.Equal(0, Run(ScenarioFormat.Ladder, Heard.Inbound()));
        Assert.Equal("", _error.ToString());
        Assert.EndsWith("\n1 steps checked, 3 not checked\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScenarioFormat.Ladder)]
    [InlineData(ScenarioFormat.Jsonl)]
    public void A_difference_is_status_1_and_a_line_on_standard_error(ScenarioFormat format)
    {
        var path = Write("inbound.yaml", ScenarioText.Inbound.Replace("CallState: OK", "CallState: Busy", StringComparison.Ordinal));

        Assert.Equal(1, Run(format, Heard.Inbound()));
        Assert.Equal($"{path}:13:57: step 1, 60972: EventDialing: CallState is OK, expected Busy\n", _error.ToString());
    }

    [Fact]
    public void If_one_file_is_bad_nothing_runs_and_the_status_is_2()
    {
        Write("1.yaml", ScenarioText.Inbound);
        var bad = Write("2.yaml", "steps: []\n");
        var emulated = Heard.Inbound();

        Assert.Equal(2, Run(ScenarioFormat.Ladder, emulated));
        Assert.Equal($"{bad}:1:1: a scenario lacks the key 'switch'; allowed: name, switch, steps\n", _error.ToString());
        Assert.Equal("", _output.ToString());
        Assert.Empty(emulated.Requests);
    }

    [Fact]
    public void What_shows_only_when_its_step_starts_is_status_2_with_what_ran_before_it()
    {
        var path = Write("late.yaml", ScenarioText.Head + "  - wait: 1s\n  - request: { TAnswerCall: { ThisDN: A, ConnID: $1 } }\n  - wait: 1s\n");

        Assert.Equal(2, Run(ScenarioFormat.Ladder, new ScriptedSwitch()));
        Assert.Equal($"{path}:7:50: $1 stands for no call when its step starts; allowed: no $n, there is no call yet\n", _error.ToString());
        Assert.Contains("│╌╌╌ ✗ $1 stands for no call when its step starts", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"✗ {path}: ends before step 2\n0 steps checked, 1 not checked\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_weighs_more_than_a_difference_wherever_it_is()
    {
        Write("1.yaml", ScenarioText.Head + "  - phone: { DN: A, action: hold }\n");
        Write("2.yaml", ScenarioText.Head + "  - wait: 1s\n    events: { A: [EventOnHook] }\n");

        Assert.Equal(2, Run(ScenarioFormat.Jsonl, new ScriptedSwitch().Says("hold", new PhoneOutcome.Ambiguous("1 and 2"))));
        Assert.Equal(2, _error.ToString().Count(character => character == '\n'));
    }

    [Fact]
    public void Jsonl_has_every_event_column_by_column_in_the_order_heard()
    {
        Write("inbound.yaml", ScenarioText.Inbound);

        Assert.Equal(0, Run(ScenarioFormat.Jsonl, Heard.Inbound()));

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines, line => Assert.Equal("inbound", line.GetProperty("Scenario").GetString()));
        Assert.Equal(
            [
                "1 60972 EventOffHook", "1 60972 EventDialing", "1 60970 EventRinging", "1 60970_2 EventRinging",
                "1 monitoring EventCallCreated", "1 monitoring EventCallPartyAdded", "1 monitoring EventCallPartyState",
                "1 monitoring EventCallPartyAdded", "1 monitoring EventCallPartyAdded",
                "2 60972 EventEstablished", "2 60970 EventReleased", "2 60970_2 EventEstablished",
                "2 monitoring EventCallPartyDeleted", "2 monitoring EventCallPartyState",
                "3 60972 EventReleased", "3 60970_2 EventReleased", "3 60970_2 EventOnHook",
                "3 monitoring EventCallPartyDeleted", "3 monitoring EventCallPartyDeleted", "3 monitoring EventCallDeleted",
            ],
            lines.Select(line => $"{line.GetProperty("Step").GetInt32()} {line.GetProperty("Column").GetString()} {line.GetProperty("Event").GetString()}"));
    }

    [Fact]
    public void Jsonl_prints_what_was_heard_also_where_it_differs()
    {
        Write("differs.yaml", ScenarioText.Head + "  - wait: 1s\n    events: { A: [EventHeld, EventReleased] }\n");

        Run(ScenarioFormat.Jsonl, new ScriptedSwitch().On("wait", Heard.At("A", TLibrary.EventName.EventOnHook), Heard.At("A", TLibrary.EventName.EventReleased)));

        Assert.Equal(
            "{\"Scenario\":\"differs\",\"Step\":1,\"Column\":\"A\",\"Event\":\"EventOnHook\",\"ThisDN\":\"A\"}\n{\"Scenario\":\"differs\",\"Step\":1,\"Column\":\"A\",\"Event\":\"EventReleased\",\"ThisDN\":\"A\"}\n",
            _output.ToString());
    }

    [Fact]
    public void Every_scenario_runs_on_a_switch_of_its_own()
    {
        Write("1.yaml", ScenarioText.Inbound);
        Write("2.yaml", ScenarioText.Inbound);
        var switches = new List<ScriptedSwitch>();

        var status = RunScenarios.Run([_folder.FullName], ScenarioFormat.Jsonl, _output, _error, false, scenario =>
        {
            switches.Add(Heard.Inbound());
            return switches[^1].Start(scenario.Plan);
        });

        Assert.Equal((0, 2), (status, switches.Count));
        Assert.All(switches, emulated => Assert.True(emulated.IsDisposed));
    }

    private int Run(ScenarioFormat format, ScriptedSwitch emulated)
    {
        _output.NewLine = _error.NewLine = "\n";
        return RunScenarios.Run([_folder.FullName], format, _output, _error, colour: false, scenario => emulated.Start(scenario.Plan));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
