using Akka.Actor;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

/// <summary>What the simulation's dispatcher depends on in Akka.NET; a newer one that changes it fails here.</summary>
public sealed class AkkaDispatchTests
{
    [Fact]
    public void A_dispatcher_executes_the_very_mailbox_that_was_attached_to_it_after_a_restart_too()
    {
        var (simulation, system, probe) = Start(deadline: 0);
        var actor = system.ActorOf(
            Bench.Props((_, message) =>
            {
                if (message is "fail") throw new FormatException();
            }).WithDispatcher("probed"));
        foreach (var message in new[] { "a", "fail", "b" }) actor.Tell(message);
        simulation.Settle();
        simulation.Stop(system);

        var attached = Assert.Single(probe.Attached);
        Assert.True(attached is not null, "Akka.NET attaches a cell that has no mailbox yet: the actor gets no ordinal.");
        Assert.True(probe.Executed.Count >= 3, $"Akka.NET asked for {probe.Executed.Count} turns where three messages need three.");
        Assert.True(
            probe.Executed.TrueForAll(run => ReferenceEquals(run, attached)),
            "Akka.NET hands ExecuteTask another object than the mailbox that Attach saw: the run queue no longer knows whose turn it is.");
        Assert.True(
            probe.Detached.TrueForAll(mailbox => ReferenceEquals(mailbox, attached)) && probe.Detached.Count == 1,
            "Akka.NET detaches another mailbox than it attached: the run queue forgets no actor.");
    }

    [Theory]
    [InlineData(0L, 1, "A deadline of 0 no longer ends a turn after its first message: a step of the simulation is not one message.")]
    [InlineData(null, 2, "A throughput of 1 alone no longer makes turns of two messages: the simulation may do without its deadline.")]
    public void A_turn_of_throughput_1_is_one_message_where_its_deadline_has_passed_and_two_without(
        long? deadline, int messages, string changed)
    {
        var (simulation, system, probe) = Start(deadline);
        var handled = 0;
        var actor = system.ActorOf(Bench.Props((_, _) => handled++).WithDispatcher("probed"));
        simulation.Settle();
        foreach (var message in new[] { 1, 2, 3, 4 }) actor.Tell(message);
        simulation.Step();
        Assert.True(handled == messages, $"{changed} It handled {handled}.");

        simulation.Settle();
        Assert.Equal(4, handled);
        Assert.NotEmpty(probe.Executed);
        simulation.Stop(system);
    }

    [Fact]
    public void Every_actor_of_a_fresh_system_has_the_simulation_s_dispatcher()
    {
        using var bench = new Bench(Choice.InTurn());
        bench.Actor("mine", (_, _) => { });
        bench.Simulation.Settle();
        var cells = new List<ActorCell>();
        Collect(((ExtendedActorSystem)bench.System).Provider.RootGuardian, cells);

        // The root, both guardians, an actor of the system and the test's own at least: else the walk itself has gone astray.
        Assert.True(cells.Count >= 5, $"Only {cells.Count} actors were found; Akka.NET's tree of actors is walked in another way now.");
        Assert.Equal(bench.Simulation.Actors, cells.Count);
        foreach (var cell in cells)
        {
            Assert.True(
                cell.Dispatcher is SimulationDispatcher,
                $"{cell.Self.Path} escapes the simulation: Akka.NET runs it on {cell.Dispatcher.Id}, {cell.Dispatcher.GetType().Name}.");
        }
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("akka.actor.internal-dispatcher")]
    [InlineData("akka.persistence.dispatchers.default-plugin-dispatcher")]
    public void A_dispatcher_that_Akka_NET_asks_for_by_name_is_the_simulation_s(string id)
    {
        // As the reference configuration of Akka.Persistence has it; the simulation's stands before it.
        var simulation = new Simulation(Bench.Epoch, Choice.InTurn());
        var system = simulation.Start("bench", "akka.persistence.dispatchers.default-plugin-dispatcher { type = PinnedDispatcher }");
        var found = system.Dispatchers.Lookup(id);
        Assert.True(
            found is SimulationDispatcher, $"{id} is no alias of the simulation's dispatcher any more, but {found.GetType().Name}.");
        Assert.Same(system.Dispatchers.DefaultGlobalDispatcher, found);
        simulation.Stop(system);
    }

    private static (Simulation Simulation, ActorSystem System, DispatcherProbe Probe) Start(long? deadline)
    {
        var simulation = new Simulation(Bench.Epoch, Choice.InTurn());
        var probe = new DispatcherProbe(simulation, deadline);
        return (simulation, simulation.Start("probed", DispatcherProbe.Hocon, probe), probe);
    }

    private static void Collect(IActorRef actor, List<ActorCell> cells)
    {
        if (actor is not ActorRefWithCell { Underlying: ActorCell cell } inTree) return;

        cells.Add(cell);
        foreach (var child in inTree.Children) Collect(child, cells);
    }
}
