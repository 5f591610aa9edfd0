using Akka.Actor;

namespace Akka.TestKit;

/// <content>
/// Expecting the next message. If it does not come in time, is of another type or is not as expected, the test fails; it is taken from
/// the queue in any case.
/// </content>
public abstract partial class TestKitBase
{
    /// <summary>Expects a message of the type.</summary>
    public T ExpectMsg<T>(TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectMsgAsync<T>(duration, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message of the type.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<T>(duration, null, hint, cancellationToken);

    /// <summary>Expects a message equal to this one.</summary>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectMsgAsync(message, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message equal to this one.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, _) => _assertions.AssertEqual(message, m), hint, cancellationToken);

    /// <summary>Expects a message that fits.</summary>
    public T ExpectMsg<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectMsgAsync(isMessage, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message that fits.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, _) => AssertFits(isMessage, m, hint), hint, cancellationToken);

    /// <summary>Expects a message that the assertion accepts.</summary>
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectMsgAsync(assert, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message that the assertion accepts.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, _) => assert?.Invoke(m), hint, cancellationToken);

    /// <summary>Expects a message and a sender that fit.</summary>
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectMsgAsync(isMessageAndSender, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message and a sender that fit.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, sender) => AssertFits<T>(_ => isMessageAndSender(m, sender), m, hint), hint, cancellationToken);

    /// <summary>Expects a message and a sender that the assertion accepts.</summary>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectMsgAsync(assertMessageAndSender, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message and a sender that the assertion accepts.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectAsync(timeout, assertMessageAndSender, hint, cancellationToken);

    /// <summary>Expects a message that the comparer takes for this one.</summary>
    public T ExpectMsg<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectMsgAsync(expected, comparer, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message that the comparer takes for this one.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, _) => _assertions.AssertEqual(expected, m, comparer, hint), hint, cancellationToken);

    /// <summary>Expects that the watched actor stops.</summary>
    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectTerminatedAsync(target, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that the watched actor stops.</summary>
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<Terminated>(
            timeout, (m, _) => _assertions.AssertEqual(target, m.ActorRef, hint), $"{target} should stop. {hint}", cancellationToken);

    /// <summary>Expects that no message comes, for as long as a single expectation waits.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default)
        => ExpectNoMsgAsync(cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that no message comes, for as long as a single expectation waits.</summary>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default)
        => ExpectNothingAsync(RemainingOrDefault, cancellationToken);

    /// <summary>Expects that no message comes.</summary>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default)
        => ExpectNoMsgAsync(duration, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that no message comes.</summary>
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default)
        => ExpectNothingAsync(Dilated(duration), cancellationToken);

    /// <summary>Expects that no message comes.</summary>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default)
        => ExpectNoMsgAsync(milliseconds, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that no message comes.</summary>
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default)
        => ExpectNothingAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async ValueTask ExpectNothingAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (success, envelope) = await TryReceiveOneAsync(duration, cancellationToken);
        if (success)
            _assertions.Fail("Within {0} no message should have come, but {1} did.", duration, envelope);
    }

    private async ValueTask<T> ExpectAsync<T>(
        TimeSpan? timeout, Action<T, IActorRef> assert, string hint, CancellationToken cancellationToken)
    {
        var max = RemainingOrDilated(timeout);
        var (success, envelope) = await TryReceiveOneAsync(max, cancellationToken);
        if (!success)
            _assertions.Fail("No {0} came within {1}. {2}", typeof(T), max, hint ?? "");
        if (envelope.Message is not T message)
        {
            _assertions.Fail("Expected {0}, but {1} came, which is {2}. {3}",
                typeof(T), envelope, envelope.Message?.GetType(), hint ?? "");
            return default;
        }

        assert?.Invoke(message, envelope.Sender);
        return message;
    }

    private void AssertFits<T>(Predicate<T> fits, T message, string hint)
    {
        if (fits != null)
            _assertions.AssertTrue(fits(message), "A {0} came, but {1} is not as expected. {2}", typeof(T), message, hint ?? "");
    }
}
