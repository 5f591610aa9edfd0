namespace TelephonyActors.Scenarios.Checking;

/// <summary>A list that has one or two items nearly always: those take no object of their own. It is part of whoever has it.</summary>
internal struct Few<T>
    where T : class
{
    // Filled in this order, without a gap.
    private T? _first;
    private T? _second;
    private List<T>? _more;

    public readonly int Count => _first is null ? 0 : _second is null ? 1 : 2 + (_more?.Count ?? 0);

    public readonly T this[int at] => at switch
    {
        0 => _first!,
        1 => _second!,
        _ => _more![at - 2],
    };

    public void Add(T item)
    {
        if (_first is null) _first = item;
        else if (_second is null) _second = item;
        else (_more ??= []).Add(item);
    }

    public void Remove(T item)
    {
        for (var at = 0; at < Count; at++)
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
            return;
        }

        if (at == 0) _first = _second;
        _second = null;
        if (_more is not { Count: > 0 }) return;
        _second = _more[0];
        _more.RemoveAt(0);
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

        public bool MoveNext() => ++_at switch
        {
            0 => items._first is not null,
            1 => items._second is not null,
            _ => items._more is { } more && _at - 2 < more.Count,
        };
    }
}
