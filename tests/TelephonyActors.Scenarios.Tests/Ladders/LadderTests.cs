using System.Text.RegularExpressions;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Tests.Files;
using TelephonyActors.Scenarios.Tests.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Ladders;

public sealed partial class LadderTests
{
    [Fact]
    public void A_flow_is_drawn_as_the_reference_draws_it()
    {
        const string Scenario =
            """
            name: A calls B, who is busy
            switch: { dns: [A, B, C], externals: [X] }
            steps:
              - request: { TMakeCall: { ThisDN: A, OtherDN: B } }
                events:
                  A: [EventOffHook, { EventDialing: { ConnID: $1 } }, { EventDestinationBusy: { CallState: NoAnswer } }]
                  B: []
                  monitoring: [EventCallCreated, EventCallDeleted, { EventCallPartyAdded: { PartyID: 1 } }]
              - wait: 1500ms
                events: {}
              - phone: { DN: A, action: hangUp, ConnID: $1 }
              - phone: { DN: X, action: dial, number: B }
              - request: TStopCallMonitoring

            """;
        var emulated = new ScriptedSwitch()
            .On(
                "TMakeCall",
                Heard.At("A", EventName.EventOffHook),
                Heard.Call("A", EventName.EventDialing, "B") with { ReferenceID = 1, UserData = KVList.Of(("Name", "Ann"), ("Age", 42L)) },
                Heard.Call("A", EventName.EventDestinationBusy, "B", CallState.Busy),
                Heard.Monitored(EventName.EventCallCreated),
                Heard.Party(EventName.EventCallPartyAdded, 1, "A", PartyState.Initiated),
                Heard.Party(EventName.EventCallPartyState, 1, "A", PartyState.ConnectedDialing))
            .On("hangUp", Heard.Call("A", EventName.EventPartyAdded, "C") with { OtherDNRole = DNRole.NewParty, ThirdPartyDN = "B", ThirdPartyDNRole = DNRole.AddedBy })
            .Says("dial", new PhoneOutcome.NotAllowed(496, "it is busy"))
            .On("TStopCallMonitoring", new TEvent { Event = EventName.EventACK, ReferenceID = 5 });

        Assert.Equal(
            """
            A calls B, who is busy
            flow.yaml
            outside the switch: X
            takes no part: C

                 │ A                                 │ B                                 │ monitoring
                 │ DN                                │ DN                                │ all calls
            ═════╪═══════════════════════════════════╪═══════════════════════════════════╪═════════════════════════════════════
             1 ✗ │ ► TMakeCall                       │                                   │
                 │  OtherDN B                        │                                   │
                 │ EventOffHook                      │                                   │ EventCallCreated
                 │ EventDialing ◄                    │                                   │  ConnID 1
                 │  ConnID 1  OtherDN B              │                                   │ ✗ EventCallDeleted
                 │  CallState OK                     │                                   │  ✗ missing
                 │  UserData { Name: Ann, Age: 42 }  │                                   │ EventCallPartyAdded
                 │ ✗ EventDestinationBusy            │                                   │  ConnID 1  DN A  PartyID 1
                 │  ConnID 1  OtherDN B              │                                   │  State Initiated
                 │  CallState Busy                   │                                   │ ✗ EventCallPartyState
                 │  ✗ CallState is Busy, expected    │                                   │  ConnID 1  DN A  PartyID 1
                 │    NoAnswer                       │                                   │  State Connected+Dialing
                 │                                   │                                   │  ✗ not expected
            ─────┼───────────────────────────────────┼───────────────────────────────────┼─────────────────────────────────────
             2 ✓ │╌╌╌ wait 1500ms, until 09:30:01.500 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
            ─────┼───────────────────────────────────┼───────────────────────────────────┼─────────────────────────────────────
             3 · │ ► phone: hangUp                   │                                   │
                 │  ConnID 1                         │                                   │
                 │ EventPartyAdded                   │                                   │
                 │  ConnID 1  OtherDN C (NewParty)   │                                   │
                 │  ThirdPartyDN B (AddedBy)         │                                   │
                 │  CallState OK                     │                                   │
            ─────┼───────────────────────────────────┼───────────────────────────────────┼─────────────────────────────────────
             4 ✗ │╌╌╌ ► phone X: dial B, ✗ not allowed (496): it is busy ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
            ─────┼───────────────────────────────────┼───────────────────────────────────┼─────────────────────────────────────
             5 · │                                   │                                   │ ► TStopCallMonitoring
                 │                                   │                                   │ EventACK ◄
            ─────┴───────────────────────────────────┴───────────────────────────────────┴─────────────────────────────────────

            """.ReplaceLineEndings("\n"),
            Drawn(emulated.Run(Scenario)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(30)]
    public void However_many_columns_there_are_and_however_long_their_names_no_line_is_wider_than_120_characters(int dns)
    {
        foreach (var length in new[] { 3, 12, 32 })
        {
            string[] numbers = [.. Enumerable.Range(0, dns).Select(n => $"N{n}".PadRight(length, 'W'))];
            TEvent[] heard =
            [
                .. numbers.Select(number => Heard.Call(number, EventName.EventAttachedDataChanged, numbers[0]) with { ReferenceID = 1, UserData = KVList.Of(("Key", new string('x', 200))) }),
                Heard.Monitored(EventName.EventCallPartyDeleted) with { DN = numbers[^1], PartyID = 1 },
            ];
            var steps = string.Concat(Enumerable.Repeat($"  - phone: {{ DN: {numbers[0]}, action: dial, number: {numbers[^1]} }}\n  - wait: 1s\n    events: {{}}\n", 60));

            var lines = Drawn(new ScriptedSwitch().On("dial", heard).On("wait", heard).Run($"name: {new string('é', 300)}\nswitch: {{ dns: [{string.Join(", ", numbers)}] }}\nsteps:\n{steps}")).Split('\n');

            Assert.All(lines, line => Assert.True(line.Length <= 120, line));
            Assert.All(numbers, number => Assert.Contains(lines, line => line.Contains(number[..2], StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Wide_characters_take_two_columns_and_control_characters_none_of_their_effect()
    {
        var heard = Heard.Call("A", EventName.EventRinging, "B") with { UserData = KVList.Of(("名前", "山田太郎"), ("Esc", "\e[31mred\r\nnext\u202e")) };

        var lines = Drawn(new ScriptedSwitch().On("wait", heard).Run(ScenarioText.Head + "  - wait: 1s\n")).Split('\n');

        var line = Assert.Single(lines, line => line.Contains('山', StringComparison.Ordinal));
        Assert.DoesNotContain(lines, text => text.Any(char.IsControl) || text.Contains('\u202e', StringComparison.Ordinal));
        // Six wide characters push what follows six places less far to the right.
        Assert.Equal(lines.First(text => text.Contains('═', StringComparison.Ordinal)).IndexOf('╪', 10) - 6, line.IndexOf('│', 10));
    }

    [Fact]
    public void Many_columns_stand_in_blocks_each_with_every_step()
    {
        var text = Drawn(new ScriptedSwitch().Run("switch: { dns: [A, B, C, D, E] }\nsteps:\n  - phone: { DN: A, action: offHook }\n    events: { A: [], B: [], C: [], D: [], E: [] }\n"));

        Assert.Equal(2, Regex.Count(text, @"^ 1 ✓ │", RegexOptions.Multiline));
        Assert.Contains(" 1 ✓ │ ► phone: offHook", text, StringComparison.Ordinal);
        Assert.Contains(" 1 ✓ │╌╌╌ ► phone: offHook at A ╌", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_adds_nothing_but_colour()
    {
        var (plain, coloured) = (Report(colour: false), Report(colour: true));

        Assert.DoesNotContain('\e', plain);
        Assert.Contains("\e[32m✓\e[0m", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, Colours().Replace(coloured, ""));
    }

    [Fact]
    public void The_signs_are_explained_once_at_the_top()
    {
        var report = Report(colour: false);

        Assert.StartsWith("► somebody acts   ◄ the event that answers the request   ✓ as expected   ✗ different   · not checked\n\nInbound call", report, StringComparison.Ordinal);
        Assert.EndsWith("2 steps checked, 6 not checked\n", report, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(report, "somebody acts"));
    }

    private static string Report(bool colour)
    {
        var output = new StringWriter { NewLine = "\n" };
        var report = new LadderReport(output, colour);
        report.Add(Heard.Inbound().Run(ScenarioText.Inbound));
        report.Add(Heard.Inbound().Run(ScenarioText.Inbound));
        report.Finish();
        return output.ToString();
    }

    private static string Drawn(ScenarioRun run)
    {
        var output = new StringWriter { NewLine = "\n" };
        foreach (var line in LadderDrawing.Draw(ScenarioCharts.Of(run))) line.Write(output, colour: false);
        return output.ToString();
    }

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Colours();
}
