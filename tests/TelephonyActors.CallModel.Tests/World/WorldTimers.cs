namespace TelephonyActors.CallModel.Tests.World;

/// <summary>
/// The timers of all entities in virtual time. A message that has come due is not called back by a disarming that comes after it:
/// deciders must not mind (a local scheduler may discard it, one on another node cannot).
/// </summary>
internal sealed class WorldTimers
{
    private readonly List<Timer> _timers = [];
    private long _armed;

    /// <summary>Whose timers are armed, and what each would tell.</summary>
    public IEnumerable<(Entity Entity, object Message, DateTimeOffset Due)> Armed => _timers.Select(timer => (timer.Entity, timer.Message, timer.Due));

    /// <summary>When the next one is due; null: none is armed.</summary>
    public DateTimeOffset? Next => _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);

    /// <summary>The same key again replaces the timer.</summary>
    public void Arm(Entity entity, object key, object message, DateTimeOffset due)
    {
        Disarm(entity, key);
        _timers.Add(new Timer(entity, key, message, due, ++_armed));
    }

    public void Disarm(Entity entity, object key) => _timers.RemoveAll(timer => timer.Entity == entity && timer.Key.Equals(key));

    public void DisarmAll(Entity entity) => _timers.RemoveAll(timer => timer.Entity == entity);

    /// <summary>Sends what is due at this moment or before, in the order of the moments.</summary>
    public void Fire(DateTimeOffset now)
    {
        foreach (var timer in _timers.Where(timer => timer.Due <= now).OrderBy(timer => timer.Due).ThenBy(timer => timer.Order).ToList())
        {
            _timers.Remove(timer);
            timer.Entity.Tell(timer.Message);
        }
    }

    private sealed record Timer(Entity Entity, object Key, object Message, DateTimeOffset Due, long Order);
}
