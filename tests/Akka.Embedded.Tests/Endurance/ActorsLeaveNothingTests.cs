using Akka.Actor;

namespace Akka.Embedded.Tests.Endurance;

public class ActorsLeaveNothingTests : EnduranceSpec
{
    private const int Parents = 100;
    private const int AtATime = 100;

    // What the collector and the thread pool keep varies by some hundred kilobytes.
    private const long Noise = 2_000_000;

    private static int Actors { get; } = Full(10_000_000, 200_000);

    [Fact]
    public async Task Ten_million_actors_that_have_come_and_gone_leave_nothing_in_memory()
    {
        var parents = Enumerable.Range(0, Parents).Select(_ => System.ActorOf(Of(() => new Parent()))).ToArray();
        var left = await BytesLeftBy(Actors, count => Task.WhenAll(parents.Select(parent => Do(parent, new Raise(count / Parents)))));
        Assert.InRange(left, long.MinValue, Noise);
    }

    [Fact]
    public async Task Names_that_were_taken_leave_nothing_in_memory()
    {
        var parent = System.ActorOf(Of(() => new Parent { NamesChildren = true }));
        var left = await BytesLeftBy(Actors / 10, count => Do(parent, new Raise(count)));
        Assert.InRange(left, long.MinValue, Noise);
    }

    /// <summary>Raises a number of children, some at a time: each is watched, answers a message, and is stopped.</summary>
    private sealed class Parent : UntypedActor
    {
        private IActorRef _orderer = ActorRefs.Nobody;
        private int _toRaise;
        private int _alive;

        public bool NamesChildren { get; init; }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Raise raise:
                    (_toRaise, _orderer) = (raise.Count, Sender);
                    RaiseSome();
                    break;
                case Grown:
                    Context.Stop(Sender);
                    break;
                case Terminated:
                    if (--_alive == 0)
                        RaiseSome();
                    break;
            }
        }

        private void RaiseSome()
        {
            if (_toRaise == 0)
                _orderer.Tell(Done.Instance);
            for (; _toRaise > 0 && _alive < AtATime; _toRaise--, _alive++)
            {
                var child = Context.ActorOf(Of(() => new Child()), NamesChildren ? $"child-{_toRaise}" : null);
                Context.Watch(child);
                child.Tell(new Grow(), Self);
            }
        }
    }

    private sealed class Child : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(new Grown(), Self);
    }

    private sealed record Raise(int Count);

    private sealed record Grow;

    private sealed record Grown;
}
