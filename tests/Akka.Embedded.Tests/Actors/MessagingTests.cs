using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class MessagingTests : Spec
{
    [Fact]
    public async Task Messages_of_one_sender_arrive_in_the_order_in_which_they_were_sent()
    {
        const int count = 20_000;
        var probe = MakeProbe();
        var senders = Enumerable.Range(0, 4).Select(id => System.ActorOf(Of(() => new Counter(id, probe.Ref)))).ToArray();
        foreach (var sender in senders)
            sender.Tell(count);

        var next = new int[senders.Length];
        for (var i = 0; i < count * senders.Length; i++)
        {
            var (id, number) = await probe.Next<(int, int)>();
            Assert.Equal(next[id]++, number);
        }
    }

    [Fact]
    public async Task A_message_carries_its_sender_and_a_forwarded_one_the_original_sender()
    {
        var target = MakeProbe();
        var origin = MakeProbe();
        var relay = System.ActorOf(Of(() => new Relay(target.Ref)));

        relay.Tell("told", origin.Ref);
        await target.Expect("told");
        Assert.Equal(relay, target.LastSender);

        relay.Tell(new Forwarded("forwarded"), origin.Ref);
        await target.Expect("forwarded");
        Assert.Equal(origin.Ref, target.LastSender);
    }

    [Fact]
    public async Task Without_a_sender_the_sender_is_dead_letters()
    {
        var probe = MakeProbe();
        probe.Ref.Tell("x", ActorRefs.NoSender);
        await probe.Expect("x");
        Assert.Equal(System.DeadLetters, probe.LastSender);
    }

    [Fact]
    public async Task A_null_message_is_refused()
    {
        var probe = MakeProbe();
        probe.Ref.Tell("x");
        await probe.Expect("x");
        Assert.Throws<ArgumentNullException>(() => probe.Ref.Tell(null!, ActorRefs.NoSender));
    }

    [Fact]
    public async Task A_message_to_a_stopped_actor_is_a_dead_letter()
    {
        var letters = MakeProbe();
        var sender = MakeProbe();
        System.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var actor = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        System.Stop(actor);
        await Stopped(actor);

        actor.Tell("late", sender.Ref);

        var letter = await letters.Next<DeadLetter>();
        Assert.Equal("late", letter.Message);
        Assert.Equal(sender.Ref, letter.Sender);
        Assert.Equal(actor, letter.Recipient);
    }

    [Fact]
    public async Task What_is_left_in_the_mailbox_of_a_stopping_actor_becomes_dead_letters_in_order()
    {
        var letters = MakeProbe();
        var report = MakeProbe();
        System.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var actor = System.ActorOf(Of(() => new Reporter(report.Ref)));
        using var gate = new ManualResetEventSlim();

        actor.Tell(new Perform(context =>
        {
            gate.Wait();
            context.Stop(context.Self);
        }));
        actor.Tell("one");
        actor.Tell("two");
        gate.Set();

        await report.Expect("started", "stopped");
        Assert.Equal("one", (await letters.Next<DeadLetter>()).Message);
        Assert.Equal("two", (await letters.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task A_message_that_is_not_handled_is_published_as_unhandled()
    {
        var unhandled = MakeProbe();
        System.EventStream.Subscribe(unhandled.Ref, typeof(UnhandledMessage));
        var actor = System.ActorOf(Of(() => new Relay(ActorRefs.Nobody)));
        actor.Tell(42, unhandled.Ref);

        var message = await unhandled.Next<UnhandledMessage>();
        Assert.Equal(42, message.Message);
        Assert.Equal(unhandled.Ref, message.Sender);
        Assert.Equal(actor, message.Recipient);
    }

    [Fact]
    public async Task Identify_is_answered_by_the_kernel()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Relay(ActorRefs.Nobody)));
        actor.Tell(new Identify("who"), probe.Ref);
        Assert.Equal(new ActorIdentity("who", actor), await probe.Next());
    }

    [Fact]
    public async Task A_selection_finds_by_path_and_by_pattern()
    {
        var probe = MakeProbe();
        var parent = System.ActorOf(Of(() => new Reporter(probe.Ref)), "parent");
        var child = await parent.Ask<IActorRef>(new MakeChild(Of(() => new Reporter(probe.Ref, "child ")), "child"));
        await probe.Expect("started", "child started");

        Assert.Equal(child, await System.ActorSelection("/user/parent/child").ResolveOne(Patience));
        Assert.Equal(child, await System.ActorSelection(child.Path.ToString()).ResolveOne(Patience));
        System.ActorSelection("/user/par*/ch?ld").Tell("hello");
        await probe.Expect("hello");
        System.ActorSelection("/user/parent/child/..").Tell(new Perform(context => probe.Ref.Tell(context.Self)));
        await probe.Expect(parent);
    }

    [Fact]
    public async Task A_selection_of_nobody_is_not_found() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => System.ActorSelection("/user/nobody").ResolveOne(Patience));

    private sealed class Counter(int id, IActorRef target) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var i = 0; i < (int)message; i++)
                target.Tell((id, i));
        }
    }

    private sealed record Forwarded(string Text);

    private sealed class Relay(IActorRef target) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Forwarded forwarded:
                    target.Forward(forwarded.Text);
                    break;
                case string:
                    target.Tell(message);
                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }
    }
}
