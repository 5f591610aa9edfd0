namespace Akka.Dispatch;

/// <summary>
/// Turns that are due on one worker, first in, first out. The worker alone adds, at the tail; it takes from the head, and so may
/// others, half of what is there at a time. As long as no other does, it costs the worker no traffic between processors.
/// </summary>
internal sealed class TurnRing
{
    private const int Capacity = 1024;
    private const int Mask = Capacity - 1;

    // In a struct, so that storing needs no look at the array's type.
    private readonly Slot[] _slots = new Slot[Capacity];

    // They only grow, and wrap around. A slot is the worker's again once the head has passed it.
    private int _head;
    private int _tail;

    public bool IsEmpty => Volatile.Read(ref _tail) == Volatile.Read(ref _head);

    /// <summary>Adds a turn; false if there is no room. For the worker itself.</summary>
    public bool TryAdd(IRunnable run)
    {
        var tail = _tail;
        if (tail - Volatile.Read(ref _head) == Capacity)
            return false;

        _slots[tail & Mask].Run = run;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    /// <summary>Takes the first turn. For the worker itself.</summary>
    public bool TryTake(out IRunnable run)
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            if (head == _tail)
            {
                run = null;
                return false;
            }

            run = _slots[head & Mask].Run;
            if (Interlocked.CompareExchange(ref _head, head + 1, head) != head)
                continue;
            _slots[head & Mask].Run = null;
            return true;
        }
    }

    /// <summary>Moves the first half of this ring into an empty one. For the worker of that one.</summary>
    public void MoveHalfTo(TurnRing other)
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            var there = Volatile.Read(ref _tail) - head;
            var count = there - there / 2;
            if (count <= 0)
                return;

            // What is read here may be overwritten meanwhile, but then the head has moved.
            var tail = other._tail;
            for (var i = 0; i < count; i++)
                other._slots[(tail + i) & Mask] = _slots[(head + i) & Mask];
            if (Interlocked.CompareExchange(ref _head, head + count, head) != head)
                continue;
            Volatile.Write(ref other._tail, tail + count);
            return;
        }
    }

    private struct Slot
    {
        public IRunnable Run;
    }
}
