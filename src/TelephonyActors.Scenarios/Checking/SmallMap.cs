namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// A map that has few entries nearly always: those are searched one after the other, and cost nothing while there are none; where
/// there are many it is a dictionary. Entries stay in their order.
/// </summary>
internal struct SmallMap<TKey, TValue>
    where TKey : class, IEquatable<TKey>
    where TValue : class
{
    private const int MostSearched = 8;

    private KeyValuePair<TKey, TValue>[]? _few;
    private Dictionary<TKey, TValue>? _many;
    private int _count;

    public readonly int Count => _many?.Count ?? _count;

    public readonly TValue? Find(TKey key)
    {
        if (_many is not null) return _many.GetValueOrDefault(key);
        var at = IndexOf(key);
        return at < 0 ? null : _few![at].Value;
    }

    /// <summary>Adds an entry whose key is not there.</summary>
    public void Add(TKey key, TValue value)
    {
        if (_many is not null)
        {
            _many.Add(key, value);
            return;
        }

        if (_count == MostSearched)
        {
            _many = new Dictionary<TKey, TValue>(_few!) { { key, value } };
            (_few, _count) = (null, 0);
            return;
        }

        if (_few is null) _few = new KeyValuePair<TKey, TValue>[2];
        else if (_few.Length == _count) Array.Resize(ref _few, _count * 2);
        _few[_count++] = new(key, value);
    }

    public void Remove(TKey key)
    {
        if (_many is not null)
        {
            _many.Remove(key);
            return;
        }

        var at = IndexOf(key);
        if (at < 0) return;
        _few.AsSpan(at + 1, --_count - at).CopyTo(_few.AsSpan(at));
        _few![_count] = default;
        if (_count == 0) _few = null;
    }

    /// <summary>The values as they are now; what happens to the map meanwhile does not matter.</summary>
    public readonly List<TValue> ToList()
    {
        if (_many is not null) return [.. _many.Values];
        var list = new List<TValue>(_count);
        for (var at = 0; at < _count; at++) list.Add(_few![at].Value);
        return list;
    }

    private readonly int IndexOf(TKey key)
    {
        for (var at = 0; at < _count; at++)
        {
            var known = _few![at].Key;
            if (ReferenceEquals(known, key) || known.Equals(key)) return at;
        }

        return -1;
    }
}
