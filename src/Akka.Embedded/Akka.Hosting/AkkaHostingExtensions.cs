#nullable enable

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting;

/// <summary>Runs an actor system in a host.</summary>
public static class AkkaHostingExtensions
{
    /// <summary>
    /// Runs an actor system of the name in the host: it starts with the host, and the host's stop runs its coordinated shutdown.
    /// </summary>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder> builder)
        => AddAkka(services, actorSystemName, (configuration, _) => builder(configuration));

    /// <summary>
    /// Runs an actor system of the name, configured with the host's services, in the host: it starts with the host, and the host's stop
    /// runs its coordinated shutdown.
    /// </summary>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
        => AddAkka<AkkaHostedService>(services, actorSystemName, builder);

    /// <summary>Runs an actor system of the name in the host by a hosted service of one's own.</summary>
    public static IServiceCollection AddAkka<T>(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder, IServiceProvider> builder)
        where T : AkkaHostedService
    {
        var configuration = new AkkaConfigurationBuilder(services, actorSystemName);
        services.AddSingleton(provider =>
        {
            builder(configuration, provider);
            return configuration;
        });
        configuration.Bind();
        services.AddHostedService<T>();
        return services;
    }

    /// <summary>Adds a setup to the actor system.</summary>
    public static AkkaConfigurationBuilder AddSetup(this AkkaConfigurationBuilder builder, Setup setup) => builder.AddSetup(setup);

    /// <summary>Adds HOCON to the configuration.</summary>
    public static AkkaConfigurationBuilder AddHocon(this AkkaConfigurationBuilder builder, Config hocon, HoconAddMode addMode)
        => builder.AddHoconConfiguration(hocon, addMode);

    /// <summary>Adds the HOCON of a file to the configuration.</summary>
    public static AkkaConfigurationBuilder AddHoconFile(
        this AkkaConfigurationBuilder builder, string hoconFilePath, HoconAddMode addMode)
        => builder.AddHocon(ConfigurationFactory.ParseString(File.ReadAllText(hoconFilePath)), addMode);

    /// <summary>Starts actors once the actor system runs.</summary>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry> actorStarter)
        => builder.StartActors(actorStarter);

    /// <summary>Starts actors that take services once the actor system runs.</summary>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry, IDependencyResolver> actorStarter)
        => builder.StartActors(actorStarter);

    /// <summary>Starts actors that take services once the actor system runs.</summary>
    public static AkkaConfigurationBuilder WithActors(this AkkaConfigurationBuilder builder, ActorStarterWithResolver actorStarter)
        => builder.StartActors(actorStarter);

    /// <summary>Starts actors once the actor system runs.</summary>
    public static AkkaConfigurationBuilder WithActors(this AkkaConfigurationBuilder builder, ActorStarter actorStarter)
        => builder.StartActors(actorStarter);
}
