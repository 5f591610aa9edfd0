using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>Invariants 6 to 10 of call models 9, each broken in several ways in an otherwise clean log: its number and the line are named.</summary>
public sealed class InvariantsSixToTenTests
{
    [Theory]
    [InlineData("line", 1, "S", EventName.EventRinging)]
    [InlineData("line", 1, "S2", EventName.EventRinging)]
    [InlineData("line", 2, "S", EventName.EventEstablished)]
    [InlineData("line-outbound", 1, "S", EventName.EventPrivateInfo)]
    [InlineData("line-outbound", 2, "S", EventName.EventOffHook)]
    [InlineData("line-outbound", 2, "S", EventName.EventDialing)]
    [InlineData("line-outbound", 3, "S", EventName.EventEstablished)]
    [InlineData("line-retrieve", 4, "S2", EventName.EventRinging)]
    public void Six_An_appearance_that_is_another_than_the_calls_is_found_at_the_event_that_has_it(string flow, int step, string column, EventName name)
    {
        var log = MutableLog.Of(flow);
        var line = log.Line(step, column, name);
        log.Alter(line, heard => heard with { Extensions = KVList.Of(("AppearanceIndex", 2L)) }).Breaks(6, line);
    }

    [Fact]
    public void Six_Two_calls_on_one_appearance_are_found_at_the_later_one()
    {
        var log = MutableLog.Of("line-two-calls");
        foreach (var column in (string[])["S", "S2"])
            log.Alter(log.Line(3, column, EventName.EventRinging), heard => heard with { Extensions = KVList.Of(("AppearanceIndex", 1L)) });
        log.Breaks(6, log.Line(3, "S", EventName.EventRinging));
    }

    [Fact]
    public void Six_An_appearance_below_one_is_found()
    {
        var log = MutableLog.Of("line");
        var line = log.Line(1, "S", EventName.EventRinging);
        log.Alter(line, heard => heard with { Extensions = KVList.Of(("AppearanceIndex", 0L)) }).Breaks(6, line);
    }

    [Theory]
    [InlineData("A", EventName.EventDialing)]
    [InlineData("B", EventName.EventRinging)]
    [InlineData("monitoring", EventName.EventCallPartyState)]
    [InlineData("monitoring", EventName.EventCallCreated)]
    public void Seven_A_doubled_event_has_a_number_that_does_not_rise(string column, EventName name)
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(1, column, name);
        log.Double(line).Breaks(7, line + 1);
    }

    [Theory]
    [InlineData("basic", 1, "A", EventName.EventDialing)]
    [InlineData("line-outbound", 4, "S", EventName.EventOnHook)]
    [InlineData("basic", 3, "monitoring", EventName.EventCallDeleted)]
    [InlineData("line-retrieve", 4, "S2", EventName.EventEstablished)]
    public void Seven_Two_neighbours_the_wrong_way_round_break_nothing_else(string flow, int step, string column, EventName name)
    {
        var log = MutableLog.Of(flow);
        var line = log.Line(step, column, name);
        log.Swap(line - 1, line).Breaks(7, line);
        Assert.Single(log.Check());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(50)]
    public void Seven_A_number_that_does_not_fit_between_its_neighbours_is_found_where_it_stands(long altered)
    {
        var log = MutableLog.Of("hold");
        var line = log.Line(2, "A", EventName.EventEstablished);
        log.Alter(line, heard => heard with { EventSequenceNumber = altered }).Breaks(7, line);
    }

    [Fact]
    public void Seven_An_event_without_a_number_and_an_answer_with_one_are_found()
    {
        var log = MutableLog.Of("hold");
        var (held, error) = (log.Line(3, "A", EventName.EventHeld), log.Line(5, "monitoring", EventName.EventError));
        log.Alter(held, heard => heard with { EventSequenceNumber = null }).Alter(error, heard => heard with { EventSequenceNumber = 1 });
        log.Breaks(7, held);
        log.Breaks(7, error);
    }

    [Fact]
    public void Eight_A_second_answer_in_a_step_is_found()
    {
        var log = MutableLog.Of("hold");
        var line = log.Line(5, "monitoring", EventName.EventError);
        log.Double(line).Breaks(8, line + 1);
    }

    [Fact]
    public void Eight_A_ReferenceID_that_another_client_sees_is_found()
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(3, "B", EventName.EventReleased);
        log.Alter(line, heard => heard with { ReferenceID = 3 }).Breaks(8, line);
    }

    [Theory]
    [InlineData("A", EventName.EventOffHook)]
    [InlineData("monitoring", EventName.EventCallCreated)]
    public void Eight_A_ReferenceID_on_what_answers_nothing_is_found(string column, EventName name)
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(1, column, name);
        log.Alter(line, heard => heard with { ReferenceID = 1 }).Breaks(8, line);
    }

    [Fact]
    public void Eight_A_refusal_without_ReferenceID_is_found()
    {
        var log = MutableLog.Of("hold");
        var line = log.Line(5, "monitoring", EventName.EventError);
        log.Alter(line, heard => heard with { ReferenceID = null }).Breaks(8, line);
    }

    [Fact]
    public void Eight_What_only_a_request_can_cause_must_answer_one()
    {
        var log = MutableLog.Of("redirected");
        log.Alter(log.Line(2, "B", EventName.EventReleased), heard => heard with { ReferenceID = null });
        log.Breaks(8, log.Line(2, "C", EventName.EventRinging));
    }

    [Theory]
    [InlineData("hold", 3, PartyState.Connected)]
    [InlineData("hold", 4, PartyState.Held)]
    [InlineData("basic", 2, PartyState.Busy)]
    [InlineData("busy", 1, PartyState.Connected)]
    [InlineData("line", 2, PartyState.Held)]
    public void Nine_A_state_that_monitoring_alone_tells_is_found_at_its_line(string flow, int step, PartyState altered)
    {
        var log = MutableLog.Of(flow);
        var line = log.Line(step, "monitoring", EventName.EventCallPartyState);
        log.Alter(line, heard => heard with { State = altered }).Breaks(9, line);
    }

    [Fact]
    public void Nine_A_hold_that_the_column_does_not_tell_is_found()
    {
        var log = MutableLog.Of("hold");
        log.Drop(log.Line(3, "A", EventName.EventHeld)).Breaks(9, log.Line(3, "monitoring", EventName.EventCallPartyState));
    }

    [Fact]
    public void Nine_A_hold_that_monitoring_does_not_tell_is_found()
    {
        var log = MutableLog.Of("hold");
        log.Drop(log.Line(3, "monitoring", EventName.EventCallPartyState)).Breaks(9, log.Line(3, "A", EventName.EventHeld));
    }

    [Fact]
    public void Nine_A_caller_that_does_not_hear_of_the_answer_is_found()
    {
        var log = MutableLog.Of("basic");
        log.Drop(log.Line(2, "A", EventName.EventEstablished));
        Assert.Contains(log.Check(), violation => violation.Invariant == 9 && log.Lines[(int)violation.Position - 1].Step == 2);
    }

    [Theory]
    [InlineData("A", EventName.EventDialing)]
    [InlineData("B", EventName.EventRinging)]
    public void Nine_A_party_without_a_word_in_its_column_is_found(string column, EventName name)
    {
        var log = MutableLog.Of("basic");
        log.Drop(log.Line(1, column, name));
        Assert.Contains(log.Check(), violation => violation.Invariant == 9 && log.Lines[(int)violation.Position - 1].Event.DN == column);
    }

    [Fact]
    public void Ten_A_call_that_is_left_when_everybody_has_released_is_found()
    {
        var log = MutableLog.Of("basic");
        log.Drop(log.Line(3, "monitoring", EventName.EventCallDeleted)).Breaks(10, log.Line(3, "monitoring", EventName.EventCallPartyDeleted));
    }

    [Fact]
    public void Ten_Parties_that_are_left_when_everybody_has_released_are_found()
    {
        var log = MutableLog.Of("basic");
        log.Lines.RemoveAll(line => line.Step == 3 && line.Column == "monitoring");
        Assert.Contains(log.Check(), violation => violation.Invariant == 10);
    }

    [Theory]
    [InlineData("basic", 3, "A", EventName.EventReleased)]
    [InlineData("line-abandoned", 2, "S2", EventName.EventAbandoned)]
    [InlineData("line-retrieve", 7, "S", EventName.EventReleased)]
    public void Ten_A_DN_that_is_left_in_a_call_when_monitoring_has_deleted_all_is_found(string flow, int step, string column, EventName name)
    {
        var log = MutableLog.Of(flow);
        log.Drop(log.Line(step, column, name));
        log.Breaks(10, 1 + log.Lines.FindLastIndex(line => line.Event is { Event: EventName.EventCallPartyDeleted } heard && heard.DN == column));
    }
}
