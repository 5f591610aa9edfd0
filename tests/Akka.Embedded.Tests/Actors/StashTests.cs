using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class StashTests : Spec
{
    [Fact]
    public async Task Unstashed_messages_come_in_order_and_before_the_mailbox()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Door(probe.Ref)));
        using var gate = new ManualResetEventSlim();
        actor.Tell(gate);
        foreach (var message in new[] { "one", "two", "open", "three" })
            actor.Tell(message);
        gate.Set();
        await probe.Expect("opening", "one", "two", "three");
    }

    [Fact]
    public async Task A_stashed_message_keeps_its_sender()
    {
        var probe = MakeProbe();
        var sender = MakeProbe();
        var actor = System.ActorOf(Of(() => new Door(probe.Ref)));
        actor.Tell("one", sender.Ref);
        actor.Tell("open");
        await probe.Expect("opening", "one");
        Assert.Equal(sender.Ref, probe.LastSender);
    }

    [Fact]
    public async Task Unstash_gives_back_the_oldest()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Door(probe.Ref)));
        foreach (var message in new[] { "one", "two", "peek" })
            actor.Tell(message);
        await probe.Expect("peeking");
        actor.Tell("open");
        await probe.Expect("opening", "two", "one");
    }

    [Fact]
    public async Task A_restart_gives_back_all_before_the_mailbox()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Door(probe.Ref)));
        using var gate = new ManualResetEventSlim();
        actor.Tell(gate);
        foreach (var message in new[] { "one", "two", "fail", "three", "open" })
            actor.Tell(message);
        gate.Set();

        // The new door is closed again: all three are stashed anew, in order.
        await probe.Expect("opening", "one", "two", "three");
    }

    [Fact]
    public async Task What_is_stashed_when_the_actor_stops_becomes_dead_letters()
    {
        var letters = MakeProbe();
        System.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var actor = System.ActorOf(Of(() => new Door(ActorRefs.Nobody)));
        actor.Tell("one");
        actor.Tell("two");
        actor.Tell(PoisonPill.Instance);
        Assert.Equal("one", (await letters.Next<DeadLetter>()).Message);
        Assert.Equal("two", (await letters.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task One_message_is_stashed_once()
    {
        var probe = MakeProbe();
        System.ActorOf(Of(() => new Door(probe.Ref))).Tell("twice");
        await probe.Next<IllegalActorStateException>();
    }

    [Fact]
    public async Task The_stash_can_be_emptied_and_filled_by_hand()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Door(probe.Ref)));
        foreach (var message in new[] { "one", "two", "clear", "three", "prepend", "open" })
            actor.Tell(message);
        await probe.Expect("one", "two", "opening", "zero", "three");
    }

    [Fact]
    public async Task A_stashed_Terminated_is_handled_later()
    {
        var probe = MakeProbe();
        var other = System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody)));
        var actor = System.ActorOf(Of(() => new Door(probe.Ref)));
        actor.Tell(other);
        System.Stop(other);
        await probe.Expect("terminated");
        actor.Tell("open");
        await probe.Expect("opening", "terminated");
    }

    private sealed class Door(IActorRef report) : UntypedActor, IWithUnboundedStash
    {
        private bool _open;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ManualResetEventSlim gate:
                    gate.Wait();
                    break;
                case IActorRef other:
                    Context.Watch(other);
                    break;
                case "open":
                    report.Tell("opening");
                    _open = true;
                    Stash.UnstashAll();
                    break;
                case "fail":
                    throw new InvalidOperationException();
                case "peek":
                    Stash.Unstash();
                    report.Tell("peeking");
                    break;
                case "clear":
                    foreach (var envelope in Stash.ClearStash())
                        report.Tell(envelope.Message);
                    break;
                case "prepend":
                    Stash.Prepend([new Envelope("zero", ActorRefs.NoSender)]);
                    break;
                case "twice":
                    StashTwice();
                    break;
                case Terminated:
                    report.Tell("terminated");
                    if (!_open)
                        Stash.Stash();
                    break;
                case var _ when _open:
                    report.Tell(message, Sender);
                    break;
                default:
                    Stash.Stash();
                    break;
            }
        }

        private void StashTwice()
        {
            Stash.Stash();
            try
            {
                Stash.Stash();
            }
            catch (IllegalActorStateException e)
            {
                report.Tell(e);
            }
        }
    }
}
