namespace TelephonyActors.Switch;

/// <summary>The name of an entity's actor: its number, but for '#', which cannot stand in an actor path.</summary>
public static class EntityNames
{
    public static string Of(string number) => number.Replace("#", "%23", StringComparison.Ordinal);
}
