#nullable enable

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting.Logging;
using Akka.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Starts actors once the actor system runs.</summary>
public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);

/// <summary>Starts actors that take services once the actor system runs.</summary>
public delegate Task ActorStarterWithResolver(ActorSystem system, IActorRegistry registry, IDependencyResolver resolver);

/// <summary>Runs once all actors have been started.</summary>
public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);

/// <summary>Where HOCON goes that is added to what is already there.</summary>
public enum HoconAddMode
{
    /// <summary>Behind it, as its fallback.</summary>
    Append,

    /// <summary>In front of it; it becomes the fallback.</summary>
    Prepend,

    /// <summary>In Akka.Hosting the same as <see cref="Prepend"/>: what was there stays as the fallback.</summary>
    Replace,
}

/// <summary>
/// Collects how the host's actor system is configured and what is started in it. Once the system has started nothing can be added.
/// </summary>
public sealed class AkkaConfigurationBuilder
{
    /// <summary>The setups for the actor system; added to by <see cref="AkkaHostingExtensions.AddSetup"/>.</summary>
    public readonly HashSet<Setup> Setups = [];

    private readonly string _actorSystemName;
    private readonly IServiceCollection _services;
    private readonly List<Type> _extensions = [];
    private readonly List<ActorStarter> _actorStarters = [];
    private readonly List<StartupTask> _startupTasks = [];
    private bool _complete;

    /// <summary>A builder for the actor system of the name.</summary>
    public AkkaConfigurationBuilder(IServiceCollection serviceCollection, string actorSystemName)
    {
        _services = serviceCollection;
        _actorSystemName = actorSystemName;
    }

    /// <summary>The HOCON added so far.</summary>
    public Option<Config> Configuration { get; private set; } = Option<Config>.None;

    /// <summary>Starts actors once the actor system runs.</summary>
    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter)
        => StartActors((system, registry) =>
        {
            starter(system, registry);
            return Task.CompletedTask;
        });

    /// <summary>Starts actors that take services once the actor system runs.</summary>
    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter)
        => StartActors((system, registry, resolver) =>
        {
            starter(system, registry, resolver);
            return Task.CompletedTask;
        });

    /// <summary>Starts actors once the actor system runs.</summary>
    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        if (!_complete)
            _actorStarters.Add(starter);
        return this;
    }

    /// <summary>Starts actors that take services once the actor system runs.</summary>
    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter)
        => StartActors((system, registry) => starter(system, registry, DependencyResolver.For(system).Resolver));

    /// <summary>Runs once all actors have been started.</summary>
    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask)
        => AddStartup((system, registry) =>
        {
            startupTask(system, registry);
            return Task.CompletedTask;
        });

    /// <summary>Runs once all actors have been started.</summary>
    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        if (!_complete)
            _startupTasks.Add(startupTask);
        return this;
    }

    /// <summary>Loads an extension with the actor system.</summary>
    /// <exception cref="ConfigurationException">The type cannot be instantiated.</exception>
    public AkkaConfigurationBuilder WithExtension<T>()
        where T : IExtensionId
    {
        var type = typeof(T);
        if (_extensions.Contains(type))
            return this;
        if (type.IsAbstract || !type.IsClass)
            throw new ConfigurationException($"The extension {type} is no class that can be instantiated.");
        _extensions.Add(type);
        return this;
    }

    internal AkkaConfigurationBuilder AddSetup(Setup setup)
    {
        if (_complete)
            return this;
        if (setup is BootstrapSetup bootstrap)
        {
            // The actor system gets a bootstrap setup of this builder's own, with all the HOCON.
            if (bootstrap.Config.HasValue)
                Configuration = bootstrap.Config.Value.WithFallback(Configuration.GetOrElse(Config.Empty));
        }
        else if (setup is not DependencyResolverSetup)
        {
            Setups.Add(setup);
        }

        return this;
    }

    internal AkkaConfigurationBuilder AddHoconConfiguration(Config newHocon, HoconAddMode addMode)
    {
        ArgumentNullException.ThrowIfNull(newHocon);
        if (_complete)
            return this;
        var current = Configuration.GetOrElse(Config.Empty);
        Configuration = addMode switch
        {
            HoconAddMode.Append => current.WithFallback(newHocon),
            HoconAddMode.Prepend or HoconAddMode.Replace => newHocon.WithFallback(current),
            _ => throw new ArgumentOutOfRangeException(nameof(addMode), addMode, null),
        };
        return this;
    }

    /// <summary>Registers the actor system, made when it is first asked for, and its registry.</summary>
    internal void Bind()
    {
        _services.AddSingleton(provider => provider.GetRequiredService<AkkaConfigurationBuilder>().CreateSystem(provider));
        _services.AddSingleton(provider => ActorRegistry.For(provider.GetRequiredService<ActorSystem>()));
        _services.AddSingleton<IActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        _services.AddSingleton<IReadOnlyActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        _services.AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));
    }

    internal async Task<ActorSystem> StartAsync(ActorSystem system)
    {
        if (_complete)
            return system;
        _complete = true;

        var registry = ActorRegistry.For(system);
        foreach (var starter in _actorStarters)
            await starter(system, registry).ConfigureAwait(false);
        foreach (var startupTask in _startupTasks)
            await startupTask(system, registry).ConfigureAwait(false);
        return system;
    }

    private ActorSystem CreateSystem(IServiceProvider provider)
    {
        AddExtensions();
        if (!Setups.Any(setup => setup is LoggerFactorySetup) && provider.GetService<ILoggerFactory>() is { } loggerFactory)
            AddSetup(new LoggerFactorySetup(loggerFactory));

        var bootstrap = BootstrapSetup.Create().WithConfig(Configuration.GetOrElse(Config.Empty));
        var setup = bootstrap.And(DependencyResolverSetup.Create(provider));
        foreach (var other in Setups)
            setup = setup.And(other);
        return ActorSystem.Create(_actorSystemName, setup);
    }

    private void AddExtensions()
    {
        if (_extensions.Count == 0)
            return;
        var configured = Configuration.GetOrElse(Config.Empty).GetStringList("akka.extensions");
        var names = _extensions.Select(type => type.AssemblyQualifiedName).Concat(configured);
        var list = string.Join(", ", names.Select(name => $"\"{name}\""));
        AddHoconConfiguration($"akka.extensions = [{list}]", HoconAddMode.Prepend);
    }
}
