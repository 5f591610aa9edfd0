using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>How long the test waits, and blocks that have to end in time.</content>
public abstract partial class TestKitBase
{
    // Timers are not exact: a block that waits up to its last moment gets this much more.
    private static readonly TimeSpan Leeway = TimeSpan.FromMilliseconds(200);

    private TimeSpan? _end;
    private bool _mayTakeTooLong;

    /// <summary>What is left of the block that the test is in, or how long a single expectation waits.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>What is left of the block that the test is in.</summary>
    /// <exception cref="InvalidOperationException">It is in none.</exception>
    public TimeSpan Remaining => _end == null
        ? throw new InvalidOperationException("Only within a block there is a remaining time.")
        : RemainingOr(TimeSpan.Zero);

    /// <summary>What is left of the block that the test is in, or the duration.</summary>
    protected TimeSpan RemainingOr(TimeSpan duration)
    {
        if (_end is not { } end)
            return duration;
        var remaining = end - Now;
        return remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining;
    }

    /// <summary>The duration, as long as this machine needs, or what remains.</summary>
    /// <exception cref="ArgumentException">The duration is negative.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration == null ? RemainingOrDefault : Dilated(duration.Value);

    /// <summary>The duration, as long as this machine needs.</summary>
    /// <exception cref="ArgumentException">The duration is negative.</exception>
    public TimeSpan Dilated(TimeSpan duration)
    {
        duration.EnsureIsPositiveFinite(nameof(duration));
        return new TimeSpan((long)(duration.Ticks * TestKitSettings.TestTimeFactor));
    }

    /// <summary>The timeout, or how long a single expectation waits.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? TestKitSettings.SingleExpectDefault;

    /// <summary>Runs a block that has to end in time; its expectations wait for as long as is left.</summary>
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
        => Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that has to end in time, but not too early.</summary>
    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => Within<object>(min, max, () =>
        {
            action();
            return null;
        }, hint, epsilonValue, cancellationToken);

    /// <summary>Runs a block that has to end in time.</summary>
    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
        => Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that has to end in time, but not too early.</summary>
    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => WithinAsync(min, max, () => Task.FromResult(function()), hint, epsilonValue, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Runs a block that has to end in time.</summary>
    public Task WithinAsync(
        TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
        => WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that has to end in time, but not too early.</summary>
    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
        => WithinAsync<object>(min, max, async () =>
        {
            await actionAsync();
            return null;
        }, hint, epsilonValue, cancellationToken);

    /// <summary>Runs a block that has to end in time.</summary>
    public Task<T> WithinAsync<T>(
        TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
        => WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that has to end in time, but not too early.</summary>
    /// <exception cref="AggregateException">What an asynchronous block throws is in it.</exception>
    public async Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        min.EnsureIsPositiveFinite(nameof(min));
        max = Dilated(max);
        var start = Now;
        var outerEnd = _end;
        _assertions.AssertTrue(
            outerEnd == null || outerEnd - start >= min,
            "A block of at least {0} is not possible, only {1} are left. {2}", min, outerEnd - start, hint ?? "");

        _mayTakeTooLong = false;
        var limit = outerEnd == null ? max : max.Min(outerEnd - start);
        _end = start + limit;
        T result;
        try
        {
            result = await RunAsync(function, max, cancellationToken);
        }
        finally
        {
            _end = outerEnd;
        }

        var elapsed = Now - start;
        if (elapsed < min)
            _assertions.Fail("The block took {0}, and should have taken at least {1}. {2}", elapsed, min, hint ?? "");
        if (!_mayTakeTooLong && elapsed > limit + (epsilonValue ?? TimeSpan.Zero))
            _assertions.Fail("The block took {0}, more than {1}. {2}", elapsed, limit, hint ?? "");
        return result;
    }

    /// <summary>Runs the block; when it takes too long it goes on unattended, and has no result.</summary>
    private static async Task<T> RunAsync<T>(Func<Task<T>> function, TimeSpan max, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var block = function();
        var first = await Task.WhenAny(block, Task.Delay(max + Leeway, timeout.Token));
        await timeout.CancelAsync();
        if (first == block)
            return block.Result;
        cancellationToken.ThrowIfCancellationRequested();
        return default;
    }
}
