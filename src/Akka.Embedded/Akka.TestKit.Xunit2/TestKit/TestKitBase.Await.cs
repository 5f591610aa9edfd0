using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Waiting until something is so.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the assertion holds; what it throws last is thrown.</summary>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
        => AwaitAssertAsync(assertion, duration, interval, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Waits until the assertion holds; what it throws last is thrown.</summary>
    public Task AwaitAssertAsync(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
        => AwaitAssertAsync(() =>
        {
            assertion();
            return Task.CompletedTask;
        }, duration, interval, cancellationToken);

    /// <summary>Waits until the assertion holds; what it throws last is thrown.</summary>
    public async Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        var pause = IntervalOf(interval);
        var max = RemainingOrDilated(duration);
        var stop = Now + max;
        var next = max.Min(pause);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Now + next < stop)
            {
                // There is time for another attempt.
            }

            await Task.Delay(next, cancellationToken);
            next = (stop - Now).Min(pause);
        }
    }

    /// <summary>Waits until the condition holds.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(conditionIsFulfilled, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default)
        => AwaitAsync(conditionIsFulfilled, RemainingOrDefault, RemainingOrDefault / 10, null, cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(() => Task.FromResult(conditionIsFulfilled()), cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default)
        => AwaitCondition(conditionIsFulfilled, max, null, cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(conditionIsFulfilled, max, null, cancellationToken);

    /// <summary>Waits until the condition holds.</summary>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(conditionIsFulfilled, max, message, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default)
    {
        var duration = RemainingOrDilated(max);
        return AwaitAsync(conditionIsFulfilled, duration, duration / 10, message, cancellationToken);
    }

    /// <summary>Waits until the condition holds.</summary>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default)
        => AwaitConditionAsync(() => Task.FromResult(conditionIsFulfilled()), max, message, cancellationToken);

    /// <summary>Waits until the condition holds, looking at it in an interval.</summary>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string message = null,
        CancellationToken cancellationToken = default)
        => AwaitAsync(
            () => Task.FromResult(conditionIsFulfilled()), RemainingOrDilated(max), interval, message, cancellationToken)
            .GetAwaiter().GetResult();

    private async Task AwaitAsync(
        Func<Task<bool>> condition, TimeSpan max, TimeSpan? interval, string message, CancellationToken cancellationToken)
    {
        var stop = Now + max;
        while (!await condition())
        {
            var now = Now;
            if (cancellationToken.IsCancellationRequested)
                _assertions.Fail("The wait was cancelled. {0}", message ?? "");
            if (now > stop)
                _assertions.Fail("The condition did not come true within {0}. {1}", max, message ?? "");
            await Task.Delay((stop - now).Min(interval), cancellationToken);
        }
    }

    private static TimeSpan IntervalOf(TimeSpan? interval)
    {
        var pause = interval ?? DefaultInterval;
        if (pause == Timeout.InfiniteTimeSpan)
            return TimeSpan.MaxValue;
        pause.EnsureIsPositiveFinite(nameof(interval));
        return pause;
    }
}
