using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

/// <summary>
/// What the simulation depends on in the start, the tree and the end of an actor system; a newer Akka.NET that changes it fails
/// here, with a sentence.
/// </summary>
public sealed class AkkaSystemTests
{
    [Fact]
    public void The_clock_of_a_scheduler_without_virtual_time_throws()
    {
        IScheduler scheduler = new VirtualScheduler(Config.Empty, NoLogger.Instance);
        Assert.Contains("SimulationSetup", Assert.Throws<InvalidOperationException>(() => scheduler.Now).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => scheduler.MonotonicClock);
        Assert.Throws<InvalidOperationException>(() => scheduler.HighResMonotonicClock);
        Assert.Throws<InvalidOperationException>(
            () => scheduler.ScheduleTellOnce(TimeSpan.Zero, ActorRefs.Nobody, "early", ActorRefs.NoSender));
    }

    [Fact]
    public void A_system_makes_the_scheduler_of_its_configuration_and_gives_it_the_time_before_anybody_reads_the_clock()
    {
        var simulation = new Simulation(Bench.Epoch, Choice.InTurn());
        var system = default(ActorSystem);
        var thrown = Record.Exception(() => system = simulation.Start("early", Config.Empty));
        Assert.True(thrown is null, $"Akka.NET reads the clock, or makes its scheduler otherwise, while a system starts: {thrown}");
        Assert.True(
            system!.Scheduler is VirtualScheduler,
            $"akka.scheduler.implementation no longer decides on the scheduler: it is {system.Scheduler.GetType().Name}.");
        Assert.Equal(Bench.Epoch, system.Scheduler.Now);
        Assert.Equal(TimeSpan.Zero, system.Scheduler.MonotonicClock);
        simulation.Stop(system);
    }

    [Fact]
    public void A_system_without_loggers_starts_and_what_it_logs_reaches_the_event_stream()
    {
        using var bench = new Bench(Choice.InTurn());
        Assert.True(
            bench.System.Settings.Loggers.Count == 0, "An empty list of loggers is no longer taken at its word: Akka.NET adds its own.");
        var hearing = bench.Actor("hearing", (_, message) => bench.Trace.Add($"{((Error)message).Message}"));
        bench.System.EventStream.Subscribe(hearing, typeof(Error));
        bench.System.Log.Error("from {0}", "outside");
        bench.Actor("failing", (_, _) => throw new FormatException("inside")).Tell("fail");
        bench.Simulation.Settle();
        Assert.True(
            bench.Trace.Count == 2,
            $"Without loggers errors do not reach the event stream any more; heard: {string.Join(", ", bench.Trace)}.");
        Assert.Equal(["from outside", "inside"], bench.Trace);
    }

    /// <summary>
    /// Children stand in a dictionary ordered by the hashes of their names, which differ from process to process; so do names that
    /// differ here.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_in_which_many_children_stop_does_not_depend_on_their_names(int seed)
    {
        var one = StopMany(Pick(seed), "a");
        foreach (var prefix in new[] { "b", "line-", "60972-", "zz" })
        {
            Assert.True(
                one.SequenceEqual(StopMany(Pick(seed), prefix)),
                $"Children stop in an order that depends on their names ({prefix}): a run is not the same in two processes.");
        }

        if (seed == 0) Assert.Equal(Enumerable.Range(0, Children), one);
        static Choice Pick(int seed) => seed == 0 ? Choice.InTurn() : Choice.Seeded((ulong)seed);
    }

    [Fact]
    public void A_coordinated_shutdown_completes_on_the_simulation_s_thread_without_time()
    {
        var bench = new Bench(Choice.InTurn());
        var threads = new List<int>();
        var schedulers = new HashSet<string>();
        void Note()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            schedulers.Add(TaskScheduler.Current.GetType().Name);
        }

        var shutdown = CoordinatedShutdown.Get(bench.System);
        foreach (var phase in new[] { CoordinatedShutdown.PhaseBeforeServiceUnbind, CoordinatedShutdown.PhaseActorSystemTerminate })
        {
            shutdown.AddTask(phase, $"note-{phase}", async () =>
            {
                Note();
                await Task.Yield();
                Note();
                return Akka.Done.Instance;
            });
        }

        var reason = CoordinatedShutdown.ActorSystemTerminateReason.Instance;
        var thrown = Record.Exception(() => bench.Simulation.Await(() => shutdown.Run(reason)));
        Assert.True(thrown is null, $"CoordinatedShutdown waits for something that is not in the simulation: {thrown}");
        Assert.Equal(4, threads.Count);
        Assert.True(
            threads.TrueForAll(thread => thread == Environment.CurrentManagedThreadId),
            "The continuations of CoordinatedShutdown left the simulation's thread: they no longer take the current task scheduler.");
        Assert.Equal([nameof(SimulationTaskScheduler)], schedulers);
        Assert.True(bench.System.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(Bench.Epoch, bench.Simulation.Now);
    }

    private const int Children = 60;

    private static List<int> StopMany(Choice choice, string prefix)
    {
        using var bench = new Bench(choice);
        var stopped = new List<int>();
        var parent = bench.Actor("parent", (context, _) =>
        {
            for (var child = 0; child < Children; child++)
            {
                var number = child;
                context.ActorOf(Bench.Props((_, _) => { }, () => stopped.Add(number)), $"{prefix}{child}");
            }
        });
        parent.Tell("bear");
        bench.Simulation.Settle();
        bench.System.Stop(parent);
        bench.Simulation.Settle();
        return stopped;
    }
}
