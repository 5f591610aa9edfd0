using Akka.Util;

namespace Akka.Actor;

/// <summary>Why an actor waits for children that it has stopped.</summary>
internal enum SuspendReason
{
    /// <summary>They were stopped by the actor; it does not wait.</summary>
    UserRequest,
    Recreation,
    Creation,
    Termination,
}

/// <summary>
/// The children of an actor, linked through the children themselves, in the order of their creation. Guarded by a lock
/// on itself: selections and <c>ActorSystem.ActorOf</c> come from any thread.
/// </summary>
internal sealed class ChildList
{
    private readonly ChildNames _named = new();
    private ActorCell _last;
    private long _nextName;
    private int _dying;

    public ActorCell First { get; private set; }
    public int Count { get; private set; }
    public SuspendReason Reason { get; private set; }

    /// <summary>What a restart that waits for children was caused by.</summary>
    public Exception RecreationCause { get; private set; }

    public bool IsTerminating => _dying > 0 && Reason == SuspendReason.Termination;

    public bool IsNormal => _dying == 0 || Reason == SuspendReason.UserRequest;

    public bool IsWaitingForChildren => _dying > 0 && Reason is SuspendReason.Recreation or SuspendReason.Creation;

    public long NextName() => Interlocked.Increment(ref _nextName) - 1;

    /// <summary>Links a child; its name, unless generated, has to be free.</summary>
    public void Add(ActorCell child, string name)
    {
        lock (this)
        {
            if (IsTerminating)
                throw new InvalidOperationException("Cannot create child while terminating or terminated");
            if (name is not null && !_named.TryAdd(child))
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");

            child.LinkAfter(_last);
            _last = child;
            First ??= child;
            Count++;
        }
    }

    /// <summary>Marks a child as one that the actor waits for if it has to.</summary>
    public void ShallDie(ActorCell child)
    {
        lock (this)
        {
            if (!child.IsChildOf(this) || child.IsDying)
                return;
            if (_dying++ == 0)
                Reason = SuspendReason.UserRequest;
            child.IsDying = true;
        }
    }

    /// <summary>If children are dying, notes why the actor waits for them; false if there is nothing to wait for.</summary>
    public bool TryWait(SuspendReason reason, Exception recreationCause = null)
    {
        lock (this)
        {
            if (_dying == 0)
                return false;
            Reason = reason;
            RecreationCause = recreationCause;
            return true;
        }
    }

    /// <summary>Unlinks a stopped child; true if it was the last one that the actor waited for.</summary>
    public bool Remove(ActorCell child)
    {
        lock (this)
        {
            if (child.IsNamed)
                _named.Remove(child);
            if (ReferenceEquals(First, child))
                First = child.NextSibling;
            if (ReferenceEquals(_last, child))
                _last = child.PreviousSibling;
            child.Unlink();
            Count--;
            if (!child.IsDying)
                return false;
            child.IsDying = false;
            return --_dying == 0;
        }
    }

    public ActorCell Find(string name)
    {
        lock (this)
        {
            if (_named.Find(name) is { } child)
                return child;
            if (name.Length < 2 || name[0] != '$' || !Base64Encoding.TryDecode(name.AsSpan(1), out _))
                return null;
            for (child = First; child is not null; child = child.NextSibling)
            {
                if (!child.IsNamed && child.Name == name)
                    return child;
            }

            return null;
        }
    }

    public ActorCell[] ToArray()
    {
        lock (this)
        {
            if (Count == 0)
                return [];
            var children = new ActorCell[Count];
            var i = 0;
            for (var child = First; child is not null; child = child.NextSibling)
                children[i++] = child;
            return children;
        }
    }
}
