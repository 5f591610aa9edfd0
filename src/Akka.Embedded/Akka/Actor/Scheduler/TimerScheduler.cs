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
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    // Made with the first timer: most actors that could have timers have none most of the time.
    private Dictionary<object, TimerMessage> _timers;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender)
    {
        var timer = Replace(key, msg, repeat: true);
        timer.Task = Scheduler.ScheduleTellRepeatedlyCancelable(initialDelay, interval, cell, timer, sender);
        (_timers ??= [])[key] = timer;
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender)
    {
        var timer = Replace(key, msg, repeat: false);
        timer.Task = Scheduler.ScheduleTellOnceCancelable(timeout, cell, timer, sender);
        (_timers ??= [])[key] = timer;
    }

    public bool IsTimerActive(object key) => _timers?.ContainsKey(key) ?? false;

    public void Cancel(object key)
    {
        if (_timers is not null && _timers.Remove(key, out var timer))
            timer.Task.Cancel();
    }

    public void CancelAll()
    {
        if (_timers is null)
            return;
        foreach (var timer in _timers.Values)
            timer.Task.Cancel();
        _timers = null;
    }

    /// <summary>Whether a message that has arrived is of a timer that is still active; if so, and it fires once, it is done.</summary>
    public bool TryTake(TimerMessage message)
    {
        if (_timers is null || !_timers.TryGetValue(message.Key, out var timer) || !ReferenceEquals(timer, message))
            return false;
        if (!timer.Repeat)
            _timers.Remove(message.Key);
        return true;
    }

    private IScheduler Scheduler => cell.System.Scheduler;

    private TimerMessage Replace(object key, object message, bool repeat)
    {
        Cancel(key);
        return message is INotInfluenceReceiveTimeout
            ? new PassiveTimerMessage(key, message, repeat)
            : new TimerMessage(key, message, repeat);
    }
}
