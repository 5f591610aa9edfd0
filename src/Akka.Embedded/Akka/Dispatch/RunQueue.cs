using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>
/// Turns that are due, and as many workers on the ThreadPool as there are processors to run them. Handing each turn
/// to the pool would cost more than most turns, and the pool's own queues are last in, first out. What a turn makes due
/// waits at the worker that runs that turn; all else waits in one queue.
/// </summary>
internal sealed class RunQueue
{
    private static readonly int Processors = Environment.ProcessorCount;

    private readonly ConcurrentQueue<IRunnable> _shared = new();

    // Replaced as a whole when there is one more; workers never leave.
    private volatile RunWorker[] _workers = [];

    // Every turn reads these, on every processor: what is written here must be written rarely. Never fewer than are busy.
    private int _engaged;

    // Set by the check, taken away by the next turn: whether any has begun since.
    private bool _noneHasBegun;

    private bool IsAnyDue
    {
        get
        {
            if (!_shared.IsEmpty)
                return true;
            foreach (var worker in _workers)
            {
                if (worker.HasDue)
                    return true;
            }

            return false;
        }
    }

    public void Enqueue(IRunnable run)
    {
        if (RunWorker.CurrentOf(this) is { } worker)
            worker.Add(run, _shared);
        else
            _shared.Enqueue(run);

        // A worker that stops right now may miss what has been left at another one. That one runs it in the end.
        if (Volatile.Read(ref _engaged) < Processors && TryEngage())
            StartWorker();
    }

    /// <summary>
    /// To be called from time to time: actors that block their threads must not keep others from running. The pool would
    /// add threads for them, too.
    /// </summary>
    public void AddWorkerIfStalled()
    {
        if (!IsAnyDue)
            return;
        if (Volatile.Read(ref _noneHasBegun))
        {
            Interlocked.Increment(ref _engaged);
            StartWorker();
        }

        Volatile.Write(ref _noneHasBegun, true);
    }

    /// <summary>Says that a turn begins.</summary>
    public void NoteTurn()
    {
        if (_noneHasBegun)
            _noneHasBegun = false;
    }

    public bool TryTakeShared(out IRunnable run) => _shared.TryDequeue(out run);

    /// <summary>Gives a worker without anything to do some of what waits at another.</summary>
    public void ShareOut(RunWorker idle)
    {
        foreach (var worker in _workers)
        {
            if (ReferenceEquals(worker, idle) || !worker.HasDue)
                continue;
            worker.ShareWith(idle);
            if (idle.HasDue)
                return;
        }
    }

    /// <summary>Ends a worker's run when it has found nothing to do.</summary>
    public void Leave(RunWorker worker)
    {
        worker.Release();
        Interlocked.Decrement(ref _engaged);
        if (IsAnyDue && TryEngage())
            StartWorker();
    }

    private bool TryEngage()
    {
        while (true)
        {
            var engaged = Volatile.Read(ref _engaged);
            if (engaged >= Processors)
                return false;
            if (Interlocked.CompareExchange(ref _engaged, engaged + 1, engaged) == engaged)
                return true;
        }
    }

    private void StartWorker() => ThreadPool.UnsafeQueueUserWorkItem(FreeWorker(), preferLocal: false);

    private RunWorker FreeWorker()
    {
        foreach (var worker in _workers)
        {
            if (worker.TryEngage())
                return worker;
        }

        lock (_shared)
        {
            var worker = new RunWorker(this);
            worker.TryEngage();
            _workers = [.. _workers, worker];
            return worker;
        }
    }
}
