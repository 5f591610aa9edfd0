namespace TelephonyActors.CallModel.Tests.World;

/// <summary>
/// One entity of the composition, as its actor is one: a mailbox, first come first served, and a decider whose outputs it performs.
/// </summary>
internal abstract class Entity(string name, ModelWorld world)
{
    private readonly Queue<(long Stamp, object Message)> _mailbox = [];
    private bool _fails;

    public string Name { get; } = name;

    public bool HasMail => _mailbox.Count > 0;

    public long OldestStamp => _mailbox.Peek().Stamp;

    protected ModelWorld World { get; } = world;

    public void Tell(object message)
    {
        _mailbox.Enqueue((World.NextStamp(), message));
        if (_mailbox.Count == 1) World.Runs(this);
    }

    /// <summary>The entity fails while it handles its next message, whatever that is.</summary>
    public void FailOnNext() => _fails = true;

    /// <summary>Forgets a failure that has not happened.</summary>
    public void Recover() => _fails = false;

    public void TakeNext()
    {
        var (_, message) = _mailbox.Dequeue();
        if (_mailbox.Count == 0) World.Idles(this);
        if (message is Failure(var inHand)) FailWith(inHand);
        else if (_fails) FailWith(message);
        else Handle(message);
    }

    protected abstract void Handle(object message);

    /// <summary>What the actor does before it is restarted.</summary>
    protected abstract void Fail(object? inHand);

    private void FailWith(object? inHand)
    {
        _fails = false;
        Fail(inHand);
        // The timers of an actor do not outlive its restart.
        World.Timers.DisarmAll(this);
    }
}

/// <summary>Makes the entity that receives it fail while it handles <paramref name="InHand"/> (null: nothing).</summary>
internal sealed record Failure(object? InHand);
