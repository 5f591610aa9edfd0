namespace TelephonyActors.Scenarios.Checking;

/// <summary>A list that has one or two items nearly always: those take no object of their own. It is part of whoever has it.</summary>
internal struct Few<T>
    where T : class
{
    private T? _first;
    private T? _second;
    private List<T>? _more;
    private int _count;

    public readonly int Count => _count;

    public readonly T this[int at] => at switch
    {
        0 => _first!,
        1 => _second!,
        _ => _more![at - 2],
    };

    public void Add(T item)
    {
        switch (_count++)
        {
            case 0: _first = item; break;
            case 1: _second = item; break;
            default: (_more ??= []).Add(item); break;
        }
    }

    public void Remove(T item)
    {
        for (var at = 0; at < _count; at++)
        {
            if (!ReferenceEquals(this[at], item)) continue;
            RemoveAt(at);
            return;
        }
    }

    public void RemoveAt(int at)
    {
        if (at >= 2)
        {
            _more!.RemoveAt(at - 2);
        }
        else
        {
            if (at == 0) _first = _second;
            _second = _count > 2 ? _more![0] : null;
            if (_count > 2) _more!.RemoveAt(0);
        }

        _count--;
    }

    public void Clear() => this = default;

    public readonly bool Exists(Predicate<T> match)
    {
        foreach (var item in this)
            if (match(item)) return true;
        return false;
    }

    /// <summary>The items as they are now; what happens to this list meanwhile does not matter.</summary>
    public readonly Few<T> Copy()
    {
        var copy = this;
        if (_more is not null) copy._more = [.. _more];
        return copy;
    }

    public readonly Enumerator GetEnumerator() => new(this);

    public struct Enumerator(Few<T> items)
    {
        private int _at = -1;

        public readonly T Current => items[_at];

        public bool MoveNext() => ++_at < items.Count;
    }
}
