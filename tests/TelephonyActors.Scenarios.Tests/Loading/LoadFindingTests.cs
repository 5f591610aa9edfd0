using TelephonyActors.Scenarios.Loading;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Faults;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>What a load finds where the switch, or one event of thousands, is wrong.</summary>
public sealed class LoadFindingTests
{
    private const int Nth = 20;

    public static TheoryData<string, EventName, string> Changes => new()
    {
        { "basic", EventName.EventEstablished, "invariant 7: EventSequenceNumber" },
        { "shared-line-inbound", EventName.EventRinging, "invariant 6: " },
        { "single-step-conference", EventName.EventPartyDeleted, "invariant 4: " },
        { "hold-retrieve", EventName.EventCallPartyState, "invariant 9: " },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_event_that_is_altered_is_found(string flow, EventName name, string sentence)
    {
        var loaded = Load(flow, name, heard => [Altered(heard)]);
        Assert.Equal(1, loaded.Status);
        Assert.Contains(sentence, loaded.Error, StringComparison.Ordinal);
        Assert.InRange(loaded["violations"], 1, 5);
    }

    [Theory]
    [InlineData("basic", EventName.EventEstablished)]
    [InlineData("basic", EventName.EventCallDeleted)]
    [InlineData("shared-line-inbound", EventName.EventReleased)]
    [InlineData("transfer", EventName.EventPartyChanged)]
    public void An_event_that_never_comes_is_found_as_a_call_at_a_standstill_and_the_others_go_on(string flow, EventName name)
    {
        var loaded = Load(flow, name, _ => []);
        Assert.Equal(1, loaded.Status);
        Assert.Equal((99, 1), (loaded["calls"], loaded["failedCalls"]));
        Assert.Contains("came to a standstill", loaded.Error, StringComparison.Ordinal);
        Assert.InRange(loaded["violations"], 1, 5);
    }

    [Fact]
    public void An_event_that_comes_twice_is_found()
    {
        var loaded = Load("basic", EventName.EventRinging, heard => [heard, heard]);
        Assert.Equal(1, loaded.Status);
        Assert.Contains("invariant 7: ", loaded.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_guard_of_the_switch_is_found()
    {
        var options = new LoadOptions { Flow = "shared-line-inbound", Calls = 200, Concurrency = 10 };
        var simulation = new Simulation(SimulatedSwitch.Epoch, Choice.InTurn());
        var system = simulation.Start("faulty", HoconFiles.Config);
        var faulty = TransientSwitch.Start(
            system, Scenarios.Loading.Load.SwitchFor(options), SimulatedSwitch.FirstConnID, new SwitchFaults(BrokenGuard.SecondAnswerAccepted));
        simulation.Settle();
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = Scenarios.Loading.Load.On(
            faulty.Switch, options, new VirtualLoadTime(simulation, passing: null), new LoadOutputs(output, error), CancellationToken.None);
        faulty.Stop();
        simulation.Stop(system);
        Assert.Equal(1, status);
        Assert.Contains("invariant ", error.ToString(), StringComparison.Ordinal);
    }

    // The nth event of a name is another.
    private static Loaded Load(string flow, EventName name, Func<TEvent, IEnumerable<TEvent>> change)
    {
        var heard = 0;
        return Loaded.Of(
            new LoadOptions { Flow = flow, Calls = 100, Concurrency = 5 },
            at => new TamperedSwitch(at, told => told.Event == name && ++heard == Nth ? change(told) : [told]));
    }

    private static TEvent Altered(TEvent heard) => heard.Event switch
    {
        EventName.EventEstablished => heard with { EventSequenceNumber = 1 },
        EventName.EventRinging => heard with { Extensions = KVList.Of(("AppearanceIndex", 7L)) },
        EventName.EventPartyDeleted => heard with { CallState = CallState.Conferenced },
        _ => heard with { State = PartyState.Busy },
    };
}
