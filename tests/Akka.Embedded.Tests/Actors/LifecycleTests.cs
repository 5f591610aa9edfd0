using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

public class LifecycleTests : Spec
{
    [Fact]
    public async Task An_actor_starts_before_its_first_message_and_stops_after_its_last()
    {
        var report = MakeProbe();
        var actor = System.ActorOf(Of(() => new Reporter(report.Ref)));
        actor.Tell("one");
        actor.Tell("two");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("three");
        await report.Expect("started", "one", "two", "stopped");
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task Children_stop_before_their_parent_and_Terminated_comes_after_all_of_it()
    {
        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref, "parent ")));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref, "child "))));
        await child.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref, "grandchild "))));
        await report.Expect("parent started", "child started", "grandchild started");
        await report.Watch(parent);

        System.Stop(parent);

        await report.Expect("grandchild stopped", "child stopped", "parent stopped");
        Assert.Equal(parent, (await report.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_stop_lets_the_message_in_hand_finish()
    {
        var report = MakeProbe();
        var actor = System.ActorOf(Of(() => new Reporter(report.Ref)));
        actor.Tell(new Perform(context =>
        {
            context.Stop(context.Self);
            context.Stop(context.Self);
            report.Ref.Tell("still here");
        }));
        await report.Expect("started", "still here", "stopped");
        await report.ExpectNoMore();
    }

    [Fact]
    public async Task A_name_is_unique_among_siblings_and_free_again_after_the_end()
    {
        var first = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)), "name");
        Assert.Throws<InvalidActorNameException>(() => System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)), "name"));

        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref, "parent ")));
        parent.Tell(new Perform(context =>
        {
            var child = context.ActorOf(Of(() => new Reporter(report.Ref)), "child");
            context.WatchWith(child, new Perform(again =>
                report.Ref.Tell(again.ActorOf(Of(() => new Reporter(report.Ref, "new ")), "child").Path.Name)));
            context.Stop(child);
        }));
        await report.Expect("parent started", "started", "stopped");
        Assert.Equal(["child", "new started"], new[] { await report.Next<string>(), await report.Next<string>() }.Order());
        Assert.Equal("name", first.Path.Name);
    }

    [Fact]
    public async Task A_new_actor_under_an_old_name_is_another_actor()
    {
        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref, "parent ")));
        var before = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(ActorRefs.Nobody)), "child"));
        parent.Tell(new Perform(context =>
        {
            context.WatchWith(before, "gone");
            context.Stop(before);
        }));
        await report.Expect("parent started", "gone");
        var after = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(report.Ref)), "child"));

        Assert.Equal(before.Path, after.Path);
        Assert.NotEqual(before, after);
        Assert.NotEqual(before.Path.Uid, after.Path.Uid);
        before.Tell("lost");
        after.Tell("found");
        await report.Expect("started", "found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a b")]
    public void A_name_that_is_none_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)), name));

    [Fact]
    public async Task Paths_name_the_hierarchy_and_generated_names_count_up()
    {
        var parent = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)), "parent");
        var a = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(ActorRefs.Nobody))));
        var b = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(ActorRefs.Nobody))));

        Assert.Equal("akka://spec/user/parent", parent.Path.ToString());
        Assert.Equal("/user/parent/$a", a.Path.ToStringWithoutAddress());
        Assert.Equal("$b", b.Path.Name);
        Assert.Equal(["user", "parent", "$a"], a.Path.Elements);
        Assert.Equal(parent.Path, a.Path.Parent);
        Assert.Equal($"[akka://spec/user/parent/$a#{a.Path.Uid}]", a.ToString());
    }

    [Fact]
    public async Task A_child_is_found_by_name_and_listed_until_it_has_stopped()
    {
        var report = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(report.Ref, "parent ")));
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(ActorRefs.Nobody)), "child"));
        parent.Tell(new Perform(context =>
        {
            report.Ref.Tell(context.Child("child"));
            report.Ref.Tell(context.GetChildren().Count());
            report.Ref.Tell(context.Child("nobody"));
            context.WatchWith(child, new Perform(after => report.Ref.Tell(after.GetChildren().Count())));
            context.Stop(child);
        }));
        await report.Expect("parent started", child, 1, ActorRefs.Nobody, 0);
    }

    [Fact]
    public async Task An_actor_that_is_stopping_makes_no_children()
    {
        var report = MakeProbe();
        var actor = System.ActorOf(Of(() => new ChildMakingInPostStop(report.Ref)));
        System.Stop(actor);
        Assert.IsType<InvalidOperationException>(await report.Next());
    }

    [Fact]
    public async Task GracefulStop_is_done_when_the_actor_has_stopped()
    {
        var report = MakeProbe();
        var actor = System.ActorOf(Of(() => new Reporter(report.Ref)));
        actor.Tell("last");
        Assert.True(await actor.GracefulStop(Patience));
        await report.Expect("started", "last", "stopped");
        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public void An_actor_is_not_made_with_new()
    {
        // On a thread of its own: a test kit makes the test's thread pass for its actor's.
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => new Reporter(ActorRefs.Nobody)));
        thread.Start();
        thread.Join();
        Assert.IsType<ActorInitializationException>(thrown);
    }

    [Fact]
    public async Task Props_make_actors_in_every_way()
    {
        var report = MakeProbe();
        var name = "local ";
        System.ActorOf(Props.Create(() => new Reporter(report.Ref, name, null)));
        await report.Expect("local started");
        System.ActorOf(Props.Create<Reporter>(report.Ref, "params ", null));
        await report.Expect("params started");
        var type = typeof(Reporter);
        System.ActorOf(Props.Create(type, report.Ref, "type ", null));
        await report.Expect("type started");
        System.ActorOf(Props.Create(() => new Reporter(report.Ref, "computed".ToUpperInvariant() + " ", null)));
        await report.Expect("COMPUTED started");
    }

    private sealed class ChildMakingInPostStop(IActorRef report) : UntypedActor
    {
        protected override void PostStop()
        {
            try
            {
                Context.ActorOf(Of(() => new Reporter(report)));
            }
            catch (Exception e)
            {
                report.Tell(e);
            }
        }

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
