using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>
/// Turns that are due, in order, and as many ThreadPool work items as there are processors to run them. Handing each turn
/// to the pool would cost more than most turns, and the pool's own queues are last in, first out.
/// </summary>
internal sealed class RunQueue : IThreadPoolWorkItem
{
    private const int TurnsBetweenLooksAtTheClock = 64;
    private const long LongestRunMilliseconds = 20;

    // Every turn reads these, on every processor: what is written here must be written rarely.
    private readonly ConcurrentQueue<IRunnable> _due = new();
    private int _workers;

    // Set by the check, taken away by the next turn: whether any has begun since.
    private bool _noneHasBegun;

    public void Enqueue(IRunnable run)
    {
        _due.Enqueue(run);
        StartWorker();
    }

    /// <summary>A worker's run: until nothing is due, or others should have the thread.</summary>
    public void Execute()
    {
        var begin = Environment.TickCount64;
        do
        {
            for (var turns = 1; _due.TryDequeue(out var run); turns++)
            {
                if (_noneHasBegun)
                    _noneHasBegun = false;
                run.Run();
                if (turns % TurnsBetweenLooksAtTheClock == 0 && Environment.TickCount64 - begin > LongestRunMilliseconds)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    return;
                }
            }

            Interlocked.Decrement(ref _workers);
        }
        while (!_due.IsEmpty && TryAddWorker());
    }

    /// <summary>
    /// To be called from time to time: actors that block their threads must not keep others from running. The pool would
    /// add threads for them, too.
    /// </summary>
    public void AddWorkerIfStalled()
    {
        if (_due.IsEmpty)
            return;
        if (Volatile.Read(ref _noneHasBegun))
        {
            Interlocked.Increment(ref _workers);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Volatile.Write(ref _noneHasBegun, true);
    }

    private void StartWorker()
    {
        if (TryAddWorker())
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool TryAddWorker()
    {
        while (true)
        {
            var workers = Volatile.Read(ref _workers);
            if (workers >= Environment.ProcessorCount)
                return false;
            if (Interlocked.CompareExchange(ref _workers, workers + 1, workers) == workers)
                return true;
        }
    }
}
