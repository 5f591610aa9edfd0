using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>
/// The calls of a DN in the order in which they came, and what they leave of it for another. One call, which is what nearly every DN in
/// a call has, takes no list of its own.
/// </summary>
[CollectionBuilder(typeof(DnCalls), nameof(Of))]
public readonly struct DnCalls : IReadOnlyList<DnCall>, IEquatable<DnCalls>
{
    // null: none; a DnCall; or an array of several.
    private readonly object? _calls;

    private DnCalls(object? calls) => _calls = calls;

    public int Length => _calls switch
    {
        null => 0,
        DnCall[] several => several.Length,
        _ => 1,
    };

    public bool IsEmpty => _calls is null;

    int IReadOnlyCollection<DnCall>.Count => Length;

    public DnCall this[int at] => _calls is DnCall[] several ? several[at] : Unsafe.As<DnCall>(_calls)!;

    public static DnCalls Of(ReadOnlySpan<DnCall> calls) => calls.Length switch
    {
        0 => default,
        1 => new(calls[0]),
        _ => new(calls.ToArray()),
    };

    public DnCall? Find(ConnID connID)
    {
        foreach (var call in this)
            if (call.ConnID == connID) return call;
        return null;
    }

    public DnCalls Add(DnCall call) => _calls switch
    {
        null => new(call),
        DnCall one => new(new[] { one, call }),
        _ => new((DnCall[])[.. (DnCall[])_calls, call]),
    };

    public DnCalls With(DnCall call, DnCall changed) =>
        _calls is DnCall[] several ? new(Array.ConvertAll(several, each => ReferenceEquals(each, call) ? changed : each)) : new(changed);

    public DnCalls Without(DnCall call) => _calls is DnCall[] several ? Of(Array.FindAll(several, each => !ReferenceEquals(each, call))) : default;

    public ImmutableArray<DnCall> ToImmutableArray() => [.. this];

    /// <summary>
    /// Whether it has a call that is neither held nor ringing, or a phone off the hook (contract, phone actions), beside the one given.
    /// An external number takes any number of calls.
    /// </summary>
    public bool Engage(DnKind kind, Hook hook, ConnID? beside)
    {
        if (kind == DnKind.External) return false;
        if (hook is not Hook.On) return true;
        foreach (var call in this)
            if (call.IsActive && call.ConnID != beside) return true;
        return false;
    }

    /// <summary>How many of its lines are taken: by calls of its own number, by one it dials, and by a phone off the hook.</summary>
    public int Take(Hook hook, InHand inHand)
    {
        var taken = hook is Hook.Off || inHand is InHand.Dialing { Seat: null, Consults: false } ? 1 : 0;
        foreach (var call in this)
            if (call is { Seat: null, Consults: false }) taken++;
        return taken;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<DnCall> IEnumerable<DnCall>.GetEnumerator()
    {
        foreach (var call in this) yield return call;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<DnCall>)this).GetEnumerator();

    /// <summary>Whether they are the same list, as two immutable arrays would be.</summary>
    public bool Equals(DnCalls other) => ReferenceEquals(_calls, other._calls);

    public override bool Equals(object? obj) => obj is DnCalls other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_calls);

    public static bool operator ==(DnCalls left, DnCalls right) => left.Equals(right);

    public static bool operator !=(DnCalls left, DnCalls right) => !left.Equals(right);

    /// <summary>Goes through them in their order.</summary>
    public struct Enumerator(DnCalls calls)
    {
        private int _at = -1;

        public readonly DnCall Current => calls[_at];

        public bool MoveNext() => ++_at < calls.Length;
    }
}
