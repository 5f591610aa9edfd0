namespace TelephonyActors.CallModel.Tests.World;

/// <summary>Picks the entity that takes its next message: a composition of deciders must be right whatever the pick.</summary>
internal interface IChooser
{
    /// <param name="runnable">The entities with mail, never empty, in the order in which they were made.</param>
    Entity Next(IReadOnlyList<Entity> runnable);
}

/// <summary>The oldest message first, as if each message took no time: the order in which a spec reads.</summary>
internal sealed class OldestFirst : IChooser
{
    public Entity Next(IReadOnlyList<Entity> runnable)
    {
        var next = runnable[0];
        foreach (var entity in runnable)
            if (entity.OldestStamp < next.OldestStamp) next = entity;
        return next;
    }
}

/// <summary>One interleaving for one seed (SplitMix64), the same on every machine.</summary>
internal sealed class Seeded(ulong seed) : IChooser
{
    private ulong _state = seed;

    public Entity Next(IReadOnlyList<Entity> runnable)
    {
        if (runnable.Count == 1) return runnable[0];

        _state += 0x9e3779b97f4a7c15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return runnable[(int)((mixed ^ (mixed >> 31)) % (ulong)runnable.Count)];
    }
}
