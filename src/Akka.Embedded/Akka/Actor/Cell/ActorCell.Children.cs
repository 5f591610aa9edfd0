using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    // These belong to the parent's turns.
    private ChildFlags _childFlags;

    [Flags]
    private enum ChildFlags : byte
    {
        None = 0,
        Linked = 1,
        Dying = 2,
        Named = 4,
        Watched = 8,
        TerminatedQueued = 16,
        Async = 32,
    }

    internal ActorCell NextSibling => _nextSibling;
    internal ActorCell PreviousSibling => _previousSibling;
    internal bool IsNamed => IsSet(ChildFlags.Named);

    internal bool IsDying
    {
        get => IsSet(ChildFlags.Dying);
        set => Set(ChildFlags.Dying, value);
    }

    private ChildList Children => ExtensionOrNull?.Children;

    public IActorRef Child(string name) => (IActorRef)Children?.Find(name) ?? ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => Children?.ToArray() ?? [];

    public void Stop(IActorRef child)
    {
        // One that has not been started yet will not stop either, so nobody may wait for it.
        if (child is ActorCell cell && IsMyChild(cell) && !cell.IsSet(ChildFlags.Async))
            Children.ShallDie(cell);
        ((IInternalActorRef)child).Stop();
    }

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        for (var i = 0; i < name.Count; i++)
        {
            if (current is not ActorCell cell)
                return current.GetChild(name.Skip(i).ToArray());
            current = name[i] switch
            {
                ".." => cell.Parent,
                "" => cell,
                var element => cell.GetSingleChild(element),
            };
        }

        return current;
    }

    internal IInternalActorRef GetSingleChild(string name)
    {
        var (plain, uid) = ActorPath.SplitUid(name);
        if (Parent is not ActorCell && SystemImpl.FindRootChild(plain) is { } rootChild)
            return rootChild;
        var child = Children?.Find(plain);
        return child is not null && (uid == UndefinedUid || uid == child.Uid) ? child : ActorRefs.Nobody;
    }

    internal bool IsChildOf(ChildList list) => IsSet(ChildFlags.Linked) && ReferenceEquals(((ActorCell)Parent).Children, list);

    internal void LinkAfter(ActorCell previous)
    {
        _previousSibling = previous;
        if (previous is not null)
            previous._nextSibling = this;
        Set(ChildFlags.Linked, true);
    }

    internal void Unlink()
    {
        if (_previousSibling is not null)
            _previousSibling._nextSibling = _nextSibling;
        if (_nextSibling is not null)
            _nextSibling._previousSibling = _previousSibling;
        _nextSibling = null;
        _previousSibling = null;
        Set(ChildFlags.Linked, false);
    }

    /// <summary>
    /// Makes a child. One made from outside a turn (<paramref name="async"/>) starts when the parent gets to it, as the
    /// parent's state is its own.
    /// </summary>
    internal ActorCell MakeChild(Props props, string name, bool async)
    {
        if (name is not null)
            CheckName(name);
        if ((_flags & CellFlags.ChildrenTerminated) != 0 || Children is { IsTerminating: true })
            throw new InvalidOperationException("Cannot create child while terminating or terminated");

        var dispatcher = SystemImpl.DispatcherFor(props, Path, name);
        var children = Extension.Children ?? MakeChildList();
        var child = new ActorCell(this, props, dispatcher, name, name is null ? children.NextName() : 0);
        child.Set(ChildFlags.Named, name is not null);
        child.Set(ChildFlags.Async, async);
        children.Add(child, name);

        if (async)
        {
            SendSystemMessage(new Supervise(child));
            return child;
        }

        if (Perpetrator is not null)
        {
            for (var i = 0; i < SuspendCount; i++)
                child.Suspend();
        }

        child.Start();
        return child;
    }

    /// <summary>Makes one of the root's children; it is started by its maker.</summary>
    internal ActorCell MakeGuardian(Props props, MessageDispatcher dispatcher, string name)
    {
        var guardian = new ActorCell(this, props, dispatcher, name, 0);
        guardian.Set(ChildFlags.Named, true);
        MakeChildList().Add(guardian, name);
        return guardian;
    }

    private static void CheckName(string name)
    {
        if (name.Length == 0)
            throw new InvalidActorNameException("Actor name must not be empty.");
        if (!ActorPath.IsValidPathElement(name))
            throw new InvalidActorNameException($"Illegal actor name [{name}]. {ActorPath.ValidActorNameDescription}");
    }

    private bool IsSet(ChildFlags flag) => (_childFlags & flag) != 0;

    private void Set(ChildFlags flag, bool value) => _childFlags = value ? _childFlags | flag : _childFlags & ~flag;

    private ChildList MakeChildList()
    {
        Interlocked.CompareExchange(ref Extension.Children, new ChildList(), null);
        return Extension.Children;
    }

    private bool IsMyChild(IActorRef actor) =>
        actor is ActorCell cell && ReferenceEquals(cell.Parent, this) && cell.IsSet(ChildFlags.Linked);

    private void StartSupervised(ActorCell child)
    {
        if (Children is { IsTerminating: true })
            return;
        if (IsMyChild(child) && child.IsSet(ChildFlags.Async))
        {
            child.Set(ChildFlags.Async, false);
            child.Start();
        }
    }

    private ChildRestartStats StatsOf(ActorCell child) => child.Extension.RestartStats ??= new ChildRestartStats(child);

    private void StopChildren()
    {
        foreach (var child in (ActorCell[])GetChildren())
            Stop(child);
    }

    private void SuspendChildren(IReadOnlyCollection<IActorRef> except)
    {
        foreach (var child in (ActorCell[])GetChildren())
        {
            if (!except.Contains(child))
                child.Suspend();
        }
    }

    private void ResumeChildren(Exception causedByFailure, IActorRef perpetrator)
    {
        foreach (var child in (ActorCell[])GetChildren())
            child.Resume(child.Equals(perpetrator) ? causedByFailure : null);
    }

    private void HandleChildTerminated(ActorCell child)
    {
        var children = Children;
        var reason = children.Reason;
        if (!children.Remove(child))
            return;
        switch (reason)
        {
            case SuspendReason.Recreation:
                FinishRecreate(children.RecreationCause, _actor);
                break;
            case SuspendReason.Creation:
                FinishCreate();
                break;
            case SuspendReason.Termination:
                FinishTerminate();
                break;
        }
    }
}
