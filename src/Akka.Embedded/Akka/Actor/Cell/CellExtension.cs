using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What an actor needs only if it does something out of the ordinary.</summary>
internal sealed class CellExtension
{
    private List<SystemMessage> _stashed;

    public string Name;
    public ActorPath Path;
    public ChildList Children;

    /// <summary>Who is watched, and the message asked for in place of <see cref="Terminated"/>.</summary>
    public Dictionary<IActorRef, object> Watching;
    public Dictionary<IActorRef, object> Terminated;
    public List<IInternalActorRef> WatchedBy;

    /// <summary>Whose failure the actor is suspended for: its own, or a child's that it escalated.</summary>
    public IActorRef Perpetrator;
    public ChildRestartStats RestartStats;

    /// <summary>What Become put over the actor's own Receive.</summary>
    public object Behavior;

    /// <summary>The actor's own Receive, for one that overrides AroundReceive.</summary>
    public Receive OwnReceive;

    /// <summary>The timers of an actor that has started one.</summary>
    public ActorTimers Timers;

    public TimeSpan? ReceiveTimeout;
    public ICancelable PendingReceiveTimeout;

    public void AddTerminated(IActorRef subject, object customMessage) =>
        (Terminated ??= [])[subject] = customMessage;

    public bool TakeTerminated(IActorRef subject, out object customMessage)
    {
        customMessage = null;
        return Terminated is not null && Terminated.Remove(subject, out customMessage);
    }

    public void Stash(SystemMessage message) => (_stashed ??= []).Add(message);

    public bool HasStashed => _stashed is { Count: > 0 };

    /// <summary>Puts what was stashed, in order, before <paramref name="rest"/>.</summary>
    public object UnstashBefore(object rest)
    {
        if (_stashed is null)
            return rest;

        for (var i = _stashed.Count - 1; i >= 0; i--)
        {
            _stashed[i].Next = rest;
            rest = _stashed[i];
        }

        _stashed.Clear();
        return rest;
    }
}
