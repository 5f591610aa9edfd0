using System.Diagnostics.CodeAnalysis;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>
/// Says when the next call begins and when a call that is up goes on to its end. Closed loop: as many calls are kept alive as the
/// concurrency says; the first one is released once all of them are up, or no more will begin; from then on the one that has been up
/// longest is released when another one comes up. Open loop: a call begins when it is due, whatever became of the others.
/// </summary>
internal sealed class LoadGate
{
    // Calls that are on their way up or down at the same time, for each core: enough to keep it busy, few enough to stay in its caches
    // and not to queue for long. Where every answer waits for a commit, more of them share one.
    private const int InMotion = 32;
    private const int InMotionRecorded = 512;

    private readonly LoadDriver _driver;
    private readonly int _concurrency;
    private readonly int _mostInMotion;
    private readonly long _calls;
    private readonly double _rate;
    private readonly Island[] _islands;
    private readonly IslandQueue _free = new();
    private readonly IslandQueue _waiting = new();
    private readonly Lock _beginning = new();
    private long _begun;
    private long _up;
    private long _over;
    private int _used;
    private int _slots;
    private int _releasing;
    private long _start;
    private long _due = long.MaxValue;
    private volatile bool _stopping;

    public LoadGate(LoadDriver driver, Island[] islands, int concurrency, LoadOptions options)
    {
        (_driver, _islands, _concurrency) = (driver, islands, concurrency);
        _mostInMotion = (options.IsRecorded ? InMotionRecorded : InMotion) * Environment.ProcessorCount;
        _calls = options.Calls ?? (options.Duration is null ? LoadOptions.UsualCalls : long.MaxValue);
        _rate = options.Rate ?? 0;
        // In an open loop calls are kept alive only where the concurrency was asked for.
        if (_rate > 0 && options.Concurrency is null) _releasing = 1;
    }

    /// <summary>Calls begun.</summary>
    public long Begun => Volatile.Read(ref _begun);

    /// <summary>Rises with everything that goes on.</summary>
    public long Progress => Volatile.Read(ref _begun) + Volatile.Read(ref _up) + Volatile.Read(ref _over);

    /// <summary>No more calls will begin, and every call has ended or failed.</summary>
    public bool IsOver => NoMoreBegin && Volatile.Read(ref _over) >= Volatile.Read(ref _begun);

    private bool NoMoreBegin => _stopping || Volatile.Read(ref _begun) >= _calls;

    private bool Releasing => Volatile.Read(ref _releasing) != 0;

    /// <summary>Begins the first calls.</summary>
    public void Open()
    {
        _start = _driver.Time.Now;
        if (_rate > 0) BeginDue();
        else for (var i = 0; i < Math.Min(_concurrency, _mostInMotion); i++) BeginOne();
    }

    /// <summary>No further calls begin; those that are alive are released.</summary>
    public void Stop()
    {
        if (_stopping) return;
        if (_rate > 0) _due = Due;
        _stopping = true;
    }

    /// <summary>How many calls were due and have not begun: every island was busy.</summary>
    public long Overdue => _rate > 0 ? Math.Max(0, Due - Begun) : 0;

    /// <summary>From time to time: begins what is due, and sees to it that nothing waits for ever.</summary>
    public void Tick()
    {
        if (_rate > 0) BeginDue();
        if (!Releasing) ReleaseIfDue();
        // What could not begin when its turn came, because the switch was not ready, and what nobody is left to release.
        for (var more = true; more && Volatile.Read(ref _slots) - _waiting.Count < _mostInMotion;)
            more = (_rate == 0 && BeginOne()) || (Releasing && NoMoreBegin && GoOnWithOldest());
    }

    public void Went(Island island, IslandTurn turn)
    {
        switch (turn)
        {
            case IslandTurn.Up: CameUp(island); break;
            case IslandTurn.Ended: Over(island); break;
            case IslandTurn.Failed: Over(null); break;
        }
    }

    // Nothing is due any more once it is stopped.
    private long Due => Math.Min(Math.Min(_due, _calls), 1 + (long)((_driver.Time.Now - _start) * _rate / TimeSpan.TicksPerSecond));

    private void CameUp(Island island)
    {
        Interlocked.Increment(ref _up);
        if (Releasing && _waiting.IsEmpty)
        {
            island.GoOn();
            return;
        }

        _waiting.Enqueue(island);
        if (Releasing) GoOnWithOldest();
        else if (_rate > 0 || !BeginOne()) ReleaseIfDue();
    }

    private void Over(Island? free)
    {
        if (free is not null) _free.Enqueue(free);
        Interlocked.Decrement(ref _slots);
        Interlocked.Increment(ref _over);
        if (_rate > 0) BeginDue();
        else if (BeginOne()) return;
        if (Releasing) GoOnWithOldest();
        else ReleaseIfDue();
        if (IsOver) _driver.Time.Wake();
    }

    // A call more, where that does not make too many.
    private bool BeginOne()
    {
        if (Interlocked.Increment(ref _slots) <= _concurrency && Begin(_driver.Time.Now)) return true;
        Interlocked.Decrement(ref _slots);
        return false;
    }

    private bool Begin(long intended)
    {
        if (_stopping || !_driver.IsReady || !TryTake(out var island)) return false;
        var call = Interlocked.Increment(ref _begun) - 1;
        if (call < _calls)
        {
            island.Begin(call, intended);
            return true;
        }

        Interlocked.Decrement(ref _begun);
        _free.Enqueue(island);
        return false;
    }

    private bool NoneIsFree => Volatile.Read(ref _used) >= _islands.Length && _free.IsEmpty;

    // First those that have had no call yet, then those that have been free longest.
    private bool TryTake([NotNullWhen(true)] out Island? island)
    {
        if (Volatile.Read(ref _used) < _islands.Length && Interlocked.Increment(ref _used) is var used && used <= _islands.Length)
        {
            island = _islands[used - 1];
            return true;
        }

        return _free.TryDequeue(out island);
    }

    private void BeginDue()
    {
        lock (_beginning)
        {
            while (!NoMoreBegin && Begun < Due)
            {
                Interlocked.Increment(ref _slots);
                if (Begin(_start + (long)(Begun * TimeSpan.TicksPerSecond / _rate))) continue;
                Interlocked.Decrement(ref _slots);
                return;
            }
        }
    }

    private void ReleaseIfDue()
    {
        if (Releasing) GoOnWithOldest();
        else if (AllAreUp && Interlocked.Exchange(ref _releasing, 1) == 0)
        {
            _driver.AllAreUp();
            for (var i = 0; i < _mostInMotion && GoOnWithOldest(); i++)
            {
            }
        }
    }

    // Nothing has ended before the first release but calls that failed.
    private bool AllAreUp => Volatile.Read(ref _up) >= _concurrency
        || (Volatile.Read(ref _up) + Volatile.Read(ref _over) >= Begun && (NoMoreBegin || NoneIsFree || Volatile.Read(ref _slots) >= _concurrency));

    private bool GoOnWithOldest()
    {
        if (!_waiting.TryDequeue(out var oldest)) return false;
        oldest.GoOn();
        return true;
    }
}
