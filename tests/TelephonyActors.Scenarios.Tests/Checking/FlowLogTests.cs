using System.Text;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Tests.Reference;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>The logs of the flows that the emulator ships: clean as they are, and what dropping, doubling and swapping their lines shows.</summary>
public sealed class FlowLogTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, MutableLog>> Logs = new(Run);

    [Fact]
    public void The_log_of_every_flow_is_clean()
    {
        foreach (var log in Logs.Value.Values) log.IsClean();
    }

    [Fact]
    public void A_doubled_line_is_found_there_and_nowhere_before()
    {
        foreach (var clean in Logs.Value.Values)
        {
            for (var line = 1; line <= clean.Lines.Count; line += 7)
            {
                var found = clean.Copy().Double(line).Check();
                Assert.Contains(found, violation => violation.Position == line + 1);
            }
        }
    }

    [Fact]
    public void Two_neighbours_of_one_source_the_wrong_way_round_break_invariant_7_alone()
    {
        foreach (var clean in Logs.Value.Values)
        {
            for (var line = 2; line <= clean.Lines.Count; line += 5)
            {
                var (one, other) = (clean.Lines[line - 2], clean.Lines[line - 1]);
                if (one.Step != other.Step || one.Column != other.Column || IsUnordered(one.Event) || IsUnordered(other.Event)) continue;
                if (one.Column == "monitoring" && one.Event.ConnID != other.Event.ConnID) continue;
                var found = Assert.Single(clean.Copy().Swap(line - 1, line).Check());
                Assert.Equal((7, line), (found.Invariant, found.Position));
            }
        }
    }

    [Fact]
    public void A_dropped_line_that_tells_where_a_party_is_is_found_in_its_step_or_later()
    {
        foreach (var clean in Logs.Value.Values)
        {
            for (var line = 1; line <= clean.Lines.Count; line += 3)
            {
                if (!TellsOfAParty(clean.Lines[line - 1].Event.Event) || IsOvertaken(clean, line - 1)) continue;
                var log = clean.Copy().Drop(line);
                var found = log.Check();
                Assert.True(found.Count is > 0 and <= 5, $"{clean.Lines[line - 1]}: {found.Count}");
            }
        }
    }

    /// <summary>Private answers have no place in the order of their column.</summary>
    private static bool IsUnordered(TEvent heard) => heard.EventSequenceNumber is null;

    /// <summary>The DN tells more of the call within the step: what it was in between, nothing at rest shows.</summary>
    private static bool IsOvertaken(MutableLog log, int at)
    {
        var line = log.Lines[at];
        return line.Column != "monitoring" && log.Lines.Skip(at + 1).Any(later => later.Step == line.Step && later.Column == line.Column
            && later.Event.ConnID == line.Event.ConnID && TellsOfAParty(later.Event.Event));
    }

    private static bool TellsOfAParty(EventName name) => name is EventName.EventDialing or EventName.EventRinging
        or EventName.EventEstablished or EventName.EventHeld or EventName.EventReleased or EventName.EventAbandoned
        or EventName.EventCallPartyAdded or EventName.EventCallPartyDeleted or EventName.EventCallPartyMoved or EventName.EventCallDeleted;

    private static Dictionary<string, MutableLog> Run()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        // Whether the flows go as their files say is for other tests; whatever happens must keep the invariants.
        Assert.True(RunScenarios.Run([FlowFile.Folder], ScenarioFormat.Jsonl, output, error, colour: false) < 2, error.ToString());
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)
            .GroupBy(line => line.Scenario!)
            .ToDictionary(run => run.Key, run => new MutableLog([.. run]));
    }

    private static LoggedEvent Parse(string line)
    {
        Assert.True(TLibraryJson.TryReadEvent(Encoding.UTF8.GetBytes(line), out LoggedEvent? logged, out var fault), fault?.Sentence);
        return logged;
    }
}
