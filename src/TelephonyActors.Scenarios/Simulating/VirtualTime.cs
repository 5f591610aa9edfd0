using Akka.Actor;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>A clock that stands still until it is moved, and the timers that wait for it.</summary>
internal sealed class VirtualTime(DateTimeOffset epoch)
{
    private readonly object _gate = new();
    private readonly PriorityQueue<Timer, (TimeSpan Due, long Order)> _timers = new();
    private long _scheduled;

    /// <summary>How far the clock has been moved.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Epoch => epoch;

    public DateTimeOffset Now => epoch + Elapsed;

    /// <summary>Timers that have neither fired nor been cancelled.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
                return _timers.UnorderedItems.Count(item => !item.Element.IsCancelled);
        }
    }

    /// <summary>Has an action fire after a delay, and again after every interval that is not zero.</summary>
    public void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Add(Elapsed + delay, new Timer(interval, action, cancelable));

    /// <summary>When the next timer is due; false where none is pending.</summary>
    public bool TryNextDue(out TimeSpan due)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var timer, out var key))
            {
                if (!timer.IsCancelled)
                {
                    due = key.Due;
                    return true;
                }

                _timers.Dequeue();
            }
        }

        due = default;
        return false;
    }

    /// <summary>Moves the clock on; never past a timer that has not fired.</summary>
    public void MoveTo(TimeSpan elapsed) => Elapsed = elapsed;

    /// <summary>Fires the timer that was scheduled first among those due now; false where none is.</summary>
    public bool FireNext()
    {
        if (!TryNextDue(out var due) || due > Elapsed)
            return false;
        Timer timer;
        lock (_gate)
            timer = _timers.Dequeue();
        if (timer.Interval > TimeSpan.Zero)
            Add(due + timer.Interval, timer);
        timer.Action();
        return true;
    }

    /// <summary>Forgets every timer.</summary>
    public void Clear()
    {
        lock (_gate)
            _timers.Clear();
    }

    private void Add(TimeSpan due, Timer timer)
    {
        lock (_gate)
            _timers.Enqueue(timer, (due, _scheduled++));
    }

    private sealed record Timer(TimeSpan Interval, Action Action, ICancelable? Cancelable)
    {
        public bool IsCancelled => Cancelable is { IsCancellationRequested: true };
    }
}
