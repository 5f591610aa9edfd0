using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.Switch.Tests.Threads;

namespace TelephonyActors.Switch.Tests.Actors;

public sealed class LinkedMailboxTests
{
    private const int Senders = 4;
    private const int Messages = 50_000;

    [Fact]
    public void Each_sender_s_messages_arrive_once_and_in_order_while_others_send()
    {
        var queue = new LinkedMessages();
        var arrived = Enumerable.Range(0, Senders).Select(_ => new List<int>()).ToArray();
        var sending = Enumerable.Range(0, Senders).Select<int, Action>(sender => () =>
        {
            for (var number = 0; number < Messages; number++) queue.Enqueue(ActorRefs.Nobody, Of((sender, number)));
        });
        SideBySide.Run(sending.Append(() =>
        {
            for (var left = Senders * Messages; left > 0;)
            {
                if (!queue.TryDequeue(out var envelope)) continue;
                var (sender, number) = ((int, int))envelope.Message;
                arrived[sender].Add(number);
                left--;
            }
        }));
        Assert.All(arrived, numbers => Assert.Equal(Enumerable.Range(0, Messages), numbers));
        Assert.False(queue.HasMessages);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task An_actor_that_is_told_something_as_it_goes_idle_is_woken()
    {
        const int rounds = 50_000;
        const string mailbox = "akka.actor.default-mailbox.mailbox-type = \"TelephonyActors.Switch.LinkedMailbox, TelephonyActors.Switch\"";
        using var system = ActorSystem.Create("handshakes", ConfigurationFactory.ParseString(mailbox));
        var done = Enumerable.Range(0, Senders).Select(_ => new TaskCompletionSource()).ToList();
        foreach (var pair in done)
        {
            var answers = system.ActorOf(Hearing.Props((context, number) => context.Sender.Tell(number)));
            var asks = system.ActorOf(Hearing.Props((context, number) =>
            {
                if ((int)number < rounds) answers.Tell((int)number + 1, context.Self);
                else pair.SetResult();
            }));
            asks.Tell(0);
        }

        // One that sleeps for ever fails the test by its patience.
        await Task.WhenAll(done.Select(pair => pair.Task)).WaitAsync(SideBySide.Patience);
    }

    [Fact]
    public void What_waits_for_an_actor_that_has_stopped_becomes_dead_letters()
    {
        var (queue, deadLetters) = (new LinkedMessages(), new UnboundedMessageQueue());
        for (var number = 0; number < 3; number++) queue.Enqueue(ActorRefs.Nobody, Of(number));
        Assert.True(queue.HasMessages);
        Assert.Equal(3, queue.Count);
        queue.CleanUp(ActorRefs.Nobody, deadLetters);
        Assert.False(queue.HasMessages);
        for (var number = 0; number < 3; number++)
        {
            Assert.True(deadLetters.TryDequeue(out var envelope));
            Assert.Equal(number, envelope.Message);
        }
    }

    private static Envelope Of(object message) => new(message, ActorRefs.NoSender);
}
