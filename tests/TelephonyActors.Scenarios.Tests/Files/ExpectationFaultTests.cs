namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class ExpectationFaultTests
{
    private const string Calls = "$1, $2, ... for the first, second, ... call of the scenario, or 16 lower-case hexadecimal digits, or ~ for an event without it";
    private const string CallStates = "OK, Transferred, Conferenced, GeneralError, Busy, NoAnswer, SitInvalidNum, Covered, Redirected, Forwarded, or ~ for an event without it";

    [Theory]
    [InlineData("", "7:12: events cannot be nothing; allowed: a mapping of columns, {} for no event at all")]
    [InlineData("~", "7:13: events cannot be '~'; allowed: a mapping of columns, {} for no event at all")]
    [InlineData("[EventOffHook]", "7:13: events cannot be a list; allowed: a mapping of columns, {} for no event at all")]
    [InlineData("{ C: [] }", "7:15: the column 'C' is no DN of the switch; allowed: A, B, L, L2, monitoring")]
    [InlineData("{ X: [] }", "7:15: the column 'X' is no DN of the switch, but an external, which has no column; allowed: A, B, L, L2, monitoring")]
    [InlineData("{ Monitoring: [] }", "7:15: the column 'Monitoring' is no DN of the switch; allowed: A, B, L, L2, monitoring")]
    [InlineData("{ A: }", "7:18: the column 'A' cannot be nothing; allowed: a list of events, [] for none")]
    [InlineData("{ A: EventOffHook }", "7:18: the column 'A' cannot be 'EventOffHook'; allowed: a list of events, [] for none")]
    [InlineData("{ A: {} }", "7:18: the column 'A' cannot be a mapping; allowed: a list of events, [] for none")]
    [InlineData("{ A: [], \"A\": [] }", "7:22: the key 'A' stands here again, first in line 7; allowed: each key once")]
    public void A_column_is_one_of_the_switch_and_holds_a_list(string events, string fault) =>
        Assert.Equal([fault], ScenarioText.StepFaults($"wait: 1s\n    events: {events}"));

    [Theory]
    [InlineData("[EventOffHook]", "7:19: an event cannot be a list; allowed: its name, or its name with attributes, such as EventRinging: { ConnID: $1 }")]
    [InlineData("{ EventHeld: {}, EventOnHook: {} }", "7:19: an event cannot be a mapping of 2 keys; allowed: its name, or its name with attributes, such as EventRinging: { ConnID: $1 }")]
    [InlineData("{}", "7:19: an event cannot be a mapping of 0 keys; allowed: its name, or its name with attributes, such as EventRinging: { ConnID: $1 }")]
    [InlineData("EventHeld: [ConnID]", "7:30: the attributes cannot be a list; allowed: a mapping of attributes, {} for any")]
    [InlineData("EventHeld: { ConnID: 12 }", "7:40: ConnID cannot be '12'; allowed: " + Calls)]
    [InlineData("EventHeld: { ConnID: $0 }", "7:40: ConnID cannot be '$0'; allowed: " + Calls)]
    [InlineData("EventHeld: { PreviousConnID: [$1] }", "7:48: PreviousConnID cannot be a list; allowed: " + Calls)]
    [InlineData("EventHeld: { ConnID: }", "7:40: ConnID cannot be nothing; allowed: " + Calls)]
    [InlineData("EventHeld: { CallState: Ok }", "7:43: CallState cannot be 'Ok'; allowed: " + CallStates)]
    [InlineData("EventHeld: { CallState: 0 }", "7:43: CallState cannot be '0'; allowed: " + CallStates)]
    [InlineData("EventHeld: { PartyID: one }", "7:41: PartyID cannot be 'one'; allowed: an integer, or ~ for an event without it")]
    [InlineData("EventHeld: { Time: 09:30 }", "7:38: Time cannot be '09:30'; allowed: a time such as 2026-01-05T09:30:00.000000Z, or ~ for an event without it")]
    [InlineData("EventHeld: { ThisDN: C }", "7:40: ThisDN 'C' is no DN of the switch; allowed: A, B, L, L2")]
    [InlineData("EventHeld: { ConnID: $1, ConnID: $2 }", "7:44: the key 'ConnID' stands here again, first in line 7; allowed: each key once")]
    public void An_event_has_a_name_and_attributes_of_their_kind(string expected, string fault) =>
        Assert.Equal([fault], ScenarioText.StepFaults($"wait: 1s\n    events: {{ A: [{expected}] }}"));

    [Theory]
    [InlineData("EventRining", 19, "there is no event 'EventRining'; allowed: EventLinkConnected, ")]
    [InlineData("EventOffhook", 19, "there is no event 'EventOffhook'; allowed: EventLinkConnected, ")]
    [InlineData("7", 19, "there is no event '7'; allowed: EventLinkConnected, ")]
    [InlineData("EventHeld: { OtherDn: A }", 32, "there is no attribute 'OtherDn'; allowed: EventSequenceNumber, ")]
    [InlineData("EventHeld: { Event: EventHeld }", 32, "there is no attribute 'Event'; allowed: EventSequenceNumber, ")]
    public void A_name_that_t_library_does_not_have_is_a_fault_that_lists_those_it_has(string expected, int column, string start) =>
        Assert.StartsWith($"7:{column}: {start}", Assert.Single(ScenarioText.StepFaults($"wait: 1s\n    events: {{ A: [{expected}] }}")), StringComparison.Ordinal);
}
