using Akka.Actor;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Actors;

public class DispatcherTests : SimulatedSpec
{
    [Fact]
    public void With_a_throughput_deadline_a_turn_handles_one_message()
    {
        var actor = Start(() => new Reporter(ActorRefs.Nobody));
        for (var i = 0; i < 5; i++)
            actor.Tell(i);
        var before = Simulated.Turns;
        Simulated.Run();
        Assert.Equal(5, Simulated.Turns - before);
    }

    [Fact]
    public void Actors_take_turns_and_what_is_sent_within_a_turn_comes_later()
    {
        var one = Start(() => new Reporter(Report, "one "));
        var two = Start(() => new Reporter(Report, "two "));
        AssertReported("one started", "two started");
        one.Tell(new Perform(_ => Reported.Add("1a")));
        one.Tell(new Perform(_ => Reported.Add("1b")));
        two.Tell(new Perform(context =>
        {
            Reported.Add("2a");
            context.Self.Tell(new Perform(_ => Reported.Add("2b")));
        }));
        AssertReported("1a", "2a", "1b", "2b");
    }

    [Fact]
    public void A_message_to_an_idle_actor_makes_one_turn_due_and_others_none()
    {
        var actor = Start(() => new Reporter(ActorRefs.Nobody));
        Simulated.Run();
        Assert.False(Simulated.RunTurn());
        actor.Tell("x");
        Assert.True(Simulated.RunTurn());
        Assert.False(Simulated.RunTurn());
    }

    [Fact]
    public void A_top_level_actor_starts_in_a_turn_of_its_own_after_one_of_the_guardian()
    {
        var before = Simulated.Turns;
        Start(() => new Reporter(ActorRefs.Nobody));
        Assert.Equal(2, Simulated.Turns - before);
    }

    [Fact]
    public void A_child_starts_in_one_turn_after_that_of_its_parent()
    {
        var parent = Start(() => new Reporter(ActorRefs.Nobody));
        var before = Simulated.Turns;
        parent.Tell(new Perform(context => context.ActorOf(Props.CreateBy(new Producer<Reporter>(() => new Reporter(ActorRefs.Nobody))))));
        Simulated.Run();
        Assert.Equal(2, Simulated.Turns - before);
    }

    [Fact]
    public void A_stop_takes_a_turn_of_the_actor_and_one_of_its_parent()
    {
        var parent = Start(() => new Reporter(ActorRefs.Nobody));
        IActorRef child = ActorRefs.Nobody;
        parent.Tell(new Perform(context => child = context.ActorOf(Props.CreateBy(new Producer<Reporter>(() => new Reporter(ActorRefs.Nobody))))));
        Simulated.Run();
        var before = Simulated.Turns;
        parent.Tell(new Perform(context => context.Stop(child)));
        Simulated.Run();
        Assert.Equal(3, Simulated.Turns - before);
    }

    [Fact]
    public void A_failure_takes_a_turn_of_the_parent_and_a_restart_one_more_of_the_child()
    {
        var parent = Start(() => new Reporter(ActorRefs.Nobody));
        IActorRef child = ActorRefs.Nobody;
        parent.Tell(new Perform(context => child = context.ActorOf(Props.CreateBy(new Producer<Reporter>(() => new Reporter(ActorRefs.Nobody))))));
        Simulated.Run();
        var before = Simulated.Turns;
        child.Tell(new Fail());
        Simulated.Run();
        Assert.Equal(3, Simulated.Turns - before);
    }

    [Fact]
    public void Every_actor_is_attached_once_and_detached_once()
    {
        var attached = Simulated.Attached;
        var actor = Start(() => new Reporter(ActorRefs.Nobody));
        actor.Tell(new Fail());
        Simulated.Run();
        Assert.Equal(attached + 1, Simulated.Attached);
        var detached = Simulated.Detached;
        actor.Tell(PoisonPill.Instance);
        Simulated.Run();
        Assert.Equal(detached + 1, Simulated.Detached);
    }

    [Fact]
    public void The_system_ends_on_the_thread_that_runs_it()
    {
        var simulation = new Simulation();
        var ended = false;
        var work = new Task(() =>
        {
            var system = StartSystem(simulation);
            simulation.Run();
            system.ActorOf(Props.CreateBy(new Producer<Reporter>(() => new Reporter(ActorRefs.Nobody))));
            simulation.Run();
            var terminated = system.Terminate();
            for (var i = 0; i < 1000 && !terminated.IsCompleted; i++)
                simulation.Run();
            ended = terminated.IsCompletedSuccessfully && system.WhenTerminated.IsCompleted;
        });
        work.RunSynchronously(new PumpingTaskScheduler(simulation));
        Assert.True(work.IsCompletedSuccessfully);
        Assert.True(ended);
        Assert.True(simulation.UsesOnlyOneThread);
    }

    [Fact]
    public void A_child_that_fails_while_its_parent_stops_stops_all_the_same()
    {
        var parent = Start(() => new Reporter(Report, "parent ", new OneForOneStrategy(_ => Directive.Restart)));
        IActorRef child = ActorRefs.Nobody;
        parent.Tell(new Perform(context => child = context.ActorOf(Props.CreateBy(new Producer<Reporter>(() => new Reporter(Report, "child "))))));
        AssertReported("parent started", "child started");

        child.Tell(new Perform(_ =>
        {
            parent.Tell(new Perform(context => context.Stop(context.Self)));

            // The parent's turn, while the child is in the middle of its own.
            Simulated.RunTurn();
            throw new InvalidOperationException();
        }));
        AssertReported("child stopped", "parent stopped");
    }

    [Fact]
    public void An_unknown_dispatcher_is_refused() =>
        Assert.Throws<ConfigurationException>(() =>
            System.ActorOf(Props.Create(() => new Reporter(ActorRefs.Nobody, "", null)).WithDispatcher("no-such-dispatcher")));

    [Fact]
    public void A_dispatcher_is_found_under_its_alias() =>
        Assert.Same(System.Dispatchers.Lookup("akka.actor.default-dispatcher"), System.Dispatchers.Lookup("akka.actor.internal-dispatcher"));

    private sealed class PumpingTaskScheduler(Simulation simulation) : TaskScheduler
    {
        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) =>
            simulation.Enqueue(new Akka.Dispatch.ActionRunnable(() => TryExecuteTask(task)));

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            !taskWasPreviouslyQueued && TryExecuteTask(task);
    }
}
