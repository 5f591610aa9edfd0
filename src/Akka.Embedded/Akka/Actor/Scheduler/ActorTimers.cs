namespace Akka.Actor;

/// <summary>What a timer sends: the message, and which timer it is. The object itself is the timer's generation.</summary>
internal class TimerMessage(object key, object message, bool repeat) : IWrappedMessage, INoSerializationVerificationNeeded
{
    public object Key => key;
    public object Message => message;
    public bool Repeat => repeat;
    public ICancelable Task { get; set; }

    public override string ToString() => $"TimerMsg(key={key}, message={message})";
}

internal sealed class PassiveTimerMessage(object key, object message, bool repeat)
    : TimerMessage(key, message, repeat), INotInfluenceReceiveTimeout;

/// <summary>The timers of one incarnation of an actor.</summary>
internal sealed class ActorTimers(ActorCell cell)
{
    private readonly Dictionary<object, TimerMessage> _timers = [];

    /// <summary>Starts a timer, in place of the one with this key; without an interval it fires once.</summary>
    public void Start(object key, object message, TimeSpan delay, TimeSpan? interval, IActorRef sender)
    {
        Cancel(key);
        var timer = message is INotInfluenceReceiveTimeout
            ? new PassiveTimerMessage(key, message, interval is not null)
            : new TimerMessage(key, message, interval is not null);
        var scheduler = cell.System.Scheduler;
        timer.Task = interval is { } period
            ? scheduler.ScheduleTellRepeatedlyCancelable(delay, period, cell, timer, sender)
            : scheduler.ScheduleTellOnceCancelable(delay, cell, timer, sender);
        _timers[key] = timer;
    }

    public bool IsActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_timers.Remove(key, out var timer))
            timer.Task.Cancel();
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
            timer.Task.Cancel();
        _timers.Clear();
    }

    public bool TryTake(TimerMessage message)
    {
        if (!_timers.TryGetValue(message.Key, out var timer) || !ReferenceEquals(timer, message))
            return false;
        if (!timer.Repeat)
            _timers.Remove(message.Key);
        return true;
    }
}
