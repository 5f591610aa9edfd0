using Akka.Actor;

namespace Akka.TestKit;

/// <content>Expecting the next message from a certain sender.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects a message of the type.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender, TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectMsgFromAsync<T>(sender, duration, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message of the type.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<T>(duration, (_, s) => AssertSender(sender, s, hint), hint, cancellationToken);

    /// <summary>Expects a message equal to this one.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectMsgFromAsync(sender, message, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message equal to this one.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, s) =>
        {
            AssertSender(sender, s, hint);
            _assertions.AssertEqual(message, m);
        }, hint, cancellationToken);

    /// <summary>Expects a message that fits.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectMsgFromAsync(sender, isMessage, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message that fits.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, s) =>
        {
            AssertSender(sender, s, hint);
            AssertFits(isMessage, m, hint);
        }, hint, cancellationToken);

    /// <summary>Expects a message that the assertion accepts.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectMsgFromAsync(sender, assertMessage, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message that the assertion accepts.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, s) =>
        {
            AssertSender(sender, s, hint);
            assertMessage?.Invoke(m);
        }, hint, cancellationToken);

    /// <summary>Expects a message and a sender that the assertions accept.</summary>
    public T ExpectMsgFrom<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectMsgFromAsync(assertSender, assertMessage, timeout, hint, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects a message and a sender that the assertions accept.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default)
        => ExpectAsync<T>(timeout, (m, s) =>
        {
            assertSender?.Invoke(s);
            assertMessage?.Invoke(m);
        }, hint, cancellationToken);

    private void AssertSender(IActorRef expected, IActorRef actual, string hint)
        => _assertions.AssertEqual(expected, actual, "The message came from another sender. {0}", hint ?? "");
}
