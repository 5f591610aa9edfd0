using Akka;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Calls;
using TelephonyActors.Switch.Dns;
using TelephonyActors.Switch.Lines;
using TelephonyActors.Switch.Monitoring;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch;

/// <summary>Starts a switch through Akka.Hosting: first its public face as a service, then its actors in the actor system.</summary>
public static class SwitchHosting
{
    /// <summary>Registers <see cref="ISwitch"/>; it works once <see cref="WithSwitch"/> has started its actors.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="plan">What is emulated.</param>
    /// <param name="firstConnID">The ConnID of the first call; the following ones count from it, so runs can be told apart or repeated.</param>
    public static IServiceCollection AddSwitch(this IServiceCollection services, SwitchPlan plan, ulong firstConnID) =>
        services
            .AddSingleton(new SwitchFront(plan, firstConnID))
            .AddSingleton<ISwitch>(provider => provider.GetRequiredService<SwitchFront>());

    /// <summary>
    /// Starts call monitoring and the parents of the entities, and with them the shared lines and the DNs. Where the services have an
    /// <see cref="IRecorder"/>, the switch records; its actors, if any, have to start first.
    /// </summary>
    public static AkkaConfigurationBuilder WithSwitch(this AkkaConfigurationBuilder builder, IServiceProvider services)
    {
        var front = services.GetRequiredService<SwitchFront>();
        if (services.GetService<IRecorder>() is { } recorder) front.Record(recorder);
        return builder.WithActors((system, registry) => Start(system, registry, front));
    }

    private static void Start(ActorSystem system, IActorRegistry registry, SwitchFront front)
    {
        SwitchRoots.Start(system, front);
        var routes = front.Routes;
        registry.Register<CallMonitorActor>(routes.Monitor);
        // One of several: the one that answers for calls that do not exist.
        registry.Register<CallsActor>(routes.Calls[0]);
        registry.Register<SharedLinesActor>(routes.Lines);
        registry.Register<DnsActor>(routes.Dns);

        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "tell-clients", async () =>
        {
            await front.Disconnect();
            return Done.Instance;
        });
    }
}
