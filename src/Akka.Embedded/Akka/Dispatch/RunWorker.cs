using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// One of those who run the turns of a <see cref="RunQueue"/>, each on a thread of the ThreadPool while there is something to do.
/// What its turns make due it runs itself, unless another worker has nothing to do, and what came last it runs first, for a
/// while: actors that talk to each other stay on one processor, and find each other's messages in its cache.
/// </summary>
internal sealed class RunWorker(RunQueue queue) : IThreadPoolWorkItem
{
    private const int TurnsBetweenLooksAtTheClock = 64;
    private const long LongestRunMilliseconds = 20;

    // A prime, so that it does not fall in with the rhythm of a program.
    private const int TurnsBetweenLooksAtTheSharedQueue = 61;

    // Then those that have waited longer get theirs.
    private const int LongestConversation = 16;

    // What comes to a hot receiver between its turns has to fit in the processor's cache, by a wide margin.
    private const int TurnsBetweenHotOnes = 8;

    [ThreadStatic]
    private static RunWorker _current;

    private readonly TurnRing _own = new();
    private readonly TurnRing _hot = new();
    private IRunnable _latest;
    private IRunnable _running;
    private int _conversation;
    private int _isBusy;

    public bool HasDue => Volatile.Read(ref _latest) is not null || !_own.IsEmpty || !_hot.IsEmpty;

    /// <summary>The worker that runs a turn of the queue on this thread, if any.</summary>
    public static RunWorker CurrentOf(RunQueue queue) => _current is { } worker && worker.IsOf(queue) ? worker : null;

    /// <summary>Takes the worker into use; false if it already is.</summary>
    public bool TryEngage() => Volatile.Read(ref _isBusy) == 0 && Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0;

    public void Release() => Volatile.Write(ref _isBusy, 0);

    /// <summary>Adds a turn, from within a turn of this worker.</summary>
    public void Add(IRunnable run, ConcurrentQueue<IRunnable> overflow)
    {
        if (run is ActorCell { IsHot: true })
        {
            if (!_hot.TryAdd(run))
                overflow.Enqueue(run);
            return;
        }

        // One that wants to go on has had its turn.
        var last = ReferenceEquals(run, _running) ? run : Interlocked.Exchange(ref _latest, run);
        if (last is null || _own.TryAdd(last))
            return;

        // In order, for all to take.
        while (_own.TryTake(out var first))
            overflow.Enqueue(first);
        overflow.Enqueue(last);
    }

    /// <summary>Gives a worker that has nothing to do half of what waits here.</summary>
    public void ShareWith(RunWorker other)
    {
        _hot.MoveHalfTo(other._hot);
        _own.MoveHalfTo(other._own);
        if (!other.HasDue && Interlocked.Exchange(ref _latest, null) is { } latest)
            other._own.TryAdd(latest);
    }

    /// <summary>A run: until nothing is due anywhere, or others should have the thread.</summary>
    public void Execute()
    {
        _current = this;
        var begin = Environment.TickCount64;
        for (var turns = 1; TryTakeNext(turns) is { } run; turns++)
        {
            queue.NoteTurn();
            _running = run;
            run.Run();
            if (turns % TurnsBetweenLooksAtTheClock == 0 && Environment.TickCount64 - begin > LongestRunMilliseconds)
            {
                Rest();
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }

        Rest();
        queue.Leave(this);
    }

    private void Rest()
    {
        _running = null;
        _current = null;
    }

    private bool IsOf(RunQueue other) => ReferenceEquals(queue, other);

    private IRunnable TryTakeNext(int turns)
    {
        IRunnable run;
        if (turns % TurnsBetweenHotOnes == 0 && _hot.TryTake(out run))
            return run;
        if (turns % TurnsBetweenLooksAtTheSharedQueue == 0 && queue.TryTakeShared(out run))
            return run;
        if (_conversation < LongestConversation && TakeLatest() is { } latest)
        {
            _conversation++;
            return latest;
        }

        _conversation = 0;
        if (_own.TryTake(out run) || queue.TryTakeShared(out run))
            return run;
        return TakeLatest() ?? TakeHot() ?? TakeFromOthers();
    }

    private IRunnable TakeFromOthers()
    {
        queue.ShareOut(this);
        return TakeHot() ?? (_own.TryTake(out var run) ? run : null);
    }

    private IRunnable TakeHot() => _hot.TryTake(out var run) ? run : null;

    private IRunnable TakeLatest() => _latest is null ? null : Interlocked.Exchange(ref _latest, null);
}
