using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The default scheduler: a wheel of buckets, one per tick, and a thread that goes round it. Arming and cancelling cost
/// the same whatever the number of timers; a timer fires at the end of the tick in which it is due, never before.
/// </summary>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private readonly ConcurrentQueue<Registration> _arrivals = new();
    private readonly List<Registration>[] _wheel;
    private readonly long _tickDuration;
    private readonly TimeSpan _shutdownTimeout;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ManualResetEventSlim _stopped = new();
    private readonly AutoResetEvent _stopping = new(false);
    private long _tick;
    private int _state;

    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
        var ticksPerWheel = scheduler.GetInt("akka.scheduler.ticks-per-wheel", 512);
        if (ticksPerWheel is <= 0 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(scheduler), ticksPerWheel, "akka.scheduler.ticks-per-wheel is out of range");
        var tick = scheduler.GetTimeSpan("akka.scheduler.tick-duration", TimeSpan.FromMilliseconds(10));
        if (tick < TimeSpan.FromMilliseconds(10))
            throw new ArgumentOutOfRangeException(nameof(scheduler), tick, "minimum supported akka.scheduler.tick-duration is 10ms");

        _tickDuration = tick.Ticks;
        _shutdownTimeout = scheduler.GetTimeSpan("akka.scheduler.shutdown-timeout", TimeSpan.FromSeconds(5));
        _wheel = new List<Registration>[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)ticksPerWheel)];
    }

    private enum State
    {
        Initial,
        Running,
        Stopped,
    }

    DateTimeOffset ITimeProvider.Now => TimeNow;

    public override TimeSpan MonotonicClock => HighResMonotonicClock;
    public override TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(_start);

    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    /// <summary>Stops the wheel. What is still armed runs now, as in Akka.NET: its receivers have stopped by then.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _state, (int)State.Stopped) != (int)State.Running)
            return;

        _stopping.Set();
        if (!_stopped.Wait(_shutdownTimeout))
        {
            Log.Warning("Failed to shutdown scheduler within {0}", _shutdownTimeout);
            return;
        }

        TakeArrivals();
        foreach (var registration in _wheel.Where(bucket => bucket is not null).SelectMany(bucket => bucket).ToArray())
            Run(registration);
    }

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Arm(delay, TimeSpan.Zero, new ScheduledTell(receiver, message, sender), cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Arm(initialDelay, interval, new ScheduledTell(receiver, message, sender), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Arm(delay, TimeSpan.Zero, new ActionRunnable(action), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Arm(delay, TimeSpan.Zero, action, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Arm(initialDelay, interval, new ActionRunnable(action), cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Arm(initialDelay, interval, action, cancelable);

    private void Arm(TimeSpan delay, TimeSpan interval, IRunnable action, ICancelable cancelable)
    {
        var state = Interlocked.CompareExchange(ref _state, (int)State.Running, (int)State.Initial);
        if (state == (int)State.Stopped)
            throw new SchedulerException("cannot enqueue after timer shutdown");
        if (state == (int)State.Initial)
            new Thread(GoRound) { IsBackground = true, Name = "akka.scheduler" }.Start();
        _arrivals.Enqueue(new Registration(action, cancelable, interval.Ticks) { Deadline = HighResMonotonicClock.Ticks + delay.Ticks });
    }

    private void GoRound()
    {
        // Nothing was armed before now, so the wheel need not make up for the time since it was built.
        _tick = HighResMonotonicClock.Ticks / _tickDuration;
        while (true)
        {
            var wait = TimeSpan.FromTicks(((_tick + 1) * _tickDuration) - HighResMonotonicClock.Ticks);
            if (wait > TimeSpan.Zero && _stopping.WaitOne((int)Math.Ceiling(wait.TotalMilliseconds)))
                break;
            if (Volatile.Read(ref _state) == (int)State.Stopped)
                break;

            TakeArrivals();
            if (HighResMonotonicClock.Ticks >= (_tick + 1) * _tickDuration)
                Expire();
        }

        _stopped.Set();
    }

    private void TakeArrivals()
    {
        while (_arrivals.TryDequeue(out var registration))
        {
            if (!registration.IsCanceled)
                Place(registration);
        }
    }

    private void Place(Registration registration)
    {
        var due = Math.Max(registration.Deadline / _tickDuration, _tick);
        registration.Rounds = (due - _tick) / _wheel.Length;
        (_wheel[due & (_wheel.Length - 1)] ??= []).Add(registration);
    }

    private void Expire()
    {
        var bucket = _wheel[_tick & (_wheel.Length - 1)];
        _tick++;
        if (bucket is not { Count: > 0 })
            return;

        _wheel[(_tick - 1) & (_wheel.Length - 1)] = null;
        foreach (var registration in bucket)
        {
            if (registration.IsCanceled)
                continue;
            if (registration.Rounds-- > 0)
            {
                (_wheel[(_tick - 1) & (_wheel.Length - 1)] ??= []).Add(registration);
                continue;
            }

            Run(registration);
            if (registration.Interval > 0 && !registration.IsCanceled)
            {
                registration.Deadline += registration.Interval;
                Place(registration);
            }
        }
    }

    private void Run(Registration registration)
    {
        if (registration.IsCanceled)
            return;
        try
        {
            registration.Action.Run();
        }
        catch (Exception e)
        {
            Log.Error(e, "Error while executing scheduled task {0}", registration.Action);
        }
    }

    private sealed class Registration(IRunnable action, ICancelable cancelable, long interval)
    {
        public long Deadline;
        public long Rounds;

        public IRunnable Action => action;
        public long Interval => interval;
        public bool IsCanceled => cancelable is { IsCancellationRequested: true };
    }

    private sealed class ScheduledTell(ICanTell receiver, object message, IActorRef sender) : IRunnable
    {
        public void Run() => receiver.Tell(message, sender);

        public void Execute() => Run();

        public override string ToString() => $"[{receiver}.Tell({message}, {sender})]";
    }
}
