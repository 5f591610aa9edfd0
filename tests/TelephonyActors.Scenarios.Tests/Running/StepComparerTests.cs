using TelephonyActors.Scenarios.Tests.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Running;

public sealed class StepComparerTests
{
    private static readonly TEvent Established = Heard.Call("A", EventName.EventEstablished, "B") with { UserData = KVList.Of(("Name", "Ann"), ("Age", 42L)) };

    [Theory]
    [InlineData("EventEstablished")]
    [InlineData("EventEstablished: { OtherDN: B }")]
    [InlineData("EventEstablished: { CallState: OK, ThisDNRole: Origination, Cause: ~, Extensions: ~ }")]
    [InlineData("EventEstablished: { UserData: { Age: 42, Name: Ann } }")]
    [InlineData("EventEstablished: { ConnID: 0070028e1a3c4001 }")]
    public void What_a_step_does_not_name_is_free(string expected) => Assert.Equal("", Differences($"[{Entry(expected)}]", Established));

    [Theory]
    [InlineData("EventEstablished: { OtherDN: C }", "OtherDN is B, expected C")]
    [InlineData("EventEstablished: { OtherDN: ~ }", "OtherDN is B, expected none")]
    [InlineData("EventEstablished: { Cause: Transfer }", "Cause is absent, expected Transfer")]
    [InlineData("EventEstablished: { CallState: Busy }", "CallState is OK, expected Busy")]
    [InlineData("EventEstablished: { UserData: { Name: Ann } }", "UserData is { Name: Ann, Age: 42 }, expected { Name: Ann }")]
    [InlineData("EventEstablished: { UserData: { Name: Ann, Age: \"42\" } }", "UserData is { Name: Ann, Age: 42 }, expected { Name: Ann, Age: 42 }")]
    [InlineData("EventEstablished: { UserData: {} }", "UserData is { Name: Ann, Age: 42 }, expected {}")]
    [InlineData("EventEstablished: { Extensions: {} }", "Extensions is absent, expected {}")]
    [InlineData("EventEstablished: { ConnID: 0070028e1a3c4002 }", "ConnID is $1, expected 0070028e1a3c4002")]
    public void What_a_step_names_must_be_equal_lists_as_a_whole(string expected, string difference) =>
        Assert.Equal($"A: EventEstablished: {difference}", Differences($"[{Entry(expected)}]", Established));

    [Fact]
    public void Both_sides_of_every_attribute_that_differs_are_told() =>
        Assert.Equal(
            "A: EventEstablished: OtherDN is B, expected C|A: EventEstablished: CallState is OK, expected Busy",
            Differences("[{ EventEstablished: { OtherDN: C, CallState: Busy } }]", Established));

    [Theory]
    [InlineData("[]", "A: EventOffHook is not expected|A: EventDialing is not expected|A: EventReleased is not expected")]
    [InlineData("[EventOffHook, EventDialing]", "A: EventReleased is not expected")]
    [InlineData("[EventDialing, EventReleased]", "A: EventOffHook is not expected")]
    [InlineData("[EventOffHook, EventDialing, EventHeld, EventReleased]", "A: EventHeld is missing")]
    [InlineData("[EventOffHook, EventDialing, EventReleased, EventReleased]", "A: EventReleased is missing")]
    [InlineData("[EventOffHook, EventReleased, EventDialing]", "A: EventReleased is missing|A: EventReleased is not expected")]
    public void Events_must_be_exactly_these_in_this_order(string expected, string differences) =>
        Assert.Equal(
            differences,
            Differences(expected, Heard.At("A", EventName.EventOffHook), Heard.At("A", EventName.EventDialing), Heard.At("A", EventName.EventReleased)));

    [Fact]
    public void Of_two_events_of_a_name_the_one_that_agrees_better_is_taken() =>
        Assert.Equal(
            "A: EventReleased is not expected (OtherDN B, CallState OK)",
            Differences(
                "[{ EventReleased: { OtherDN: C } }]",
                Heard.Call("A", EventName.EventReleased, "B") with { ConnID = null },
                Heard.Call("A", EventName.EventReleased, "C") with { ConnID = null }));

    [Fact]
    public void A_column_that_the_step_does_not_name_must_stay_silent()
    {
        var emulated = new ScriptedSwitch().On("wait", Heard.At("B", EventName.EventOnHook), Heard.Monitored(EventName.EventCallDeleted));

        var run = emulated.Run(ScenarioText.Head + "  - wait: 1s\n    events: { A: [] }\n");

        Assert.Equal(
            ["flow.yaml:6:5: step 1, B: EventOnHook is not expected", "flow.yaml:6:5: step 1, monitoring: EventCallDeleted is not expected (ConnID $1)"],
            run.Differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public void A_missing_event_is_told_with_what_it_should_have_been_and_where_the_file_says_so() =>
        Assert.Equal(
            ["flow.yaml:7:19: step 1, A: EventReleased is missing (OtherDN B, Cause none)"],
            new ScriptedSwitch().Run(ScenarioText.Head + "  - wait: 1s\n    events: { A: [{ EventReleased: { OtherDN: B, Cause: ~ } }] }\n").Differences.Select(difference => difference.ToString()));

    [Fact]
    public void Calls_within_a_list_are_compared_as_their_conn_ids()
    {
        var info = Heard.At("A", EventName.EventAddressInfo) with
        {
            Extensions = KVList.Of(("Calls", System.Collections.Immutable.ImmutableArray.Create<object>(KVList.Of(("ConnID", Heard.First.ToString())))), ("DND", false)),
        };

        Assert.Equal("", Differences("[{ EventAddressInfo: { Extensions: { Calls: [{ ConnID: $1 }], DND: false } } }]", info, Heard.Monitored(EventName.EventCallCreated)));
        Assert.Equal(
            "A: EventAddressInfo: Extensions is { Calls: [{ ConnID: $1 }], DND: false }, expected { Calls: [{ ConnID: $2 }], DND: false }",
            Differences("[{ EventAddressInfo: { Extensions: { Calls: [{ ConnID: $2 }], DND: false } } }]", info, Heard.Monitored(EventName.EventCallCreated)));
    }

    private static string Entry(string expected) => expected.Contains(':', StringComparison.Ordinal) ? $"{{ {expected} }}" : expected;

    // The differences in column A, without their place; monitoring may say what it wants.
    private static string Differences(string expected, params TEvent[] heard)
    {
        var run = new ScriptedSwitch().On("wait", heard).Run(ScenarioText.Head + $"  - wait: 1s\n    events: {{ A: {expected}, monitoring: [{Monitoring(heard)}] }}\n");
        return string.Join('|', run.Differences.Select(difference => $"{difference.Where}: {difference.What}"));
    }

    private static string Monitoring(TEvent[] heard) => string.Join(", ", heard.Where(e => e.ThisDN is null).Select(e => e.Event));
}
