using Akka.Actor;

namespace Akka.Embedded.Tests.Endurance;

public class TimersLeaveNothingTests : EnduranceSpec
{
    private const int AtATime = 1_000;
    private const long Noise = 2_000_000;

    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private static int Timers { get; } = Full(1_000_000, 100_000);

    // The scheduler lets go of a cancelled timer when it comes round to it: with eight ticks that is soon.
    protected override string Hocon =>
        """
        akka.scheduler.tick-duration = 10ms
        akka.scheduler.ticks-per-wheel = 8
        """;

    [Fact]
    public async Task A_million_timers_that_an_actor_has_cancelled_leave_nothing_in_memory()
    {
        var actor = System.ActorOf(Of(() => new Arming()));
        var left = await BytesLeftBy(Timers, async count =>
        {
            // As many at once as the first run had: the table that names an actor's timers keeps the size it once had.
            for (var done = 0; done < count; done += Timers / 10)
                await Do(actor, Timers / 10);
        });
        Assert.InRange(left, long.MinValue, Noise);
    }

    [Fact]
    public async Task A_million_timers_cancelled_by_the_end_of_their_actors_leave_nothing_in_memory()
    {
        const int timersOfEach = 100;
        var left = await BytesLeftBy(Timers, async count =>
        {
            for (var i = 0; i < count / timersOfEach; i++)
            {
                var actor = System.ActorOf(Of(() => new Arming { Keeps = true }));
                await Do(actor, timersOfEach);
                await actor.GracefulStop(LongPatience);
            }

            await Do(System.ActorOf(Of(() => new Arming())), 1);
        });
        Assert.InRange(left, long.MinValue, Noise);
    }

    [Fact]
    public async Task A_million_receive_timeouts_set_anew_leave_nothing_in_memory()
    {
        var actor = System.ActorOf(Of(() => new Waiting()));
        var left = await BytesLeftBy(Timers, async count =>
        {
            // Some at a time: a mailbox may keep the room that it has once needed.
            for (var i = 1; i <= count; i++)
            {
                if (i % AtATime == 0)
                    await Do(actor, "what has been sent");
                else
                    actor.Tell(i, ActorRefs.NoSender);
            }

            await Do(System.ActorOf(Of(() => new Arming())), 1);
        });
        Assert.InRange(left, long.MinValue, Noise);
    }

    /// <summary>
    /// Arms a number of timers, cancels them one by one, by arming another one under their key, or all together, and answers when the
    /// scheduler has gone all the way round; or keeps them and answers at once.
    /// </summary>
    private sealed class Arming : UntypedActor, IWithTimers
    {
        private static readonly TimeSpan TwoRounds = TimeSpan.FromMilliseconds(200);

        private IActorRef _orderer = ActorRefs.Nobody;

        public ITimerScheduler Timers { get; set; } = null!;

        public bool Keeps { get; init; }

        protected override void OnReceive(object message)
        {
            if (message is not int count)
            {
                _orderer.Tell(Done.Instance);
                return;
            }

            _orderer = Sender;
            for (var i = 0; i < count; i++)
            {
                Timers.StartSingleTimer(i % AtATime, new object(), Never);
                if (!Keeps && i % 2 == 0)
                    Timers.Cancel(i % AtATime);
            }

            if (Keeps)
            {
                Sender.Tell(Done.Instance);
                return;
            }

            Timers.CancelAll();
            Timers.StartSingleTimer("round", "round", TwoRounds);
        }
    }

    private sealed class Waiting : UntypedActor
    {
        protected override void PreStart() => Context.SetReceiveTimeout(Never);

        protected override void OnReceive(object message)
        {
            if (message is string)
                Sender.Tell(Done.Instance);
        }
    }
}
