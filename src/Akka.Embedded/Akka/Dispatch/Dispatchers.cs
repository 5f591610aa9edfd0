using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The dispatchers of an actor system, by their path in the configuration. A path that leads to a string is an alias.</summary>
public sealed class Dispatchers
{
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";
    internal const string InternalDispatcherId = "akka.actor.internal-dispatcher";
    private const int MaxAliasDepth = 20;

    private readonly ConcurrentDictionary<string, MessageDispatcherConfigurator> _configurators = new();

    internal Dispatchers(IDispatcherPrerequisites prerequisites)
    {
        Prerequisites = prerequisites;
        DefaultGlobalDispatcher = Lookup(DefaultDispatcherId);
        InternalDispatcher = Lookup(InternalDispatcherId);
    }

    public IDispatcherPrerequisites Prerequisites { get; }
    public MessageDispatcher DefaultGlobalDispatcher { get; }
    internal MessageDispatcher InternalDispatcher { get; }

    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || Prerequisites.Settings.Config.HasPath(id);

    public MessageDispatcher Lookup(string dispatcherName) => ConfiguratorOf(dispatcherName).Dispatcher();

    private MessageDispatcherConfigurator ConfiguratorOf(string id)
    {
        for (var depth = 0; depth < MaxAliasDepth; depth++)
        {
            if (_configurators.TryGetValue(id, out var configurator))
                return configurator;

            var config = Prerequisites.Settings.Config;
            if (!config.HasPath(id))
                throw new ConfigurationException($"Dispatcher {id} not configured.");

            var value = config.GetValue(id);
            if (value.IsObject())
                return _configurators.GetOrAdd(id, MakeConfigurator);
            if (!value.IsString())
                throw new ConfigurationException($"Expected either a dispatcher config or an alias at [{id}] but found [{value}]");
            id = value.GetString();
        }

        throw new ConfigurationException(
            $"Could not find a concrete dispatcher config after following {MaxAliasDepth} deep. " +
            $"Is there a circular reference in your config? Last followed Id was [{id}]");
    }

    private MessageDispatcherConfigurator MakeConfigurator(string id)
    {
        var all = Prerequisites.Settings.Config;
        var config = ConfigurationFactory.ParseString($"id = \"{id}\"")
            .WithFallback(all.GetConfig(id))
            .WithFallback(all.GetConfig(DefaultDispatcherId));

        var typeName = config.GetString("type", null);
        switch (typeName)
        {
            case null:
                throw new ConfigurationException($"Could not resolve dispatcher for path {id}. type is null");
            case "Dispatcher" or "TaskDispatcher" or "ForkJoinDispatcher":
                // The executor does not matter: there is one kind, on the ThreadPool.
                return new DispatcherConfigurator(config, Prerequisites);
            default:
                var type = Type.GetType(typeName)
                    ?? throw new ConfigurationException($"Could not resolve dispatcher type {typeName} for path {id}");
                return (MessageDispatcherConfigurator)Activator.CreateInstance(type, config, Prerequisites);
        }
    }
}
