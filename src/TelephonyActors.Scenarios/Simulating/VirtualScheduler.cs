using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// The scheduler of a simulated actor system (<c>akka.scheduler.implementation</c>). An actor system constructs it with its
/// configuration alone; the dispatcher, which can see the simulation, hands it the time.
/// </summary>
public sealed class VirtualScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log), IDisposable
{
    private VirtualTime? _time;
    private bool _stopped;

    public override TimeSpan MonotonicClock => Time.Elapsed;

    public override TimeSpan HighResMonotonicClock => Time.Elapsed;

    protected override DateTimeOffset TimeNow => Time.Now;

    private VirtualTime Time =>
        _time ?? throw new InvalidOperationException("The virtual scheduler belongs to a simulated actor system; see SimulationSetup.");

    /// <summary>The actor system has terminated: what is scheduled from now on never fires, and neither does what waits.</summary>
    public void Dispose()
    {
        _stopped = true;
        _time?.Clear();
    }

    internal void Keep(VirtualTime time) => _time = time;

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Schedule(delay, TimeSpan.Zero, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(delay, TimeSpan.Zero, action, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Schedule(delay, TimeSpan.Zero, action.Run, cancelable);

    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        if (!_stopped)
            Time.Schedule(delay, interval, action, cancelable);
    }
}
