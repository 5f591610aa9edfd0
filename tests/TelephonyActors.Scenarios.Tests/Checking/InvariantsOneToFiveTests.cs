using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>Invariants 1 to 5 of call models 9, each broken in several ways in an otherwise clean log: its number and the line are named.</summary>
public sealed class InvariantsOneToFiveTests
{
    [Fact]
    public void One_A_ringing_that_is_never_closed_is_found_where_the_party_leaves()
    {
        var log = MutableLog.Of("abandoned");
        log.Drop(log.Line(2, "B", EventName.EventAbandoned));
        log.Breaks(1, log.Line(2, "monitoring", EventName.EventCallPartyDeleted) - 1);
    }

    [Fact]
    public void One_A_ringing_member_that_was_not_released_when_another_answered_is_found()
    {
        var log = MutableLog.Of("line");
        log.Drop(log.Line(2, "S2", EventName.EventReleased));
        log.Breaks(1, log.Line(2, "monitoring", EventName.EventCallPartyDeleted));
    }

    [Fact]
    public void One_A_doubled_answer_closes_nothing_a_second_time()
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(2, "B", EventName.EventEstablished);
        log.Double(line).Breaks(1, line + 1);
    }

    [Fact]
    public void One_A_doubled_ringing_leaves_the_first_open()
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(1, "B", EventName.EventRinging);
        log.Double(line).Breaks(1, line + 1);
    }

    [Fact]
    public void One_An_established_DN_cannot_abandon()
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(3, "B", EventName.EventReleased);
        log.Alter(line, heard => heard with { Event = EventName.EventAbandoned }).Breaks(1, line);
    }

    [Theory]
    [InlineData("basic", 3, "A")]
    [InlineData("line", 3, "S")]
    [InlineData("busy", 2, "A")]
    public void Two_A_party_that_leaves_without_a_word_is_found_where_monitoring_deletes_it(string flow, int step, string column)
    {
        var log = MutableLog.Of(flow);
        log.Drop(log.Line(step, column, EventName.EventReleased));
        var deleted = 1 + log.Lines.FindIndex(line => line.Step == step && line.Event is { Event: EventName.EventCallPartyDeleted } heard && heard.DN == column);
        log.Breaks(2, deleted);
    }

    [Theory]
    [InlineData("basic", 3, "B", EventName.EventReleased)]
    [InlineData("abandoned", 2, "B", EventName.EventAbandoned)]
    [InlineData("two-step-conference", 5, "B", EventName.EventReleased)]
    public void Two_A_party_leaves_once(string flow, int step, string column, EventName name)
    {
        var log = MutableLog.Of(flow);
        var line = log.Line(step, column, name);
        log.Double(line).Breaks(2, line + 1);
    }

    [Fact]
    public void Two_An_EventPartyDeleted_about_the_DN_itself_is_found()
    {
        var log = MutableLog.Of("conference");
        var line = log.Line(7, "A", EventName.EventPartyDeleted);
        log.Alter(line, heard => heard with { OtherDN = "A" }).Breaks(2, line);
    }

    [Fact]
    public void Three_A_call_that_nobody_created_is_found_at_its_first_event()
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(1, "monitoring", EventName.EventCallCreated);
        log.Drop(line).Breaks(3, line);
    }

    [Theory]
    [InlineData("basic", 3)]
    [InlineData("line-abandoned", 2)]
    public void Three_A_call_deleted_before_its_parties_is_found(string flow, int step)
    {
        var log = MutableLog.Of(flow);
        log.Drop(log.Line(step, "monitoring", EventName.EventCallPartyDeleted));
        log.Breaks(3, log.Line(step, "monitoring", EventName.EventCallDeleted));
    }

    [Fact]
    public void Three_A_party_that_was_not_moved_is_left_in_the_deleted_call()
    {
        var log = MutableLog.Of("two-step-conference");
        log.Drop(log.Line(5, "monitoring", EventName.EventCallPartyMoved));
        log.Breaks(3, log.Line(5, "monitoring", EventName.EventCallDeleted));
    }

    [Fact]
    public void Three_A_call_is_deleted_once()
    {
        var log = MutableLog.Of("basic");
        var line = log.Line(3, "monitoring", EventName.EventCallDeleted);
        log.Double(line).Breaks(3, line + 1);
    }

    [Fact]
    public void Three_A_call_without_parties_that_is_not_deleted_is_found()
    {
        var log = MutableLog.Of("reconnected");
        var line = log.Lines.FindIndex(at => at.Step == 4 && at.Event.Event == EventName.EventCallDeleted) + 1;
        log.Drop(line).Breaks(3, line - 1);
    }

    [Fact]
    public void Three_A_DN_hears_nothing_of_a_call_that_it_left()
    {
        var log = MutableLog.Of("hold");
        var line = log.Line(4, "A", EventName.EventRetrieved);
        log.Lines.Add(log.Lines[line - 1] with { Step = 7, Event = log.Lines[line - 1].Event with { EventSequenceNumber = 99 } });
        log.Breaks(3, log.Lines.Count);
    }

    [Theory]
    [InlineData(6, "A", CallState.OK)]
    [InlineData(6, "C", CallState.OK)]
    [InlineData(7, "A", CallState.Conferenced)]
    [InlineData(7, "C", CallState.Conferenced)]
    [InlineData(6, "A", CallState.Transferred)]
    [InlineData(7, "C", CallState.Busy)]
    public void Four_A_CallState_that_does_not_fit_the_parties_that_remain_is_found(int step, string column, CallState altered)
    {
        var log = MutableLog.Of("conference");
        var line = log.Line(step, column, EventName.EventPartyDeleted);
        log.Alter(line, heard => heard with { CallState = altered }).Breaks(4, line);
    }

    [Fact]
    public void Four_An_EventPartyDeleted_without_CallState_is_found()
    {
        var log = MutableLog.Of("barge-in");
        var line = log.Line(4, "A", EventName.EventPartyDeleted);
        log.Alter(line, heard => heard with { CallState = null }).Breaks(4, line);
    }

    [Fact]
    public void Five_A_member_that_rings_on_when_another_answered_is_found_at_the_answer()
    {
        var log = MutableLog.Of("line");
        log.Drop(log.Line(2, "S2", EventName.EventReleased)).Breaks(5, log.Line(2, "S", EventName.EventEstablished));
    }

    [Theory]
    [InlineData(CallState.OK)]
    [InlineData(CallState.Busy)]
    [InlineData(CallState.NoAnswer)]
    public void Five_A_loser_that_is_not_released_as_Redirected_is_found(CallState altered)
    {
        var log = MutableLog.Of("line");
        var line = log.Line(2, "S2", EventName.EventReleased);
        log.Alter(line, heard => heard with { CallState = altered }).Breaks(5, line);
    }

    [Fact]
    public void Five_Two_members_that_both_answer_are_found_at_the_one_that_monitoring_does_not_know()
    {
        var log = MutableLog.Of("line");
        var line = log.Line(2, "S2", EventName.EventReleased);
        log.Alter(line, heard => heard with { Event = EventName.EventEstablished, ThisDNRole = DNRole.Destination }).Breaks(5, line);
    }

    [Fact]
    public void Five_A_member_that_takes_a_call_over_while_the_other_keeps_it_is_found()
    {
        var log = MutableLog.Of("line-retrieve");
        var line = log.Line(4, "S", EventName.EventReleased);
        log.Drop(line).Breaks(5, log.Line(3, "S", EventName.EventHeld));
    }
}
