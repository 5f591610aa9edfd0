using Akka.Actor;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

public sealed class VirtualTimeTests : IDisposable
{
    private readonly Bench _bench = new(Choice.InTurn());
    private readonly IActorRef _writer;

    public VirtualTimeTests()
    {
        _writer = _bench.Actor("writer", (_, message) => Write(message));
        _bench.Simulation.Settle();
    }

    private Simulation Simulation => _bench.Simulation;

    private IScheduler Scheduler => _bench.System.Scheduler;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_timer_of_30_s_is_silent_at_29_999_s_and_fires_at_30_000_s()
    {
        After(30_000, "due");
        Simulation.Advance(TimeSpan.FromMilliseconds(29_999));
        Assert.Empty(_bench.Trace);
        Assert.Equal(1, Simulation.PendingTimers);

        Simulation.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["30000 due"], _bench.Trace);
        Assert.Equal(0, Simulation.PendingTimers);
    }

    [Fact]
    public void Timers_due_at_the_same_moment_fire_in_the_order_in_which_they_were_scheduled()
    {
        var older = _bench.Actor("older", (_, message) => Write($"older {message}"));
        var younger = _bench.Actor("younger", (_, message) => Write($"younger {message}"));
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(2), younger, 1, ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), younger, 0, ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(2), older, 2, ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(2), younger, 3, ActorRefs.NoSender);
        Simulation.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["1000 younger 0", "2000 younger 1", "2000 older 2", "2000 younger 3"], _bench.Trace);
    }

    [Fact]
    public void What_a_timer_causes_runs_at_its_moment_and_before_time_goes_on()
    {
        var relay = _bench.Actor("relay", (context, message) =>
        {
            Write($"relay {message}");
            _writer.Tell(message);
            if (message is < 3)
                context.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), context.Self, (int)message + 1, context.Self);
        });
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), relay, 1, ActorRefs.NoSender);
        After(2_500, "between");
        Simulation.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(["1000 relay 1", "1000 1", "2000 relay 2", "2000 2", "2500 between", "3000 relay 3", "3000 3"], _bench.Trace);
        Assert.Equal(Bench.Epoch.AddSeconds(3), Simulation.Now);
    }

    [Fact]
    public void A_timer_without_delay_fires_without_time_passing_once_nothing_else_can_run()
    {
        After(0, "timer");
        _writer.Tell("message");
        Simulation.Settle();
        Assert.Equal(["0 message", "0 timer"], _bench.Trace);
    }

    [Fact]
    public void A_repeated_timer_fires_at_every_interval_until_it_is_cancelled()
    {
        using var cancelable = new Cancelable(Scheduler);
        Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.FromSeconds(10), _writer, "tick", ActorRefs.NoSender, cancelable);
        Simulation.Advance(TimeSpan.FromSeconds(20));
        cancelable.Cancel();
        Assert.Equal(0, Simulation.PendingTimers);
        Simulation.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["0 tick", "10000 tick", "20000 tick"], _bench.Trace);
    }

    [Fact]
    public void Actions_are_scheduled_like_messages()
    {
        var calls = 0;
        Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(1), () => calls++);
        Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), () => calls += 10);
        Simulation.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(21, calls);
    }

    [Fact]
    public void A_receive_timeout_is_measured_in_virtual_time()
    {
        var idle = _bench.Actor("idle", (context, message) =>
        {
            if (message is ReceiveTimeout)
                Write("timeout");
            else
                context.SetReceiveTimeout(TimeSpan.FromSeconds(5));
        });
        idle.Tell("start");
        Simulation.Advance(TimeSpan.FromMilliseconds(4_999));
        Assert.Empty(_bench.Trace);
        Simulation.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["5000 timeout"], _bench.Trace);
    }

    [Fact]
    public void An_actor_reads_the_virtual_time_from_its_system()
    {
        var now = default(DateTimeOffset);
        var actor = _bench.Actor("reader", (context, _) => now = context.System.Scheduler.Now);
        Simulation.Advance(TimeSpan.FromMinutes(90));
        actor.Tell("read");
        Simulation.Settle();
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 11, 0, 0, TimeSpan.Zero), now);
    }

    [Fact]
    public void Time_does_not_go_back()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulation.Advance(TimeSpan.FromTicks(-1)));
    }

    private void After(int milliseconds, object message) =>
        Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(milliseconds), _writer, message, ActorRefs.NoSender);

    private void Write(object what) => _bench.Trace.Add($"{(Simulation.Now - Bench.Epoch).TotalMilliseconds} {what}");
}
