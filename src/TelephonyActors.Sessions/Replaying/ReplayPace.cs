namespace TelephonyActors.Sessions.Replaying;

/// <summary>How fast a session is played: at the pace of its times, times a speed, or as fast as it goes.</summary>
/// <param name="clock">The time in which it is played.</param>
/// <param name="speed">2: twice as fast; infinite: as fast as it goes.</param>
public sealed class ReplayPace(TimeProvider clock, double speed)
{
    private DateTimeOffset _began;
    private long _beganAt;

    /// <summary>A run begins, whose first moment is this.</summary>
    public void Begin(DateTimeOffset moment) => (_began, _beganAt) = (moment, clock.GetTimestamp());

    /// <summary>Waits until it is time for what was heard at a moment of the run.</summary>
    public ValueTask UntilAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        if (double.IsPositiveInfinity(speed)) return ValueTask.CompletedTask;
        var left = ((moment - _began) / speed) - clock.GetElapsedTime(_beganAt);
        return left > TimeSpan.Zero ? new ValueTask(Task.Delay(left, clock, cancellation)) : ValueTask.CompletedTask;
    }
}
