namespace Akka.Actor.Internal;

/// <summary>How often a child has been restarted, in all or within a time of the scheduler.</summary>
internal sealed class ChildRestartStats(ActorCell child)
{
    private long _restarts;
    private TimeSpan? _windowStart;

    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0)
            return false;
        if (withinTimeMilliseconds <= 0)
            return maxNrOfRetries < 0 || ++_restarts <= maxNrOfRetries;

        var now = child.System.Scheduler.MonotonicClock;
        _windowStart ??= now;
        if (now - _windowStart <= TimeSpan.FromMilliseconds(withinTimeMilliseconds))
            return ++_restarts <= Math.Max(1, maxNrOfRetries);

        _restarts = 1;
        _windowStart = now;
        return true;
    }
}
