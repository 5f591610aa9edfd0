using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TelephonyActors.CallModel;

/// <summary>The outputs of a turn as they come; nearly every turn has room for its own on the stack.</summary>
internal struct Outputs<T>
    where T : class
{
    private First _first;
    private List<T>? _more;
    private int _count;

    /// <summary>Adds an output before those that stand at a place and behind it.</summary>
    public void Insert(int place, T output)
    {
        Add(output);
        for (var at = _count + (_more?.Count ?? 0) - 1; at > place; at--) this[at] = this[at - 1];
        this[place] = output;
    }

    private T this[int at]
    {
        readonly get => at < First.Room ? _first[at] : _more![at - First.Room];
        set
        {
            if (at < First.Room) _first[at] = value;
            else _more![at - First.Room] = value;
        }
    }

    public void Add(T output)
    {
        if (_count < First.Room) _first[_count++] = output;
        else (_more ??= []).Add(output);
    }

    public readonly ImmutableArray<T> ToImmutable()
    {
        ReadOnlySpan<T> first = _first;
        if (_more is null) return [.. first[.._count]];

        var all = new T[_count + _more.Count];
        first.CopyTo(all);
        _more.CopyTo(all, _count);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    [InlineArray(Room)]
    private struct First
    {
        public const int Room = 8;

        private T _output;
    }
}
