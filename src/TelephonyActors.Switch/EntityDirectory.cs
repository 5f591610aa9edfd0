using Akka.Actor;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Switch;

/// <summary>
/// Where the DNs, or the shared lines, of a switch are, so that whoever has something for one tells it directly. Until their parent has
/// made them all and passed on what came to it meanwhile, messages go through the parent: between any two the order stays. The only
/// place that knows of references; where entities are sharded, the region stands here for all of them.
/// </summary>
internal sealed class EntityDirectory(SwitchPlan plan)
{
    private readonly Lock _opening = new();

    // Each at the place of its number; nothing where there is none of the kind.
    private IActorRef?[] _entities = [];
    private int _atParent;
    private bool _made;
    private volatile bool _open;

    /// <summary>The parent of the entities; set once, before the first message.</summary>
    public IActorRef Parent { get; set; } = ActorRefs.Nobody;

    public void Tell(string entity, object input)
    {
        if (!_open && TellParent(entity, input)) return;

        if (Find(entity) is { } reference) reference.Tell(input, ActorRefs.NoSender);
        else Parent.Tell(new Routed(entity, input), ActorRefs.NoSender);
    }

    /// <summary>The parent has made one.</summary>
    public void Add(string entity, IActorRef reference)
    {
        var place = plan.PlaceOf(entity);
        if (place >= _entities.Length) Array.Resize(ref _entities, plan.Count);
        _entities[place] = reference;
    }

    /// <summary>The parent has made them all.</summary>
    public void Open()
    {
        lock (_opening) (_made, _open) = (true, _atParent == 0);
    }

    /// <summary>The parent passes on what went through it; false where there is no such entity.</summary>
    public bool Pass(Routed routed)
    {
        var reference = Find(routed.Entity);
        reference?.Tell(routed.Input, ActorRefs.NoSender);
        lock (_opening)
        {
            if (_atParent > 0 && --_atParent == 0) _open = _made;
        }

        return reference is not null;
    }

    private IActorRef? Find(string entity)
    {
        var place = plan.PlaceOf(entity);
        return (uint)place < (uint)_entities.Length ? _entities[place] : null;
    }

    private bool TellParent(string entity, object input)
    {
        lock (_opening)
        {
            if (_open) return false;

            _atParent++;
            Parent.Tell(new Routed(entity, input), ActorRefs.NoSender);
            return true;
        }
    }
}

/// <summary>For the entity of this number, through its parent.</summary>
internal sealed record Routed(string Entity, object Input);
