using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public sealed partial class ActorCell
{
    public IActorRef Watch(IActorRef subject) => WatchFor(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WatchFor(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var watchee = (IInternalActorRef)subject;
        if (!Equals(watchee) && StopWatching(watchee, out _))
            watchee.SendSystemMessage(new Unwatch(watchee, this));
        TakeTerminated(watchee, out _);
        return watchee;
    }

    private IActorRef WatchFor(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var watchee = (IInternalActorRef)subject;
        if (Equals(watchee) || IsWatching(watchee))
            return watchee;

        watchee.SendSystemMessage(new Watch(watchee, this));

        // A parent that watches its child needs no entry: the child tells it anyway.
        if (message is null && IsMyChild(watchee))
            ((ActorCell)watchee).Set(ChildFlags.Watched, true);
        else
            (Extension.Watching ??= []).Add(watchee, message);
        return watchee;
    }

    private bool IsWatching(IActorRef subject) =>
        (IsMyChild(subject) && ((ActorCell)subject).IsSet(ChildFlags.Watched))
        || ExtensionOrNull?.Watching?.ContainsKey(subject) == true;

    private bool StopWatching(IActorRef subject, out object message)
    {
        if (IsMyChild(subject) && ((ActorCell)subject).IsSet(ChildFlags.Watched))
        {
            ((ActorCell)subject).Set(ChildFlags.Watched, false);
            message = null;
            return true;
        }

        message = null;
        return ExtensionOrNull?.Watching is { } watching && watching.Remove(subject, out message);
    }

    private bool TakeTerminated(IActorRef subject, out object customMessage)
    {
        if (subject is ActorCell cell && ReferenceEquals(cell.Parent, this) && cell.IsSet(ChildFlags.TerminatedQueued))
        {
            cell.Set(ChildFlags.TerminatedQueued, false);
            customMessage = null;
            return true;
        }

        customMessage = null;
        return ExtensionOrNull?.TakeTerminated(subject, out customMessage) == true;
    }

    private void WatchedActorTerminated(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        if (StopWatching(actor, out var customMessage) && Children is not { IsTerminating: true })
        {
            TellInternal(new Terminated(actor, existenceConfirmed, addressTerminated), actor);
            if (customMessage is null && IsMyChild(actor))
                ((ActorCell)actor).Set(ChildFlags.TerminatedQueued, true);
            else
                Extension.AddTerminated(actor, customMessage);
        }

        if (IsMyChild(actor))
            HandleChildTerminated((ActorCell)actor);
    }

    private void ReceivedTerminated(Terminated terminated)
    {
        // Unwatched while the message was on its way.
        if (TakeTerminated(terminated.ActorRef, out var customMessage))
            ReceiveMessage(customMessage ?? terminated);
    }

    private void AddWatcher(IInternalActorRef watcher)
    {
        // The parent is told of the end in any case, and must not be told twice.
        if (watcher.Equals(Parent))
            return;
        var watchedBy = Extension.WatchedBy ??= [];
        if (!watchedBy.Contains(watcher))
            watchedBy.Add(watcher);
    }

    private void RemoveWatcher(IInternalActorRef watcher) => ExtensionOrNull?.WatchedBy?.Remove(watcher);

    private void TellWatchersWeDied()
    {
        if (ExtensionOrNull?.WatchedBy is not { } watchedBy)
            return;
        foreach (var watcher in watchedBy)
            watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
        watchedBy.Clear();
    }

    private void UnwatchWatchedActors()
    {
        if (ExtensionOrNull is not { } extension)
            return;

        if (extension.Watching is { Count: > 0 } watching)
        {
            foreach (var watchee in watching.Keys.Cast<IInternalActorRef>())
                watchee.SendSystemMessage(new Unwatch(watchee, this));
            watching.Clear();
        }

        foreach (var child in (ActorCell[])GetChildren())
        {
            if (!child.IsSet(ChildFlags.Watched))
                continue;
            child.Set(ChildFlags.Watched, false);
            child.SendSystemMessage(new Unwatch(child, this));
        }

        extension.Terminated?.Clear();
    }
}
