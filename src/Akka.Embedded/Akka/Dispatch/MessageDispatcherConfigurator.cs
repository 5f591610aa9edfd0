using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>What a dispatcher gets from its actor system.</summary>
public interface IDispatcherPrerequisites
{
    EventStream EventStream { get; }
    IScheduler Scheduler { get; }
    Settings Settings { get; }
}

internal sealed record DispatcherPrerequisites(EventStream EventStream, IScheduler Scheduler, Settings Settings)
    : IDispatcherPrerequisites;

/// <summary>Makes a dispatcher from its section of the configuration; named there as <c>type = "Namespace.Type, assembly"</c>.</summary>
public abstract class MessageDispatcherConfigurator
{
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) => Prerequisites = prerequisites;

    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher: always the same instance.</summary>
    public abstract MessageDispatcher Dispatcher();
}
