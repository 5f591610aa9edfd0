namespace Akka.TestKit;

/// <content>Expecting one or all of several messages.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects one of the messages.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default)
        => ExpectMsgAnyOfAsync(messages, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects one of the messages.</summary>
    public async ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default)
    {
        var message = await ReceiveOneAsync(RemainingOrDefault, cancellationToken);
        _assertions.AssertTrue(message != null, "None of {0} came.", string.Join(", ", messages));
        _assertions.AssertTrue(message is T typed && messages.Contains(typed), "{0} came instead.", message);
        return (T)message;
    }

    /// <summary>Expects all of the messages, in any order, and no other between them.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages)
        => ExpectAllAsync(RemainingOrDefault, messages, default).GetAwaiter().GetResult();

    /// <summary>Expects all of the messages, in any order, and no other between them.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
        => ExpectAllAsync(RemainingOrDefault, messages, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects all of the messages, in any order, and no other between them, within the time.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages)
        => ExpectAllAsync(Dilated(max), messages, default).GetAwaiter().GetResult();

    /// <summary>Expects all of the messages, in any order, and no other between them, within the time.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
        => ExpectAllAsync(Dilated(max), messages, cancellationToken).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<T>> ExpectAllAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken)
    {
        var missing = messages.ToList();
        var unexpected = new List<object>();
        var received = await ReceiveManyAsync(messages.Count, max, cancellationToken);
        foreach (var message in received)
        {
            // As in Akka.NET, the default value of a type is never expected.
            if (message is not T typed || Equals(typed, default(T)) || !missing.Remove(typed))
                unexpected.Add(message);
        }

        if (missing.Count > 0 || unexpected.Count > 0)
            _assertions.Fail("Missing: [{0}], unexpected: [{1}].", string.Join(", ", missing), string.Join(", ", unexpected));
        return received.OfType<T>().ToList();
    }
}
