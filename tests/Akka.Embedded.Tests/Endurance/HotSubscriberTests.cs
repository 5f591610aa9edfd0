using Akka.Actor;

namespace Akka.Embedded.Tests.Endurance;

public class HotSubscriberTests : EnduranceSpec
{
    private const int Feeders = 1_000;

    private static readonly int Rounds = Full(5_000, 500);

    private int _handled;

    // What the embedded kernel does anyway, Akka.NET does when it is told to: a turn that handles what is there.
    protected override string Hocon => "akka.actor.default-dispatcher.throughput = 100000";

    /// <summary>
    /// A thousand actors hand a thousand tokens round, and publish something each time. If the subscriber got no more than a fixed small
    /// share of the turns, nearly everything would be in its mailbox when they end; it may be half at most, whatever the machine
    /// does meanwhile.
    /// </summary>
    [Fact]
    public async Task A_subscriber_fed_by_a_thousand_actors_does_not_fall_behind_without_end()
    {
        var total = Feeders * Rounds;
        var allHandled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        System.EventStream.Subscribe(System.ActorOf(Of(() => new Subscriber(this, total, allHandled))), typeof(Fed));

        var fed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = total;
        var ring = new IActorRef[Feeders];
        for (var i = 0; i < Feeders; i++)
        {
            var next = (i + 1) % Feeders;
            ring[i] = System.ActorOf(Of(() => new Feeder(ring, next, () =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                    fed.SetResult(Volatile.Read(ref _handled));
            })));
        }

        foreach (var feeder in ring)
            feeder.Tell(new Token(Rounds), ActorRefs.NoSender);

        var handledWhenFed = await fed.Task.WaitAsync(LongPatience);
        await allHandled.Task.WaitAsync(LongPatience);
        Assert.InRange(total - handledWhenFed, 0, total / 2);
    }

    private sealed class Feeder(IActorRef[] ring, int next, Action published) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var token = (Token)message;
            Context.System.EventStream.Publish(new Fed());
            published();
            if (token.Left > 1)
                ring[next].Tell(new Token(token.Left - 1), Self);
        }
    }

    private sealed class Subscriber(HotSubscriberTests test, int total, TaskCompletionSource allHandled) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (Interlocked.Increment(ref test._handled) == total)
                allHandled.SetResult();
        }
    }

    private sealed record Token(int Left);

    private sealed record Fed;
}
