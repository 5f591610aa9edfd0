namespace Akka.Actor;

// An actor that could have timers gets its cell for their scheduler: most of them have none most of the time, and the first one started
// makes the room for them.
public sealed partial class ActorCell : ITimerScheduler
{
    private ActorTimers Timers => Extension.Timers ??= new ActorTimers(this);

    private ActorTimers TimersOrNull => ExtensionOrNull?.Timers;

    void ITimerScheduler.StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        Timers.Start(key, msg, interval, interval, ActorRefs.NoSender);

    void ITimerScheduler.StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        Timers.Start(key, msg, interval, interval, sender);

    void ITimerScheduler.StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Timers.Start(key, msg, initialDelay, interval, ActorRefs.NoSender);

    void ITimerScheduler.StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Timers.Start(key, msg, initialDelay, interval, sender);

    void ITimerScheduler.StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        Timers.Start(key, msg, timeout, interval: null, ActorRefs.NoSender);

    void ITimerScheduler.StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) =>
        Timers.Start(key, msg, timeout, interval: null, sender);

    bool ITimerScheduler.IsTimerActive(object key) => TimersOrNull?.IsActive(key) ?? false;

    void ITimerScheduler.Cancel(object key) => TimersOrNull?.Cancel(key);

    void ITimerScheduler.CancelAll() => TimersOrNull?.CancelAll();

    /// <summary>A new incarnation begins without timers: what one of the former still sends is discarded.</summary>
    internal void ForgetTimers()
    {
        if (ExtensionOrNull is { } extension)
            extension.Timers = null;
    }

    /// <summary>Whether a message that has arrived is of a timer that is still active; if so, and it fires once, it is done.</summary>
    internal bool TryTake(TimerMessage message) => TimersOrNull?.TryTake(message) ?? false;
}
