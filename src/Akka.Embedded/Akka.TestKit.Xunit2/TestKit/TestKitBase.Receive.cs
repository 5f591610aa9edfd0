using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Taking messages from the test actor's queue.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes a message.</summary>
    /// <returns>The message; null if none came.</returns>
    public object ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default)
        => ReceiveOneAsync(max, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Takes a message.</summary>
    /// <returns>The message; null if none came.</returns>
    public async ValueTask<object> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var (success, envelope) = await TryReceiveOneAsync(max, cancellationToken);
        return success ? envelope.Message : null;
    }

    /// <summary>Takes a message with its sender.</summary>
    /// <param name="envelope">The two; <see cref="NullMessageEnvelope"/> if none came.</param>
    /// <param name="max">How long to wait; zero is not at all, <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        (var success, envelope) = TryReceiveOneAsync(max, cancellationToken).AsTask().GetAwaiter().GetResult();
        return success;
    }

    /// <summary>Takes a message with its sender.</summary>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        MessageEnvelope envelope = null;
        var success = await HasMessageWithin(GetTimeoutOrDefault(max), cancellationToken) && _queue.Reader.TryRead(out envelope);
        _mayTakeTooLong = false;
        _lastMessage = envelope ?? NullMessageEnvelope.Instance;
        return (success, _lastMessage);
    }

    /// <summary>Takes as many messages.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default)
        => ReceiveManyAsync(numberOfMessages, RemainingOrDefault, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes as many messages, all of them within the time.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
        => ReceiveManyAsync(numberOfMessages, Dilated(max), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages up to the first that fits; the others are lost.</summary>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
        => FishForMessage<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Takes messages up to the first that fits; the others are lost.</summary>
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
        => FishForMessageAsync<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Takes messages up to the first of the type that fits; the others are lost.</summary>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
        => FishForMessageAsync(isMessage, max, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Takes messages up to the first of the type that fits; the others are lost.</summary>
    public async ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
    {
        var timeout = RemainingOrDilated(max);
        var end = Now + timeout;
        while (true)
        {
            var message = await ReceiveOneAsync(LeftUntil(end), cancellationToken);
            _assertions.AssertTrue(message != null, "No fitting message came within {0}. {1}", timeout, hint);
            if (message is T typed && isMessage(typed))
                return typed;
        }
    }

    /// <summary>Takes messages as long as the filter makes something of them; the first other one stays in the queue.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        => ReceiveWhile(filter, max, Timeout.InfiniteTimeSpan, msgs, cancellationToken);

    /// <summary>Takes messages as long as the filter makes something of them; the first other one stays in the queue.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        => ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    /// <summary>Takes messages as long as the filter makes something of them; the first other one stays in the queue.</summary>
    /// <param name="filter">What it makes of a message; null ends it.</param>
    /// <param name="max">How long at most.</param>
    /// <param name="idle">How long to wait at most for the next message.</param>
    /// <param name="msgs">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => ReceiveWhileAsync(
            message => filter(message) is { } result ? (Verdict.Keep, result) : (Verdict.Stop, default),
            max, idle, msgs, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages of the type as long as the test wants; the first that it does not want stays in the queue.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
        => ReceiveWhileAsync<T>(
            message => message is not T typed ? (shouldIgnoreOtherMessageTypes ? Verdict.Drop : Verdict.Stop, default)
                : shouldContinue(typed) ? (Verdict.Keep, typed)
                : (Verdict.Stop, default),
            max, idle, msgs, cancellationToken).GetAwaiter().GetResult();

    private async Task<IReadOnlyList<T>> ReceiveWhileAsync<T>(
        Func<object, (Verdict, T)> judge, TimeSpan? max, TimeSpan? idle, int count, CancellationToken cancellationToken)
    {
        var stop = Now + RemainingOrDilated(max);
        var results = new List<T>();
        MessageEnvelope last = NullMessageEnvelope.Instance;
        while (results.Count < count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = LeftUntil(stop);
            if (left < TimeSpan.Zero || !await HasMessageWithin(left.Min(idle), cancellationToken)
                || !_queue.Reader.TryPeek(out var envelope))
                break;
            var (verdict, result) = judge(envelope.Message);
            if (verdict == Verdict.Stop)
                break;
            _queue.Reader.TryRead(out last);
            if (verdict == Verdict.Keep)
                results.Add(result);
        }

        _lastMessage = last;
        _mayTakeTooLong = true;
        return results;
    }

    private async Task<IReadOnlyCollection<object>> ReceiveManyAsync(int count, TimeSpan max, CancellationToken cancellationToken)
    {
        var stop = Now + max;
        var messages = new List<object>();
        while (messages.Count < count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var message = await ReceiveOneAsync(LeftUntil(stop), cancellationToken);
            _assertions.AssertTrue(message != null, "Of {0} messages only {1} came within {2}.", count, messages.Count, max);
            messages.Add(message);
        }

        return messages;
    }

    private async Task<bool> HasMessageWithin(TimeSpan max, CancellationToken cancellationToken)
    {
        if (_queue.Reader.Count > 0 && max >= TimeSpan.Zero)
            return true;
        if (max == Timeout.InfiniteTimeSpan)
            return await _queue.Reader.WaitToReadAsync(cancellationToken);
        if (max <= TimeSpan.Zero)
            return false;

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var message = _queue.Reader.WaitToReadAsync(cancellationToken).AsTask();
        var first = await Task.WhenAny(message, Task.Delay(max, timeout.Token));
        await timeout.CancelAsync();
        return first == message && message.Result;
    }

    /// <summary>What is left; past the end not just less than nothing, because one millisecond less would be for ever.</summary>
    private static TimeSpan LeftUntil(TimeSpan end) => end - Now is { Ticks: >= 0 } left ? left : TimeSpan.MinValue;

    private enum Verdict
    {
        Keep,
        Drop,
        Stop,
    }
}
