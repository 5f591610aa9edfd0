using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

/// <summary>What several actors do about one failure, in an order that only a single thread makes certain.</summary>
public class SupervisionOrderTests : SimulatedSpec
{
    [Fact]
    public void A_restart_stops_the_children_first()
    {
        var actor = Start(() => new Reporter(Report));
        MakeChild(actor, () => new Reporter(Report, "child "));
        AssertReported("started", "child started");
        actor.Tell(new Fail());
        actor.Tell(new Perform(context => Report.Tell(context.GetChildren().Count())));
        AssertReported("restarting", "stopped", "child stopped", "restarted", "started", 0);
    }

    [Fact]
    public void Children_that_PreRestart_leaves_alone_are_restarted()
    {
        var actor = Start(() => new ChildKeeping(Report));
        var child = MakeChild(actor, () => new Reporter(Report, "child "));
        AssertReported("started", "child started");
        actor.Tell(new Fail());
        AssertReported("restarted", "started", "child restarting", "child stopped", "child restarted", "child started");
        child.Tell("alive");
        AssertReported("alive");
    }

    [Fact]
    public void A_message_that_waits_is_not_taken_for_the_one_that_failed_and_is_handled_after_the_restart()
    {
        IActorRef child = ActorRefs.Nobody;
        var parent = Start(() => new ChildKeeping(ActorRefs.Nobody));
        parent.Tell(new Perform(context => child = context.ActorOf(Props.CreateBy(new Producer<Restarting>(() => new Restarting(Report))))));
        Simulated.Run();

        parent.Tell(new Perform(_ =>
        {
            child.Tell("waits", Report);
            throw new InvalidTimeZoneException();
        }));
        AssertReported("restarted with no message", "waits from " + Report.Path.Name);
    }

    [Fact]
    public void A_message_that_waits_when_its_receiver_is_stopped_becomes_a_dead_letter()
    {
        var actor = Start(() => new Restarting(Report));
        System.EventStream.Subscribe(Report, typeof(Akka.Event.DeadLetter));
        Simulated.Run();
        actor.Tell("too late", Report);
        ((IInternalActorRef)actor).Stop();
        Simulated.Run();
        var letter = Assert.IsType<Akka.Event.DeadLetter>(Assert.Single(Reported));
        Assert.Equal(("too late", Report, actor), (letter.Message, letter.Sender, letter.Recipient));
    }

    [Fact]
    public void Escalate_makes_the_failure_the_parents_own()
    {
        var cause = new InvalidTimeZoneException();
        var grandparent = Start(() => new Reporter(ActorRefs.Nobody, "", new OneForOneStrategy(e =>
        {
            Report.Tell(e);
            return Directive.Restart;
        })));
        var parent = MakeChild(grandparent, () => new Reporter(Report, "parent ", new OneForOneStrategy(_ => Directive.Escalate)));
        var child = MakeChild(parent, () => new Reporter(Report, "child "));
        AssertReported("parent started", "child started");

        child.Tell(new Fail(cause));
        AssertReported(cause, "parent restarting", "parent stopped", "child stopped", "parent restarted", "parent started");
    }

    [Fact]
    public void The_failure_of_one_child_leaves_its_siblings_alone()
    {
        var parent = Start(() => new Reporter(ActorRefs.Nobody));
        var one = MakeChild(parent, () => new Reporter(Report, "one "));
        var two = MakeChild(parent, () => new Reporter(Report, "two "));
        AssertReported("one started", "two started");
        one.Tell(new Fail());
        two.Tell("undisturbed");
        AssertReported("undisturbed", "one restarting", "one stopped", "one restarted", "one started");
    }

    private IActorRef MakeChild(IActorRef parent, Func<Reporter> make)
    {
        IActorRef child = ActorRefs.Nobody;
        parent.Tell(new Perform(context => child = context.ActorOf(Props.CreateBy(new Producer<Reporter>(make)))));
        Simulated.Run();
        return child;
    }

    private sealed class ChildKeeping(IActorRef report) : Reporter(report)
    {
        protected override void PreRestart(Exception reason, object message)
        {
        }
    }

    /// <summary>Reports what a restart takes for the message that failed, and what it is sent by whom.</summary>
    private sealed class Restarting(IActorRef report) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object message) => report.Tell($"restarted with {message ?? "no message"}");

        protected override void OnReceive(object message) => report.Tell($"{message} from {Sender.Path.Name}");
    }
}
