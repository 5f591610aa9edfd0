using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class SupervisionTests : Spec
{
    [Fact]
    public async Task A_restart_makes_a_new_instance_and_keeps_the_mailbox()
    {
        var report = MakeProbe();
        var producer = new Producer<Reporter>(() => new Reporter(report.Ref));
        var actor = System.ActorOf(Props.CreateBy(producer));
        using var gate = new ManualResetEventSlim();
        actor.Tell(new Perform(_ => gate.Wait()));
        actor.Tell(new Fail());
        actor.Tell("one");
        actor.Tell("two");
        gate.Set();

        await report.Expect("started", "restarting", "stopped", "restarted", "started", "one", "two");
        Assert.Equal(2, producer.Produced);
    }

    [Fact]
    public async Task PreRestart_gets_the_cause_and_the_message_and_PostRestart_the_cause()
    {
        var report = MakeProbe();
        var sender = MakeProbe();
        var actor = System.ActorOf(Of(() => new Restarting(report.Ref)));
        var fail = new Fail();
        actor.Tell(fail, sender.Ref);
        await report.Expect((fail.Cause, (object)fail, sender.Ref), fail.Cause);
    }

    [Fact]
    public async Task Resume_keeps_the_instance_and_drops_the_message()
    {
        var (report, child) = await Supervised(_ => Directive.Resume);
        child.Tell(new Fail());
        child.Tell("next");
        await report.Expect("next");
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task Stop_stops_the_child()
    {
        var (report, child) = await Supervised(_ => Directive.Stop);
        child.Tell(new Fail());
        child.Tell("lost");
        await report.Expect("stopped");
        await Stopped(child);
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task Restarts_are_limited()
    {
        var (report, child) = await Supervised(new OneForOneStrategy(2, TimeSpan.FromHours(1), _ => Directive.Restart));
        child.Tell(new Fail());
        child.Tell(new Fail());
        child.Tell(new Fail());
        string[] restart = ["restarting", "stopped", "restarted", "started"];
        await report.Expect([.. restart, .. restart, "stopped"]);
        await Stopped(child);
    }

    [Fact]
    public async Task Without_a_window_restarts_are_limited_for_good()
    {
        var (report, child) = await Supervised(new OneForOneStrategy(1, -1, _ => Directive.Restart));
        child.Tell(new Fail());
        child.Tell(new Fail());
        await report.Expect("restarting", "stopped", "restarted", "started", "stopped");
        await Stopped(child);
    }

    [Fact]
    public async Task No_retries_means_no_restart()
    {
        var (report, child) = await Supervised(new OneForOneStrategy(0, -1, _ => Directive.Restart));
        child.Tell(new Fail());
        await report.Expect("stopped");
    }

    [Fact]
    public async Task Kill_is_a_failure_that_by_default_stops()
    {
        var failures = MakeProbe();
        var (report, child) = await Supervised(e =>
        {
            failures.Ref.Tell(e);
            return SupervisorStrategy.DefaultDecider.Decide(e);
        });
        child.Tell("before");
        child.Tell(Kill.Instance);
        child.Tell("after");
        await report.Expect("before", "stopped");
        await failures.Next<ActorKilledException>();
        await Stopped(child);
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task An_actor_whose_constructor_fails_stops_without_having_been()
    {
        var failures = MakeProbe();
        var cause = new InvalidTimeZoneException();
        var parent = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody, "", Recording(failures))));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of<Reporter>(() => throw cause)));

        var failure = await failures.Next<ActorInitializationException>();
        Assert.Equal(child, failure.Actor);
        Assert.IsType<TypeLoadException>(failure.InnerException);
        Assert.Same(cause, failure.InnerException.InnerException);
        await Stopped(child);
    }

    [Fact]
    public async Task An_actor_whose_PreStart_fails_stops_and_has_no_PostStop()
    {
        var failures = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody, "", Recording(failures))));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new FailingToStart(failures.Ref))));
        Assert.IsType<InvalidTimeZoneException>((await failures.Next<ActorInitializationException>()).InnerException);
        await Stopped(child);
        await failures.ExpectNoMore();
    }

    [Fact]
    public async Task A_failure_of_the_new_instance_is_a_failure_again()
    {
        var failures = MakeProbe();
        var fails = 0;
        var parent = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody, "", Recording(failures))));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => fails++ == 0 ? new Reporter(failures.Ref) : throw new InvalidTimeZoneException())));
        child.Tell(new Fail());
        await failures.Expect("started");
        await failures.Next<InvalidOperationException>();
        await failures.Expect("restarting", "stopped");
        var failure = await failures.Next<PostRestartException>();
        Assert.IsType<InvalidOperationException>(failure.OriginalCause);
        await Stopped(child);
    }

    [Fact]
    public async Task A_failing_PreRestart_does_not_prevent_the_restart()
    {
        var report = MakeProbe();
        var actor = System.ActorOf(Of(() => new FailingInPreRestart(report.Ref)));
        actor.Tell(new Fail());
        actor.Tell("alive");
        await report.Expect("started", "restarted", "started", "alive");
    }

    [Fact]
    public async Task A_failed_actor_handles_nothing_until_its_parent_has_decided()
    {
        var report = MakeProbe();
        using var gate = new ManualResetEventSlim();
        var parent = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody, "", new OneForOneStrategy(_ =>
        {
            report.Ref.Tell("deciding");
            gate.Wait();
            report.Ref.Tell("decided");
            return Directive.Resume;
        }))));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref))));
        child.Tell(new Fail());
        await report.Expect("started", "deciding");
        child.Tell("waiting");
        await report.ExpectNoMore();
        gate.Set();
        await report.Expect("decided", "waiting");
    }

    [Fact]
    public async Task The_strategy_of_the_props_comes_before_the_actors_own()
    {
        var report = MakeProbe();
        var props = Of(() => new Reporter(ActorRefs.Nobody, "", new OneForOneStrategy(_ => Directive.Restart)))
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop));
        var parent = System.ActorOf(props);
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref))));
        child.Tell(new Fail());
        await report.Expect("started", "stopped");
        await Stopped(child);
    }

    [Fact]
    public async Task A_failure_is_logged_as_an_error_of_the_child()
    {
        var log = MakeProbe();
        System.EventStream.Subscribe(log.Ref, typeof(Error));
        var actor = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        var fail = new Fail();
        actor.Tell(fail);
        var error = await log.Next<Error>();
        Assert.Same(fail.Cause, error.Cause);
        Assert.Equal(actor.Path.ToString(), error.LogSource);
        Assert.Equal("as asked", error.Message.ToString());
    }

    [Fact]
    public void The_default_decider_restarts_but_for_three_causes()
    {
        var decider = SupervisorStrategy.DefaultDecider;
        Assert.Equal(Directive.Restart, decider.Decide(new InvalidOperationException()));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorInitializationException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorKilledException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new DeathPactException(ActorRefs.Nobody)));
    }

    private static OneForOneStrategy Recording(Probe failures) => new(e =>
    {
        failures.Ref.Tell(e);
        return SupervisorStrategy.DefaultDecider.Decide(e);
    });

    private Task<(Probe Report, IActorRef Child)> Supervised(Func<Exception, Directive> decider) =>
        Supervised(new OneForOneStrategy(decider));

    private async Task<(Probe Report, IActorRef Child)> Supervised(SupervisorStrategy strategy)
    {
        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody, "", strategy)));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref))));
        await report.Expect("started");
        return (report, child);
    }

    private sealed class Restarting(IActorRef report) : Reporter(ActorRefs.Nobody)
    {
        private readonly IActorRef _report = report;

        protected override void PreRestart(Exception reason, object message) => _report.Tell((reason, message, Sender));

        protected override void PostRestart(Exception reason) => _report.Tell(reason);
    }

    private sealed class FailingInPreRestart(IActorRef report) : Reporter(report)
    {
        protected override void PreRestart(Exception reason, object message) => throw new InvalidTimeZoneException();
    }

    private sealed class FailingToStart(IActorRef report) : Reporter(report)
    {
        protected override void PreStart() => throw new InvalidTimeZoneException();
    }
}
