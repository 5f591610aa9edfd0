using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

/// <summary>On the default dispatcher every actor gets its turn, whatever others do.</summary>
public class FairnessTests : Spec
{
    [Fact]
    public async Task An_actor_that_blocks_its_thread_does_not_keep_those_from_running_whom_it_has_told()
    {
        var probe = MakeProbe();
        var told = Enumerable.Range(0, 3).Select(_ => new ManualResetEventSlim()).ToArray();
        var tellers = told.Select(t => System.ActorOf(Of(() => new Releasing(t)))).ToArray();
        var blocking = System.ActorOf(Of(() => new Blocking(tellers, told)));

        blocking.Tell("block", probe.Ref);
        await probe.Expect(true);
    }

    [Fact]
    public async Task Actors_that_talk_without_end_do_not_keep_others_from_running()
    {
        var probe = MakeProbe();
        var pairs = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => System.ActorOf(Of(() => new Talking()))).ToArray();
        foreach (var talking in pairs)
            talking.Tell(System.ActorOf(Of(() => new Talking())));

        // Told from without, and from within a turn that others follow at once.
        probe.Ref.Tell("from outside");
        await probe.Expect("from outside");
        foreach (var talking in pairs)
        {
            talking.Tell(new Passing("from within", probe.Ref));
            await probe.Expect("from within");
        }

        foreach (var talking in pairs)
            System.Stop(talking);
    }

    [Fact]
    public async Task A_turn_may_make_any_number_of_actors_due_and_each_runs()
    {
        const int count = 5_000;
        var probe = MakeProbe();
        System.ActorOf(Of(() => new Spreading(count))).Tell("spread", probe.Ref);

        var seen = new HashSet<int>();
        for (var i = 0; i < count; i++)
            Assert.True(seen.Add(await probe.Next<int>()));
    }

    private sealed class Releasing(ManualResetEventSlim told) : UntypedActor
    {
        protected override void OnReceive(object message) => told.Set();
    }

    private sealed class Blocking(IActorRef[] targets, ManualResetEventSlim[] told) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            foreach (var target in targets)
                target.Tell("go");
            Sender.Tell(Array.TrueForAll(told, t => t.Wait(Patience)));
        }
    }

    /// <summary>Sends every message back, and what is to be passed on to whom it is for.</summary>
    private sealed class Talking : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case IActorRef other:
                    other.Tell("talk");
                    break;
                case Passing passing:
                    passing.To.Tell(passing.Message);
                    break;
                default:
                    Sender.Tell(message);
                    break;
            }
        }
    }

    private sealed class Spreading(int count) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var to = Sender;
            var forwarding = Of(() => new Forwarding(to));
            for (var i = 0; i < count; i++)
                Context.ActorOf(forwarding).Tell(i);
        }
    }

    private sealed class Forwarding(IActorRef to) : UntypedActor
    {
        protected override void OnReceive(object message) => to.Tell(message);
    }

    private sealed record Passing(object Message, IActorRef To);
}
