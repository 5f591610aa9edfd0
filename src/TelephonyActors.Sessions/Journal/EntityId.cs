using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>What sort of entity a record is of; the numbers stand in the journal.</summary>
public enum EntityKind
{
    /// <summary>One call.</summary>
    Call = 0,

    /// <summary>A DN or external number.</summary>
    Dn = 1,

    /// <summary>A shared line.</summary>
    Line = 2,

    /// <summary>Call monitoring.</summary>
    Monitoring = 3,

    /// <summary>The parent of the calls, which answers for calls that do not exist.</summary>
    Calls = 4,

    /// <summary>The front door, which answers what is no request of an entity.</summary>
    Front = 5,

    /// <summary>The driver: a mark at each step.</summary>
    Run = 6,
}

/// <summary>An entity of a run, as an export writes it: <c>call/0070028e1a3c4001</c>, <c>dn/60970</c>, <c>monitoring</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Which one: a ConnID or a number; empty where there is one of the kind.</param>
public sealed record EntityId(EntityKind Kind, string Name)
{
    public static EntityId Monitoring { get; } = new(EntityKind.Monitoring, "");

    public static EntityId Calls { get; } = new(EntityKind.Calls, "");

    public static EntityId Front { get; } = new(EntityKind.Front, "");

    public static EntityId Run { get; } = new(EntityKind.Run, "");

    public static EntityId Call(ConnID connID) => new(EntityKind.Call, connID.ToString());

    public static EntityId Dn(string number) => new(EntityKind.Dn, number);

    public static EntityId Line(string number) => new(EntityKind.Line, number);

    /// <summary>Reads what <see cref="ToString"/> wrote; null: it is none.</summary>
    public static EntityId? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? "" : text[(slash + 1)..];
        return (slash < 0 ? text : text[..slash]) switch
        {
            "call" when ConnID.TryParse(name, out _) => new(EntityKind.Call, name),
            "dn" when name.Length > 0 => new(EntityKind.Dn, name),
            "line" when name.Length > 0 => new(EntityKind.Line, name),
            "monitoring" when slash < 0 => Monitoring,
            "calls" when slash < 0 => Calls,
            "front" when slash < 0 => Front,
            "run" when slash < 0 => Run,
            _ => null,
        };
    }

    public override string ToString() => Kind switch
    {
        EntityKind.Call => $"call/{Name}",
        EntityKind.Dn => $"dn/{Name}",
        EntityKind.Line => $"line/{Name}",
        EntityKind.Monitoring => "monitoring",
        EntityKind.Calls => "calls",
        EntityKind.Front => "front",
        _ => "run",
    };
}
