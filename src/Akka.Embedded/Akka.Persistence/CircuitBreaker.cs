using Akka.Actor;
using Akka.Configuration;

namespace Akka.Persistence;

/// <summary>
/// Guards calls to a database: each may take so long, and after so many failures in a row all fail at once, until after a
/// while one call may try again.
/// </summary>
internal sealed class CircuitBreaker(IScheduler scheduler, Config config)
{
    private readonly int _maxFailures = config.GetInt("circuit-breaker.max-failures");
    private readonly TimeSpan _callTimeout = config.GetTimeSpan("circuit-breaker.call-timeout");
    private readonly TimeSpan _resetTimeout = config.GetTimeSpan("circuit-breaker.reset-timeout");
    private readonly Lock _lock = new();
    private int _failures;
    private Position _position = Position.Closed;
    private Exception _latestFailure;

    private enum Position
    {
        Closed,
        Open,
        HalfOpen,
        Trying,
    }

    /// <exception cref="OpenCircuitException">Calls are failing at once.</exception>
    /// <exception cref="TimeoutException">The call took too long; it may still succeed.</exception>
    public async Task<T> Call<T>(Func<Task<T>> call)
    {
        Enter();
        try
        {
            var result = await call().WaitAsync(_callTimeout).ConfigureAwait(false);
            Succeeded();
            return result;
        }
        catch (Exception e)
        {
            Failed(e);
            throw;
        }
    }

    public Task Call(Func<Task> call) => Call(async () =>
    {
        await call().ConfigureAwait(false);
        return Done.Instance;
    });

    private void Enter()
    {
        lock (_lock)
        {
            if (_position is Position.Open or Position.Trying)
                throw new OpenCircuitException(_latestFailure);
            if (_position == Position.HalfOpen)
                _position = Position.Trying;
        }
    }

    private void Succeeded()
    {
        lock (_lock)
        {
            if (_position == Position.Open)
                return;
            _failures = 0;
            _position = Position.Closed;
        }
    }

    private void Failed(Exception cause)
    {
        lock (_lock)
        {
            _latestFailure = cause;
            if (_position == Position.Open || (++_failures < _maxFailures && _position != Position.Trying))
                return;
            _position = Position.Open;
        }

        scheduler.Advanced.ScheduleOnce(_resetTimeout, HalfOpen);
    }

    private void HalfOpen()
    {
        lock (_lock)
            _position = Position.HalfOpen;
    }
}

/// <summary>The database has failed so often that it is left alone for a while.</summary>
internal sealed class OpenCircuitException(Exception cause) : AkkaException("Circuit Breaker is open; calls are failing fast", cause);
