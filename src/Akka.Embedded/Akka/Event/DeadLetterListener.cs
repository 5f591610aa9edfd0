using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs dead letters: all, or so many, and the same number again after a pause.</summary>
internal sealed class DeadLetterListener : ActorBase
{
    private readonly Settings _settings = Context.System.Settings;
    private readonly EventStream _eventStream = Context.System.EventStream;
    private int _count;
    private TimeSpan? _silentUntil;

    protected override void PreStart()
    {
        _eventStream.Subscribe(Self, typeof(DeadLetter));
        _eventStream.Subscribe(Self, typeof(UnhandledMessage));
    }

    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    protected override void PreRestart(Exception reason, object message)
    {
        // Subscribed once, and for good.
    }

    protected override void PostRestart(Exception reason)
    {
    }

    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter)
            return false;
        if (letter.Message is IDeadLetterSuppression)
            return true;

        _count++;
        if (_silentUntil is { } end)
        {
            if (Now < end)
                return true;
            Log(letter, $", of which {_count - _settings.LogDeadLetters - 1} were not logged. The counter will be reset now");
            _count = 0;
            _silentUntil = null;
        }
        else if (_count != _settings.LogDeadLetters)
        {
            Log(letter, "");
        }
        else
        {
            LogLast(letter);
        }

        return true;
    }

    private static TimeSpan Now => Context.System.Scheduler.MonotonicClock;

    private void LogLast(AllDeadLetters letter)
    {
        var pause = _settings.LogDeadLettersSuspendDuration;
        if (pause == Timeout.InfiniteTimeSpan)
        {
            Log(letter, ", no more dead letters will be logged");
            Context.Stop(Self);
            return;
        }

        Log(letter, $", no more dead letters will be logged in next [{pause}]");
        _silentUntil = Now + pause;
    }

    private void Log(AllDeadLetters letter, string addition)
    {
        var type = WrappedMessage.Unwrap(letter.Message).GetType().Name;
        var sender = letter.Sender is null or DeadLetterActorRef ? "" : $" from {letter.Sender}";
        var fate = letter is UnhandledMessage ? "unhandled" : "not delivered";
        _eventStream.Publish(new Info(
            letter.Recipient.Path.ToString(),
            letter.Recipient.GetType(),
            $"Message [{type}]{sender} to {letter.Recipient} was {fate}. [{_count}] dead letters encountered{addition}. " +
            "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' and " +
            $"'akka.log-dead-letters-during-shutdown'. Message content: {letter.Message}"));
    }
}
