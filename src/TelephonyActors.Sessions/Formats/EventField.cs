using System.Reflection;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>An attribute of an event on the wire.</summary>
internal abstract class EventField
{
    /// <summary>Whether the attribute is the same in both events; null is an event without attributes.</summary>
    public abstract bool Same(TEvent left, TEvent? right);

    public abstract bool IsAbsent(TEvent from);

    /// <summary>Writes the value, which is there.</summary>
    public abstract void Write(WireWriter to, TEvent value);

    public abstract void Read(WireReader from, TEvent into);

    public abstract void Clear(TEvent into);

    /// <summary>Whether the attribute is what all events of the call bear.</summary>
    public abstract bool Same(TEvent left, CallAttributes call);

    // An event is immutable to everybody but to whoever is just reading it.
    internal static Action<TEvent, TValue> SetterOf<TValue>(string property) =>
        Property(property).SetMethod!.CreateDelegate<Action<TEvent, TValue>>();

    private protected static Func<TEvent, TValue> GetterOf<TValue>(string property) =>
        Property(property).GetMethod!.CreateDelegate<Func<TEvent, TValue>>();

    private static PropertyInfo Property(string name) => typeof(TEvent).GetProperty(name)!;
}

/// <summary>An attribute that is an object.</summary>
internal sealed class ObjectField<T>(string property, Codec<T> codec, Func<CallAttributes, T?>? ofCall = null) : EventField
    where T : class
{
    private readonly Func<TEvent, T?> _get = GetterOf<T?>(property);
    private readonly Action<TEvent, T?> _set = SetterOf<T?>(property);

    public override bool Same(TEvent left, TEvent? right) => Same(_get(left), right is null ? null : _get(right));

    public override bool Same(TEvent left, CallAttributes call) => Same(_get(left), ofCall!(call));

    public override bool IsAbsent(TEvent from) => _get(from) is null;

    public override void Write(WireWriter to, TEvent value) => codec.Write(to, _get(value)!);

    public override void Read(WireReader from, TEvent into) => _set(into, codec.Read(from));

    public override void Clear(TEvent into) => _set(into, null);

    private bool Same(T? left, T? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && codec.Same(left, right));
}

/// <summary>An attribute that is a number, a word or a time.</summary>
internal sealed class ValueField<T>(string property, Codec<T> codec, Func<CallAttributes, T?>? ofCall = null) : EventField
    where T : struct
{
    private readonly Func<TEvent, T?> _get = GetterOf<T?>(property);
    private readonly Action<TEvent, T?> _set = SetterOf<T?>(property);

    public override bool Same(TEvent left, TEvent? right) => Same(_get(left), right is null ? null : _get(right));

    public override bool Same(TEvent left, CallAttributes call) => Same(_get(left), ofCall!(call));

    public override bool IsAbsent(TEvent from) => _get(from) is null;

    public override void Write(WireWriter to, TEvent value) => codec.Write(to, _get(value)!.Value);

    public override void Read(WireReader from, TEvent into) => _set(into, codec.Read(from));

    public override void Clear(TEvent into) => _set(into, null);

    private bool Same(T? left, T? right) => left is { } l && right is { } r ? codec.Same(l, r) : left is null && right is null;
}

/// <summary>The event's name, which every event has.</summary>
internal sealed class NameField(Codec<EventName> codec) : EventField
{
    private readonly Action<TEvent, EventName> _set = SetterOf<EventName>(nameof(TEvent.Event));

    public override bool Same(TEvent left, TEvent? right) => left.Event == right?.Event;

    public override bool Same(TEvent left, CallAttributes call) => false;

    public override bool IsAbsent(TEvent from) => false;

    public override void Write(WireWriter to, TEvent value) => codec.Write(to, value.Event);

    public override void Read(WireReader from, TEvent into) => _set(into, codec.Read(from));

    public override void Clear(TEvent into) => throw new DamagedRecordException("an event in it has no name");
}
