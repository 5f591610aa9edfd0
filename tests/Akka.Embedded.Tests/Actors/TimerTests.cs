using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

public class TimerTests : SimulatedSpec
{
    [Fact]
    public void A_single_timer_fires_once_and_not_a_millisecond_early()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartSingleTimer("key", "ring", TimeSpan.FromSeconds(30))));
        Simulated.Advance(Milliseconds(29_999));
        AssertReported();
        Simulated.Advance(Milliseconds(1));
        AssertReported("ring");
        Simulated.Advance(TimeSpan.FromHours(1));
        AssertReported();
    }

    [Fact]
    public void A_periodic_timer_fires_until_it_is_cancelled()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartPeriodicTimer("key", "tick", Milliseconds(10))));
        Simulated.Advance(Milliseconds(35));
        AssertReported("tick", "tick", "tick");
        actor.Tell(new Perform<ITimerScheduler>(t => t.Cancel("key")));
        Simulated.Advance(Milliseconds(100));
        AssertReported();
    }

    [Fact]
    public void A_periodic_timer_may_have_an_initial_delay()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartPeriodicTimer("key", "tick", Milliseconds(1), Milliseconds(100))));
        Simulated.Advance(Milliseconds(1));
        AssertReported("tick");
        Simulated.Advance(Milliseconds(99));
        AssertReported();
        Simulated.Advance(Milliseconds(1));
        AssertReported("tick");
    }

    [Fact]
    public void A_timer_replaces_the_one_with_its_key()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t =>
        {
            t.StartSingleTimer("key", "first", Milliseconds(10));
            t.StartSingleTimer("other", "other", Milliseconds(15));
            t.StartSingleTimer("key", "second", Milliseconds(20));
        }));
        Simulated.Advance(Milliseconds(100));
        AssertReported("other", "second");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_message_of_a_cancelled_or_replaced_timer_never_arrives_even_if_it_was_on_its_way(bool replaced)
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartSingleTimer("key", "old", Milliseconds(5))));
        Simulated.Run();

        // Told first, but handled only when the timer's message is already behind it in the mailbox.
        actor.Tell(new Perform<ITimerScheduler>(t =>
        {
            if (replaced)
                t.StartSingleTimer("key", "new", Milliseconds(5));
            else
                t.Cancel("key");
        }));
        Simulated.AdvanceWithoutRunning(Milliseconds(5));
        AssertReported();
        Simulated.Advance(Milliseconds(5));
        AssertReported(replaced ? ["new"] : []);
    }

    [Fact]
    public void A_restart_cancels_all_timers_and_a_message_on_its_way_is_lost()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t =>
        {
            t.StartSingleTimer("key", "ring", Milliseconds(10));
            t.StartPeriodicTimer("period", "tick", Milliseconds(10));
        }));
        Simulated.Run();
        actor.Tell(new Fail());
        Simulated.AdvanceWithoutRunning(Milliseconds(10));
        actor.Tell(new Perform<ITimerScheduler>(t => Report.Tell(t.IsTimerActive("key") || t.IsTimerActive("period"))));
        AssertReported(false);
        Simulated.Advance(Milliseconds(100));
        AssertReported();
    }

    [Fact]
    public void A_timer_started_by_the_new_instance_does_not_take_the_old_ones_message()
    {
        var actor = Start(() => new Timed(Report, startAtOnce: true));
        Simulated.Advance(Milliseconds(5));
        actor.Tell(new Fail());
        Simulated.Advance(Milliseconds(9));
        AssertReported();
        Simulated.Advance(Milliseconds(1));
        AssertReported("begun");
    }

    [Fact]
    public void A_stop_cancels_all_timers()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartSingleTimer("key", "ring", Milliseconds(10))));
        actor.Tell(PoisonPill.Instance);
        Simulated.Advance(Milliseconds(100));
        AssertReported();
    }

    [Fact]
    public void A_timer_is_active_until_its_message_is_handled()
    {
        var actor = Start(() => new Timed(Report));
        void Ask() => actor.Tell(new Perform<ITimerScheduler>(t => Report.Tell(t.IsTimerActive("key"))));
        Ask();
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartSingleTimer("key", "ring", Milliseconds(10))));
        Ask();
        Simulated.Advance(Milliseconds(10));
        Ask();
        AssertReported(false, true, "ring", false);
    }

    [Fact]
    public void A_timer_can_send_a_message_of_the_kernel()
    {
        var actor = Start(() => new Timed(Report));
        actor.Tell(new Perform<ITimerScheduler>(t => t.StartSingleTimer("key", PoisonPill.Instance, Milliseconds(10))));
        Simulated.Advance(Milliseconds(10));
        actor.Tell("late");
        AssertReported();
    }

    [Fact]
    public void The_scheduler_tells_and_acts_and_can_be_called_off()
    {
        var scheduler = System.Scheduler;
        scheduler.ScheduleTellOnce(Milliseconds(10), Report, "once", ActorRefs.NoSender);
        var repeated = scheduler.ScheduleTellRepeatedlyCancelable(Milliseconds(5), Milliseconds(10), Report, "often", ActorRefs.NoSender);
        scheduler.Advanced.ScheduleOnce(Milliseconds(12), () => Reported.Add("action"));
        var cancelled = scheduler.ScheduleTellOnceCancelable(Milliseconds(1), Report, "never", ActorRefs.NoSender);
        cancelled.Cancel();
        Simulated.Advance(Milliseconds(16));
        AssertReported("often", "once", "action", "often");
        repeated.Cancel();
        Simulated.Advance(Milliseconds(100));
        AssertReported();
    }

    [Fact]
    public void A_receive_timeout_comes_after_silence_and_again_after_more()
    {
        var actor = Start(() => new Patient(Report, Milliseconds(10)));
        Simulated.Advance(Milliseconds(9));
        actor.Tell("noise");
        Simulated.Advance(Milliseconds(9));
        AssertReported("noise");
        Simulated.Advance(Milliseconds(1));
        AssertReported("silence");
        Simulated.Advance(Milliseconds(10));
        AssertReported("silence");
        actor.Tell("enough");
        Simulated.Advance(Milliseconds(100));
        AssertReported("enough");
    }

    [Fact]
    public void Some_messages_do_not_break_the_silence()
    {
        var actor = Start(() => new Patient(Report, Milliseconds(10)));
        Simulated.Advance(Milliseconds(9));
        actor.Tell(new Identify(null), Report);
        Simulated.Advance(Milliseconds(1));
        AssertReported(new ActorIdentity(null, actor), "silence");
    }

    private sealed class Patient : UntypedActor
    {
        private readonly IActorRef _report;

        public Patient(IActorRef report, TimeSpan patience)
        {
            _report = report;
            SetReceiveTimeout(patience);
        }

        protected override void OnReceive(object message)
        {
            if (message is "enough")
                SetReceiveTimeout(null);
            _report.Tell(message is ReceiveTimeout ? "silence" : message);
        }
    }

    private sealed record Perform<T>(Action<T> Action);

    private sealed class Timed(IActorRef report, bool startAtOnce = false) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            if (startAtOnce)
                Timers.StartSingleTimer("begin", "begun", Milliseconds(10));
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Perform<ITimerScheduler> action:
                    action.Action(Timers);
                    break;
                case Fail fail:
                    throw fail.Cause;
                default:
                    report.Tell(message);
                    break;
            }
        }
    }
}
