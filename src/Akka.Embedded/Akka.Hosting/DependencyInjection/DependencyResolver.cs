using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Gives actors the services that their constructors take.</summary>
public interface IDependencyResolver
{
    /// <summary>A service; null if there is none.</summary>
    T GetService<T>();

    /// <summary>A service; null if there is none.</summary>
    object GetService(Type type);

    /// <summary>An actor whose constructor takes the arguments and, for its other parameters, services.</summary>
    Props Props(Type type, params object[] args);

    /// <summary>An actor whose constructor takes services.</summary>
    Props Props(Type type);

    /// <summary>An actor whose constructor takes the arguments and, for its other parameters, services.</summary>
    Props Props<T>(params object[] args)
        where T : ActorBase;
}

/// <summary>The dependency resolver of an actor system.</summary>
public sealed class DependencyResolver : IExtension
{
    /// <summary>The extension with a resolver.</summary>
    public DependencyResolver(IDependencyResolver resolver) => Resolver = resolver;

    /// <summary>The resolver.</summary>
    public IDependencyResolver Resolver { get; }

    /// <summary>The dependency resolver of the actor system.</summary>
    /// <exception cref="ConfigurationException">The actor system has no <see cref="DependencyResolverSetup"/>.</exception>
    public static DependencyResolver For(ActorSystem actorSystem)
        => actorSystem.WithExtension<DependencyResolver, DependencyResolverExtension>();

    /// <summary>An actor whose constructor takes the arguments and, for its other parameters, services.</summary>
    public Props Props<T>(params object[] args)
        where T : ActorBase
        => Resolver.Props<T>(args);

    /// <summary>An actor whose constructor takes services.</summary>
    public Props Props<T>()
        where T : ActorBase
        => Resolver.Props<T>();

    /// <summary>An actor whose constructor takes services.</summary>
    public Props Props(Type type) => Resolver.Props(type);

    /// <summary>An actor whose constructor takes the arguments and, for its other parameters, services.</summary>
    public Props Props(Type type, params object[] args) => Resolver.Props(type, args);
}

/// <summary>Makes the dependency resolver of an actor system.</summary>
public sealed class DependencyResolverExtension : ExtensionIdProvider<DependencyResolver>
{
    /// <inheritdoc />
    public override DependencyResolver CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<DependencyResolverSetup>();
        return setup.HasValue
            ? new DependencyResolver(setup.Value.DependencyResolver)
            : throw new ConfigurationException($"The actor system's setup has no {nameof(DependencyResolverSetup)}.");
    }
}

/// <summary>Where the actors of an actor system get their services from.</summary>
public class DependencyResolverSetup : Setup
{
    internal DependencyResolverSetup(IDependencyResolver dependencyResolver) => DependencyResolver = dependencyResolver;

    /// <summary>The resolver.</summary>
    public IDependencyResolver DependencyResolver { get; }

    /// <summary>The setup with the services of a host.</summary>
    public static DependencyResolverSetup Create(IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new DependencyResolverSetup(new ServiceProviderDependencyResolver(provider));
    }
}

/// <summary>Takes the services of a host.</summary>
public class ServiceProviderDependencyResolver : IDependencyResolver
{
    /// <summary>A resolver over the services.</summary>
    public ServiceProviderDependencyResolver(IServiceProvider serviceProvider) => ServiceProvider = serviceProvider;

    /// <summary>The services.</summary>
    public IServiceProvider ServiceProvider { get; }

    /// <inheritdoc />
    public T GetService<T>() => ServiceProvider.GetService<T>();

    /// <inheritdoc />
    public object GetService(Type type) => ServiceProvider.GetService(type);

    /// <inheritdoc />
    public Props Props(Type type, params object[] args) => typeof(ActorBase).IsAssignableFrom(type)
        ? Akka.Actor.Props.CreateBy(new ServiceProviderActorProducer(ServiceProvider, type, args))
        : throw new ArgumentException($"{type} is no actor.", nameof(type));

    /// <inheritdoc />
    public Props Props(Type type) => Props(type, []);

    /// <inheritdoc />
    public Props Props<T>(params object[] args)
        where T : ActorBase
        => Props(typeof(T), args);
}
