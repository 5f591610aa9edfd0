namespace Akka.Actor;

/// <summary>Something that can be called off.</summary>
public interface ICancelable
{
    bool IsCancellationRequested { get; }
    CancellationToken Token { get; }

    void Cancel();
    void Cancel(bool throwOnFirstException);
    void CancelAfter(TimeSpan delay);
    void CancelAfter(int millisecondsDelay);
}

/// <summary>Calls off scheduled work.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler _scheduler;
    private volatile bool _canceled;
    private volatile bool _disposed;
    private CancellationTokenSource _source;

    public Cancelable(IActionScheduler scheduler) => _scheduler = scheduler;

    public Cancelable(IScheduler scheduler)
        : this(scheduler.Advanced)
    {
    }

    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler) =>
        CancelAfter(delay);

    public bool IsCancellationRequested => _canceled;

    public bool IsDisposed => _disposed;

    /// <summary>Made when asked for: the kernel's own timers have no use for it.</summary>
    public CancellationToken Token
    {
        get
        {
            if (_source is null)
                Interlocked.CompareExchange(ref _source, new CancellationTokenSource(), null);
            if (_canceled)
                _source.Cancel();
            return _source.Token;
        }
    }

    public void Cancel() => Cancel(false);

    public void Cancel(bool throwOnFirstException)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _canceled = true;
        Interlocked.MemoryBarrier();
        _source?.Cancel(throwOnFirstException);
    }

    public void CancelAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_canceled)
            _scheduler.ScheduleOnce(delay, Cancel, this);
    }

    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;
        _disposed = true;
        _source?.Dispose();
    }
}
