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

    private TValue? _first;
    private TValue? _second;

    // A list of the next ones; where there are many, a dictionary of all.
    private object? _more;

    public readonly int Count => _first is null ? (_more as Dictionary<TKey, TValue>)?.Count ?? 0
        : _second is null ? 1
        : 2 + ((_more as List<TValue>)?.Count ?? 0);

    public readonly TValue? Find(TKey key)
    {
        if (_first is not null && TKeys.Is(_first, key)) return _first;
        if (_second is not null && TKeys.Is(_second, key)) return _second;
        return _more switch
        {
            null => null,
            List<TValue> few => few.Find(value => TKeys.Is(value, key)),
            _ => ((Dictionary<TKey, TValue>)_more).GetValueOrDefault(key),
        };
    }

    /// <summary>Adds a value whose key is not there.</summary>
    public void Add(TValue value)
    {
        if (_more is Dictionary<TKey, TValue> many) many.Add(TKeys.Of(value), value);
        else if (_first is null) _first = value;
        else if (_second is null) _second = value;
        else if (Count < MostSearched) ((List<TValue>)(_more ??= new List<TValue>())).Add(value);
        else BecomeMany(value);
    }

    public void Remove(TKey key)
    {
        if (_more is Dictionary<TKey, TValue> many) many.Remove(key);
        else if (_first is not null && TKeys.Is(_first, key)) (_first, _second) = (_second, TakeNext());
        else if (_second is not null && TKeys.Is(_second, key)) _second = TakeNext();
        else (_more as List<TValue>)?.RemoveAll(value => TKeys.Is(value, key));
    }

    /// <summary>The values as they are now; what happens to the map meanwhile does not matter.</summary>
    public readonly Few<TValue> Values
    {
        get
        {
            var all = default(Few<TValue>);
            if (_first is not null) all.Add(_first);
            if (_second is not null) all.Add(_second);
            if (_more is List<TValue> few)
                foreach (var value in few) all.Add(value);
            if (_more is Dictionary<TKey, TValue> many)
                foreach (var value in many.Values) all.Add(value);
            return all;
        }
    }

    // The second one has gone, or moved up.
    private readonly TValue? TakeNext()
    {
        if (_more is not List<TValue> { Count: > 0 } few) return null;
        var next = few[0];
        few.RemoveAt(0);
        return next;
    }

    private void BecomeMany(TValue value)
    {
        Dictionary<TKey, TValue> many = [];
        foreach (var known in Values) many.Add(TKeys.Of(known), known);
        many.Add(TKeys.Of(value), value);
        (_first, _second, _more) = (null, null, many);
    }
}
