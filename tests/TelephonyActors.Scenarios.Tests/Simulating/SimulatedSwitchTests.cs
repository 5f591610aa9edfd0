using Akka.Event;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Simulating;

public sealed class SimulatedSwitchTests
{
    private static readonly SwitchPlan _plan = new(
        "office",
        [new DnPlan("101", 1, Habits.None), new DnPlan("102", 1, Habits.None)],
        [],
        [],
        TimeSpan.FromSeconds(20));

    [Fact]
    public void It_starts_as_in_production_with_its_clock_at_the_beginning()
    {
        using var simulated = SimulatedSwitch.Start(_plan);
        Assert.Same(_plan, simulated.Switch.Plan);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero), simulated.Now);
        Assert.Equal("WARNING", simulated.System.Settings.LogLevel);
        Assert.False(simulated.Simulation.Step());
        Assert.Equal(0, simulated.Simulation.PendingTimers);
    }

    [Fact]
    public void A_call_rings_until_the_last_millisecond_of_its_ring_timeout()
    {
        using var simulated = SimulatedSwitch.Start(_plan);
        var client = new Listener();
        using var connection = simulated.Switch.Connect(client);
        connection.Send(new TRequest { Request = nameof(RequestName.TRegisterAddress), ReferenceID = 1, ThisDN = "102" });
        simulated.Switch.Act(new PhoneAct("101", PhoneAction.Dial, "102", null), _ => { });
        simulated.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.Equal(EventName.EventRinging, client.Heard[^1].Event);
        Assert.Equal(new ConnID(SimulatedSwitch.FirstConnID), client.Heard[^1].ConnID);

        simulated.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(EventName.EventReleased, client.Heard[^1].Event);
        Assert.Equal(simulated.Now, client.Heard[^1].Time);
    }

    [Fact]
    public void Every_seed_comes_to_the_same_end_of_a_call_that_nobody_races_for()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            using var simulated = SimulatedSwitch.Start(_plan, Choice.Seeded(seed), firstConnID: 7);
            var client = new Listener();
            using var connection = simulated.Switch.Connect(client);
            connection.Send(new TRequest { Request = nameof(RequestName.TRegisterAddress), ReferenceID = 1, ThisDN = "101" });
            simulated.Settle();
            connection.Send(new TRequest { Request = nameof(RequestName.TMakeCall), ReferenceID = 2, ThisDN = "101", OtherDN = "102" });
            simulated.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(
                "EventLinkConnected EventRegistered EventOffHook EventDialing EventDestinationBusy",
                string.Join(' ', client.Heard.Select(heard => heard.Event)));
            Assert.Equal(new ConnID(7), client.Heard[^1].ConnID);
        }
    }

    [Fact]
    public void What_an_actor_logs_as_an_error_is_heard()
    {
        var logged = new List<string>();
        using var simulated = SimulatedSwitch.Start(_plan, log: entry => logged.Add($"{entry.LogLevel()} {entry.Message}"));
        simulated.System.Log.Info("not worth reading");
        simulated.System.Log.Error("a failure");
        simulated.Settle();
        Assert.Equal(["ErrorLevel a failure"], logged);
    }

    [Fact]
    public void Disposing_it_tells_the_clients_and_ends_every_actor()
    {
        var client = new Listener();
        var simulated = SimulatedSwitch.Start(_plan);
        simulated.Switch.Connect(client);
        simulated.Switch.Act(new PhoneAct("101", PhoneAction.Dial, "102", null), _ => { });
        simulated.Settle();
        Assert.Equal(1, simulated.Simulation.PendingTimers);
        simulated.Dispose();

        Assert.Equal(EventName.EventLinkDisconnected, client.Heard[^1].Event);
        Assert.True(simulated.System.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(0, simulated.Simulation.PendingTimers);
        Assert.False(simulated.Simulation.Step());
    }

    private sealed class Listener : IClientListener
    {
        public List<TEvent> Heard { get; } = [];

        public void Hear(TEvent heard) => Heard.Add(heard);
    }
}
