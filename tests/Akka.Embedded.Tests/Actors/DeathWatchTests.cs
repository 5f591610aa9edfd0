using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class DeathWatchTests : Spec
{
    [Fact]
    public async Task Terminated_comes_once_and_after_the_last_message()
    {
        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref)));
        parent.Tell(new Perform(context =>
        {
            var child = context.ActorOf(Of(() => new LastWords()));
            context.Watch(child);
            context.Watch(child);
            child.Tell("die");
        }));
        await report.Expect("started", "last words");
        var terminated = (await report.Next<Seen>()).Terminated;
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task One_who_watches_the_dead_is_told_at_once()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        System.Stop(actor);
        await Stopped(actor);

        await probe.Watch(actor);
        var terminated = await probe.Next<Terminated>();
        Assert.Equal(actor, terminated.ActorRef);
        Assert.False(terminated.ExistenceConfirmed);
    }

    [Fact]
    public async Task WatchWith_sends_its_own_message_instead()
    {
        var report = MakeProbe();
        var watcher = System.ActorOf(Of(() => new Reporter(report.Ref)));
        var other = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        watcher.Tell(new Perform(context =>
        {
            var child = context.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
            context.WatchWith(child, "child gone");
            context.WatchWith(other, "other gone");
            context.Stop(child);
        }));
        await report.Expect("started", "child gone");
        System.Stop(other);
        await report.Expect("other gone");
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task After_Unwatch_no_Terminated_comes_even_if_it_was_on_its_way()
    {
        var report = MakeProbe();
        var watcher = System.ActorOf(Of(() => new Reporter(report.Ref)));
        watcher.Tell(new Perform(context =>
        {
            var other = context.System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
            context.Watch(other);
            var watched = other.Ask<ActorIdentity>(new Identify(null));
            watched.Wait();
            context.System.Stop(other);
            var stopped = other.GracefulStop(Patience);
            stopped.Wait();
            context.Unwatch(other);
            report.Ref.Tell("unwatched");
        }));
        await report.Expect("started", "unwatched");
        watcher.Tell("after");
        await report.Expect("after");
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task One_who_does_not_handle_Terminated_dies_of_it()
    {
        var report = MakeProbe();
        var failures = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref, "", new OneForOneStrategy(e =>
        {
            failures.Ref.Tell(e);
            return Directive.Stop;
        }))));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Heedless())));
        var other = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        await child.Ask<ActorIdentity>(new Identify(null));
        child.Tell(other);
        await child.Ask<ActorIdentity>(new Identify(null));
        System.Stop(other);

        Assert.Equal(other, (await failures.Next<DeathPactException>()).DeadActor);
        await Stopped(child);
    }

    [Fact]
    public async Task All_watchers_are_told()
    {
        var probes = Enumerable.Range(0, 5).Select(_ => MakeProbe()).ToArray();
        var actor = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        foreach (var probe in probes)
            await probe.Watch(actor);
        actor.Tell(PoisonPill.Instance);
        foreach (var probe in probes)
            Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_watched_actor_that_restarts_is_not_terminated()
    {
        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref, "parent ")));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref))));
        var watcher = MakeProbe();
        await watcher.Watch(child);
        child.Tell(new Fail());
        await report.Expect("parent started", "started", "restarting", "stopped", "restarted", "started");
        await watcher.ExpectNoMore();
        child.Tell(PoisonPill.Instance);
        await watcher.Next<Terminated>();
    }

    [Fact]
    public async Task A_lost_Terminated_is_no_dead_letter_worth_a_word()
    {
        var letters = MakeProbe();
        System.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        System.EventStream.Subscribe(letters.Ref, typeof(SuppressedDeadLetter));
        var actor = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        System.Stop(actor);
        await Stopped(actor);
        actor.Tell(PoisonPill.Instance);
        Assert.IsType<PoisonPill>((await letters.Next<SuppressedDeadLetter>()).Message);
        await letters.ExpectNoMore();
    }

    private sealed class LastWords : UntypedActor
    {
        protected override void OnReceive(object message) => Context.Stop(Self);

        protected override void PostStop() => Context.Parent.Tell("last words");
    }

    private sealed class Heedless : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is IActorRef other)
                Context.Watch(other);
            else
                Unhandled(message);
        }
    }
}
