using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Identity and order of references: path and uid.</summary>
public abstract class ActorRefBase : IActorRef
{
    public abstract ActorPath Path { get; }

    /// <summary>The path's uid, without making the path.</summary>
    internal virtual long Uid => Path.Uid;

    public void Tell(object message, IActorRef sender) => TellInternal(message, sender);

    protected abstract void TellInternal(object message, IActorRef sender);

    public override string ToString() => Uid == ActorCell.UndefinedUid ? $"[{Path}]" : $"[{Path}#{Uid}]";

    public bool Equals(IActorRef other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || (this is ActorCell && other is ActorCell))
            return false;
        return Path.Uid == other.Path.Uid && Path.Equals(other.Path);
    }

    public override bool Equals(object obj) => obj is IActorRef other && Equals(other);

    public override int GetHashCode()
    {
        var uid = Uid;
        return uid == ActorCell.UndefinedUid ? Path.GetHashCode() : uid.GetHashCode();
    }

    public int CompareTo(IActorRef other)
    {
        if (other is null)
            return 1;
        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        IActorRef other => CompareTo(other),
        _ => throw new ArgumentException($"Object must be of type IActorRef, found {obj.GetType()} instead.", nameof(obj)),
    };
}

/// <summary>A reference as the kernel sees it.</summary>
public abstract class InternalActorRefBase : ActorRefBase, IInternalActorRef
{
    public abstract IInternalActorRef Parent { get; }
    public abstract IActorRefProvider Provider { get; }
    public abstract bool IsLocal { get; }

    public abstract IActorRef GetChild(IReadOnlyList<string> name);
    public abstract void Resume(Exception causedByFailure = null);
    public abstract void Start();
    public abstract void Stop();
    public abstract void Restart(Exception cause);
    public abstract void Suspend();
    public abstract void SendSystemMessage(ISystemMessage message);
}

/// <summary>A reference without an actor behind it: it ignores what it does not override.</summary>
public abstract class MinimalActorRef : InternalActorRefBase
{
    public override IInternalActorRef Parent => ActorRefs.Nobody;
    public override bool IsLocal => true;

    public override IActorRef GetChild(IReadOnlyList<string> name) =>
        name.All(string.IsNullOrEmpty) ? this : ActorRefs.Nobody;

    public override void Resume(Exception causedByFailure = null)
    {
    }

    public override void Start()
    {
    }

    public override void Stop()
    {
    }

    public override void Restart(Exception cause)
    {
    }

    public override void Suspend()
    {
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
    }
}

/// <summary>The reference to no actor: it swallows everything.</summary>
public sealed class Nobody : MinimalActorRef
{
    public static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/Nobody");

    public override IActorRefProvider Provider => throw new NotSupportedException("Nobody does not provide");
}
