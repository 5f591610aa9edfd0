using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TelephonyActors.TLibrary;

/// <summary>An attribute of T-Library: its name, the key in JSON and in scenarios, and the kind of its values.</summary>
public abstract class TAttribute
{
    private protected TAttribute(string name, AttributeKind kind, AttributeKind? readAs)
    {
        Name = name;
        Kind = kind;
        ReadAs = readAs ?? kind;
    }

    public string Name { get; }

    public AttributeKind Kind { get; }

    /// <summary>What the reader of JSON insists on; less than the kind where somebody else judges the text (a request's ConnID).</summary>
    internal AttributeKind ReadAs { get; }

    /// <summary>Where in its set the attribute stands, from 0.</summary>
    internal int Place { get; set; }

    public override string ToString() => Name;
}

/// <summary>An attribute of an event, a request or a line of a log, with the way to its value there.</summary>
public sealed class TAttribute<TMessage> : TAttribute
{
    private readonly Func<TMessage, object?> _valueOf;

    internal TAttribute(string name, AttributeKind kind, Func<TMessage, object?> valueOf, AttributeKind? readAs = null)
        : base(name, kind, readAs) => _valueOf = valueOf;

    /// <summary>The attribute's value in a message, null where the message does not have it.</summary>
    public object? ValueOf(TMessage message) => _valueOf(message);
}

/// <summary>The attributes that one sort of message can have, by name.</summary>
public abstract class AttributeSet
{
    private readonly ImmutableArray<TAttribute> _all;
    private readonly FrozenDictionary<string, int> _places;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _placesBySpan;

    private protected AttributeSet(ImmutableArray<TAttribute> all)
    {
        _all = all;
        for (var place = 0; place < all.Length; place++) all[place].Place = place;
        Names = string.Join(", ", all.Select(attribute => attribute.Name));
        _places = all.ToFrozenDictionary(attribute => attribute.Name, attribute => attribute.Place, StringComparer.Ordinal);
        _placesBySpan = _places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The names, as the end of a sentence that says what is allowed.</summary>
    public string Names { get; }

    internal int Count => _all.Length;

    internal TAttribute this[int place] => _all[place];

    internal int PlaceOf(ReadOnlySpan<char> name) => _placesBySpan.TryGetValue(name, out var place) ? place : -1;
}

/// <summary>The attributes that one sort of message can have, in the order in which JSON has them, and by name.</summary>
public sealed class AttributeSet<TMessage> : AttributeSet
{
    internal AttributeSet(params ImmutableArray<TAttribute<TMessage>> all)
        : base(ImmutableArray<TAttribute>.CastUp(all)) => All = all;

    public ImmutableArray<TAttribute<TMessage>> All { get; }

    /// <summary>The attribute of a name, exactly as T-Library spells it.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out TAttribute<TMessage>? attribute)
    {
        var place = PlaceOf(name);
        attribute = place < 0 ? null : All[place];
        return attribute is not null;
    }
}
