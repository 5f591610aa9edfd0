namespace TelephonyActors.Scenarios.Checking;

/// <summary>What is the key of a value in a <see cref="SmallMap{TKey, TValue, TKeys}"/>.</summary>
internal interface IKeys<TKey, TValue>
{
    static abstract TKey Of(TValue value);

    static abstract bool Is(TValue value, TKey key);
}

/// <summary>
/// A map of values that know their keys, which has few nearly always: those are searched one after the other, and cost nothing while
/// there are none; where there are many it is a dictionary. Values stay in their order.
/// </summary>
internal struct SmallMap<TKey, TValue, TKeys>
    where TKey : class
    where TValue : class
    where TKeys : struct, IKeys<TKey, TValue>
{
    private const int MostSearched = 8;

    private Few<TValue> _few;
    private Dictionary<TKey, TValue>? _many;

    public readonly int Count => _many?.Count ?? _few.Count;

    public readonly TValue? Find(TKey key)
    {
        if (_many is not null) return _many.GetValueOrDefault(key);
        for (var at = 0; at < _few.Count; at++)
            if (TKeys.Is(_few[at], key)) return _few[at];
        return null;
    }

    /// <summary>Adds a value whose key is not there.</summary>
    public void Add(TValue value)
    {
        if (_many is not null)
        {
            _many.Add(TKeys.Of(value), value);
        }
        else if (_few.Count < MostSearched)
        {
            _few.Add(value);
        }
        else
        {
            _many = [];
            foreach (var known in _few) _many.Add(TKeys.Of(known), known);
            _many.Add(TKeys.Of(value), value);
            _few.Clear();
        }
    }

    public void Remove(TKey key)
    {
        if (_many is not null) _many.Remove(key);
        else if (Find(key) is { } value) _few.Remove(value);
    }

    /// <summary>The values as they are now; what happens to the map meanwhile does not matter.</summary>
    public readonly Few<TValue> Values
    {
        get
        {
            if (_many is null) return _few.Copy();
            var all = default(Few<TValue>);
            foreach (var value in _many.Values) all.Add(value);
            return all;
        }
    }
}
