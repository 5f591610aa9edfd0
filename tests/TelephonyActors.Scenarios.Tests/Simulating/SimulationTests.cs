using Akka.Actor;
using Akka.Configuration;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

public sealed class SimulationTests
{
    [Fact]
    public void Settling_ends_exactly_when_nothing_is_left_to_do()
    {
        using var bench = new Bench(Choice.InTurn());
        var handled = 0;
        var counter = bench.Actor("counter", (context, message) =>
        {
            handled++;
            if ((int)message > 1)
                context.Self.Tell((int)message - 1);
        });
        bench.Simulation.Settle();
        var before = bench.Simulation.Turns;
        counter.Tell(1000);
        Assert.Equal(0, handled);

        bench.Simulation.Settle();
        Assert.Equal(1000, handled);
        Assert.Equal(1000, bench.Simulation.Turns - before);
        Assert.False(bench.Simulation.Step());
        bench.Simulation.Settle();
        Assert.Equal(1000, bench.Simulation.Turns - before);
    }

    [Fact]
    public void One_step_is_one_message()
    {
        using var bench = new Bench(Choice.InTurn());
        var actor = bench.Actor("a", (_, message) => bench.Trace.Add($"{message}"));
        bench.Simulation.Settle();
        actor.Tell(1);
        actor.Tell(2);
        Assert.True(bench.Simulation.Step());
        Assert.Equal(["1"], bench.Trace);
        Assert.True(bench.Simulation.Step());
        Assert.Equal(["1", "2"], bench.Trace);
        Assert.False(bench.Simulation.Step());
    }

    [Fact]
    public void Actors_that_never_come_to_rest_are_found_out()
    {
        var simulation = new Simulation(Bench.Epoch, Choice.InTurn()) { TurnsWithoutRest = 10_000 };
        var system = simulation.Start("restless", Config.Empty);
        var actor = system.ActorOf(Bench.Props((context, message) => context.Self.Tell(message)), "a");
        actor.Tell("on and on");
        var thrown = Assert.Throws<NotAtRestException>(simulation.Settle);
        Assert.Contains("do not come to rest", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_runs_on_the_calling_thread_without_a_synchronization_context()
    {
        var outer = SynchronizationContext.Current;
        var threads = new HashSet<int>();
        var contexts = new HashSet<SynchronizationContext?>();
        void Note()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            contexts.Add(SynchronizationContext.Current);
        }

        using (var bench = new Bench(Choice.InTurn()))
        {
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            bench.System.ActorOf(Bench.Props((_, _) => source.SetResult(), stopped: Note), "a").Tell("complete");
            async Task Continue()
            {
                Note();
                await source.Task;
                Note();
                await Task.Yield();
                Note();
            }

            bench.Simulation.Await(Continue);
            bench.Simulation.Run(() => bench.System.WhenTerminated.ContinueWith(_ => Note(), TaskScheduler.Current));
        }

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.Equal([null], contexts);
        Assert.Same(outer, SynchronizationContext.Current);
    }

    [Fact]
    public void What_cannot_complete_is_not_waited_for()
    {
        using var bench = new Bench(Choice.InTurn());
        var never = new TaskCompletionSource();
        var thrown = Assert.Throws<InvalidOperationException>(() => bench.Simulation.Await(() => never.Task));
        Assert.Contains("Nothing is left to run", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_what_is_awaited_comes_out()
    {
        using var bench = new Bench(Choice.InTurn());
        Assert.Throws<FormatException>(() => bench.Simulation.Await(() => Task.FromException(new FormatException())));
    }

    [Fact]
    public void Time_stands_still_while_work_outside_is_under_way()
    {
        using var bench = new Bench(Choice.InTurn());
        var actor = bench.Actor("a", (_, message) => bench.Trace.Add($"{message} {bench.Simulation.Now:mm:ss}"));
        bench.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), actor, "timer", ActorRefs.NoSender);
        var outside = bench.Simulation.Outside();
        var simulating = Thread.CurrentThread;
        var advanced = false;
        var worker = new Thread(() =>
        {
            // Until the simulation waits for it, or has failed to.
            while (!simulating.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && !Volatile.Read(ref advanced))
                Thread.Yield();
            actor.Tell("written");
            outside.Dispose();
        });
        worker.Start();
        bench.Simulation.Advance(TimeSpan.FromSeconds(1));
        Volatile.Write(ref advanced, true);
        worker.Join();
        Assert.Equal(["written 30:00", "timer 30:01"], bench.Trace);
    }

    [Fact]
    public void An_actor_cannot_run_the_simulation_that_it_runs_in()
    {
        using var bench = new Bench(Choice.InTurn());
        var thrown = default(Exception);
        bench.Actor("a", (_, _) => thrown = Record.Exception(bench.Simulation.Settle)).Tell("try");
        bench.Simulation.Settle();
        Assert.IsType<InvalidOperationException>(thrown);
    }

    [Fact]
    public void Stopping_leaves_nothing()
    {
        var bench = new Bench(Choice.InTurn());
        var stopped = 0;
        var parent = bench.System.ActorOf(Bench.Props((context, _) =>
        {
            context.ActorOf(Bench.Props((child, message) => child.Self.Tell(message), () => stopped++)).Tell("busy");
        }, () => stopped++));
        parent.Tell(1);
        parent.Tell(2);
        for (var i = 0; i < 50; i++)
            bench.Simulation.Step();
        bench.System.Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.FromSeconds(1), parent, 3, ActorRefs.NoSender);
        bench.Dispose();

        Assert.Equal(3, stopped);
        Assert.True(bench.System.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(0, bench.Simulation.PendingTimers);
        Assert.False(bench.Simulation.Step());
        parent.Tell(4);
        Assert.False(bench.Simulation.Step());
    }

    [Fact]
    public void Several_simulations_run_side_by_side()
    {
        var traces = Enumerable.Range(0, 4).AsParallel().Select(_ => BusyProgram.Run(Choice.Seeded(7))).ToList();
        Assert.All(traces, trace => Assert.Equal(traces[0], trace));
    }
}
