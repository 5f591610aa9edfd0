using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>An entity as the records so far leave it.</summary>
internal sealed class Entity(EntityId id)
{
    private Dictionary<object, DateTimeOffset>? _timers;

    public EntityId Id => id;

    /// <summary>The position of its last record; 0: it has none.</summary>
    public long Position { get; set; }

    /// <summary>Call, Dn, SharedLine or Watchers; null: as the switch's plan begins, or nothing.</summary>
    public object? State { get; set; }

    /// <summary>What it is to be told at which moment: the number of a ring, or an input.</summary>
    public IReadOnlyDictionary<object, DateTimeOffset> Timers => _timers ?? (IReadOnlyDictionary<object, DateTimeOffset>)Empty;

    private static Dictionary<object, DateTimeOffset> Empty { get; } = [];

    public void Arm(object what, DateTimeOffset due) => (_timers ??= [])[what] = due;

    /// <summary>What an input makes of its timers: the one that fired, and all of them where a DN failed.</summary>
    public void Hear(object? input, bool failed)
    {
        if (_timers is null) return;
        if (failed) _timers.Clear();
        else if (input is CallInput.RingTimedOut struck) _timers.Remove(struck.Ring);
        else if (input is DnInput.HabitDue or DnInput.SeizureTimedOut) _timers.Remove(input);
    }

    /// <summary>What an output makes of its timers.</summary>
    public void Decide(object output, DateTimeOffset now)
    {
        switch (output)
        {
            case CallOutput.ArmRing(var ring, var deadline): Arm(ring, deadline); break;
            case CallOutput.DisarmRing(var ring): _timers?.Remove(ring); break;
            case DnOutput.Arm(var after, var input) when after > TimeSpan.Zero: Arm(input, now + after); break;
            case DnOutput.Disarm(var input): _timers?.Remove(input); break;
        }
    }
}

/// <summary>The entities of a run; a call is forgotten when it has stopped.</summary>
internal sealed class Entities
{
    private readonly Dictionary<ConnID, Entity> _calls = [];
    private readonly Dictionary<string, Entity> _dns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityKind, Entity> _others = [];

    public IEnumerable<Entity> All => _calls.Values.Concat(_dns.Values).Concat(_lines.Values).Concat(_others.Values);

    public Entity Of(EntityId id) => Of(id.Kind, NameOf(id));

    public Entity Of(EntityKind kind, object name) => kind switch
    {
        EntityKind.Call => Of(_calls, (ConnID)name, kind),
        EntityKind.Dn => Of(_dns, (string)name, kind),
        EntityKind.Line => Of(_lines, (string)name, kind),
        _ => Of(_others, kind, kind),
    };

    public void Forget(ConnID call) => _calls.Remove(call);

    /// <summary>The name of an entity as records have it: the ConnID of a call.</summary>
    public static object NameOf(EntityId id) => id.Kind == EntityKind.Call && ConnID.TryParse(id.Name, out var call) ? call : id.Name;

    private static Entity Of<TKey>(Dictionary<TKey, Entity> entities, TKey key, EntityKind kind)
        where TKey : notnull
    {
        if (!entities.TryGetValue(key, out var entity)) entities[key] = entity = new Entity(new EntityId(kind, NameOf(key)));
        return entity;
    }

    private static string NameOf<TKey>(TKey key)
        where TKey : notnull => key as string ?? (key as ConnID)?.ToString() ?? "";
}
