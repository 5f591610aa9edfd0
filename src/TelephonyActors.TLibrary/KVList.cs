using System.Collections;
using System.Collections.Immutable;

namespace TelephonyActors.TLibrary;

/// <summary>
/// A key-value list: UserData, Extensions, Reasons. Pairs keep their order; keys are unique. A value is a string, a
/// <see cref="long"/>, a <see cref="bool"/>, a <see cref="KVList"/>, or an ImmutableArray of such values. Two lists are equal when
/// they hold the same pairs, in whatever order.
/// </summary>
public sealed class KVList : IReadOnlyList<KeyValuePair<string, object>>, IEquatable<KVList>
{
    private readonly ImmutableArray<KeyValuePair<string, object>> _pairs;

    private KVList(ImmutableArray<KeyValuePair<string, object>> pairs) => _pairs = pairs;

    public static KVList Empty { get; } = new([]);

    public int Count => _pairs.Length;

    public KeyValuePair<string, object> this[int index] => _pairs[index];

    /// <summary>The value of a key, null where there is no such key.</summary>
    public object? this[string key]
    {
        get
        {
            foreach (var pair in _pairs)
                if (pair.Key == key) return pair.Value;
            return null;
        }
    }

    public static KVList Of(params ReadOnlySpan<(string Key, object Value)> pairs)
    {
        var list = Empty;
        foreach (var (key, value) in pairs) list = list.With(key, value);
        return list;
    }

    /// <summary>The list of pairs whose keys are known to be unique.</summary>
    internal static KVList OfUnique(ImmutableArray<KeyValuePair<string, object>> pairs) => new(pairs);

    /// <summary>This list with the pair added, or replaced where the key is there.</summary>
    public KVList With(string key, object value)
    {
        var pair = KeyValuePair.Create(key, value);
        for (var at = 0; at < _pairs.Length; at++)
            if (_pairs[at].Key == key) return new KVList(_pairs.SetItem(at, pair));
        return new KVList(_pairs.Add(pair));
    }

    /// <summary>This list with all pairs of another added or replaced (TAttachUserData, TUpdateUserData).</summary>
    public KVList With(KVList other)
    {
        var list = this;
        foreach (var (key, value) in other._pairs) list = list.With(key, value);
        return list;
    }

    /// <summary>This list without a key; itself where the key is not there.</summary>
    public KVList Without(string key)
    {
        for (var at = 0; at < _pairs.Length; at++)
            if (_pairs[at].Key == key) return new KVList(_pairs.RemoveAt(at));
        return this;
    }

    public bool Equals(KVList? other)
    {
        if (other is null || other.Count != Count) return false;
        foreach (var (key, value) in _pairs)
            if (!ValueEquals(value, other[key])) return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as KVList);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var (key, _) in _pairs) hash ^= string.GetHashCode(key, StringComparison.Ordinal);
        return hash;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object>>)_pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool ValueEquals(object? left, object? right) => (left, right) switch
    {
        (ImmutableArray<object> a, ImmutableArray<object> b) => a.Length == b.Length && a.Zip(b).All(both => ValueEquals(both.First, both.Second)),
        _ => Equals(left, right),
    };
}
