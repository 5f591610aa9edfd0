using System.Diagnostics.CodeAnalysis;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>
/// Islands in the order in which they came. An island is in one queue at most, and knows who comes behind it, so that a million of them
/// take no room of their own.
/// </summary>
internal sealed class IslandQueue
{
    private readonly Lock _lock = new();
    private Island? _first;
    private Island? _last;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public bool IsEmpty => Count == 0;

    public void Enqueue(Island island)
    {
        lock (_lock)
        {
            if (_last is null) _first = island;
            else _last.Behind = island;
            _last = island;
            _count++;
        }
    }

    public bool TryDequeue([NotNullWhen(true)] out Island? island)
    {
        island = null;
        if (IsEmpty) return false;

        lock (_lock)
        {
            if (_first is null) return false;

            island = _first;
            (_first, island.Behind) = (island.Behind, null);
            if (_first is null) _last = null;
            _count--;
            return true;
        }
    }
}
