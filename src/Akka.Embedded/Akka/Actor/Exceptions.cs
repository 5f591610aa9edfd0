namespace Akka.Actor;

/// <summary>The root of the kernel's exceptions.</summary>
public abstract class AkkaException : Exception
{
    protected AkkaException()
    {
    }

    protected AkkaException(string message, Exception cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>The name is taken, or is none.</summary>
public class InvalidActorNameException : AkkaException
{
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>No answer came in time.</summary>
public class AskTimeoutException(string message) : AkkaException(message);

/// <summary>The actor could not be made or started.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException()
    {
    }

    public ActorInitializationException(string message)
        : base(message)
    {
    }

    public ActorInitializationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public ActorInitializationException(IActorRef actor, string message, Exception cause = null)
        : base(message, cause) =>
        Actor = actor;

    public IActorRef Actor { get; set; }

    public override string ToString() => Actor is null ? base.ToString() : Actor + ": " + base.ToString();
}

/// <summary>PreRestart failed.</summary>
public class PreRestartException(IActorRef actor, Exception restartException, Exception cause)
    : ActorInitializationException(actor, "Exception pre restart (" + (restartException?.GetType().ToString() ?? "null") + ")", cause);

/// <summary>The fresh instance, or its PostRestart, failed.</summary>
public class PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
    : ActorInitializationException(actor, "Exception post restart (" + (originalCause?.GetType().ToString() ?? "null") + ")", cause)
{
    public Exception OriginalCause => originalCause;
}

/// <summary>The actor was told <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    public ActorKilledException()
    {
    }

    public ActorKilledException(string message)
        : base(message)
    {
    }
}

/// <summary>The actor did what its state does not allow.</summary>
public class IllegalActorStateException(string message) : AkkaException(message);

/// <summary>The name has no place in a path.</summary>
public class IllegalActorNameException(string message) : AkkaException(message);

/// <summary>A watched actor has stopped, and the watcher does not handle <see cref="Terminated"/>.</summary>
public class DeathPactException(IActorRef deadActor) : AkkaException("Monitored actor [" + deadActor + "] terminated")
{
    public IActorRef DeadActor => deadActor;
}

/// <summary>A selection found nobody.</summary>
public class ActorNotFoundException : AkkaException
{
    public ActorNotFoundException()
    {
    }

    public ActorNotFoundException(string message, Exception innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>The message is null.</summary>
public class InvalidMessageException : AkkaException
{
    public InvalidMessageException()
        : this("Message is null")
    {
    }

    public InvalidMessageException(string message)
        : base(message)
    {
    }
}

/// <summary>The scheduler does not work, or no longer.</summary>
public sealed class SchedulerException(string message) : Exception(message);
