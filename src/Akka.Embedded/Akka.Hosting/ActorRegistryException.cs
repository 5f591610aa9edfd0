#nullable enable

namespace Akka.Hosting;

/// <summary>An actor cannot be registered or found.</summary>
public class ActorRegistryException : Exception
{
    /// <summary>The exception with what is wrong.</summary>
    public ActorRegistryException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with what is wrong and its cause.</summary>
    public ActorRegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>There is already an actor for the type.</summary>
public sealed class DuplicateActorRegistryException : ActorRegistryException
{
    /// <summary>The exception with what is wrong.</summary>
    public DuplicateActorRegistryException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with what is wrong and its cause.</summary>
    public DuplicateActorRegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>There is no actor for the type.</summary>
public sealed class MissingActorRegistryEntryException : ActorRegistryException
{
    /// <summary>The exception with what is wrong.</summary>
    public MissingActorRegistryEntryException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with what is wrong and its cause.</summary>
    public MissingActorRegistryEntryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
