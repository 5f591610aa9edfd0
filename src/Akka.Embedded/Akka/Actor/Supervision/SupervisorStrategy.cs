using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What a parent does about the failure of a child.</summary>
public enum Directive
{
    /// <summary>It goes on, its state as it is.</summary>
    Resume,

    /// <summary>It goes on with a fresh instance.</summary>
    Restart,

    /// <summary>The failure becomes the parent's own.</summary>
    Escalate,

    /// <summary>It stops.</summary>
    Stop,
}

/// <summary>Decides on the failures of children.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Restarts, but for an actor that could not be made, was killed or did not survive another's death.</summary>
    public static readonly IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    public abstract IDecider Decider { get; }

    protected bool LoggingEnabled { get; set; }

    /// <summary>Deals with a failure; false if the parent has to fail itself.</summary>
    internal bool HandleFailure(ActorCell parent, ActorCell child, Exception cause, ChildRestartStats stats)
    {
        var directive = Handle(child, cause);
        LogFailure(parent, child, cause, directive);
        switch (directive)
        {
            case Directive.Resume:
                child.Resume(cause);
                return true;
            case Directive.Restart:
            case Directive.Stop:
                ProcessFailure(parent, directive == Directive.Restart, child, cause, stats);
                return true;
            default:
                return false;
        }
    }

    internal abstract void ProcessFailure(ActorCell context, bool restart, ActorCell child, Exception cause, ChildRestartStats stats);

    protected abstract Directive Handle(IActorRef child, Exception exception);

    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate)
            return;

        var message = (cause is ActorInitializationException { InnerException: { } inner } ? inner : cause).Message;
        var source = child.Path.ToString();
        LogEvent logEvent = directive == Directive.Resume
            ? new Warning(cause, source, GetType(), message)
            : new Error(cause, source, GetType(), message);
        try
        {
            context.System.EventStream.Publish(logEvent);
        }
        catch
        {
            // Reporting a failure must not be one.
        }
    }
}
