using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Switch;

/// <summary>Starts a switch through Akka.Hosting: first its public face as a service, then its actors in the actor system.</summary>
public static class SwitchHosting
{
    /// <summary>Registers <see cref="ISwitch"/>; it works once <see cref="WithSwitch"/> has started its actors.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="plan">What is emulated.</param>
    /// <param name="firstConnID">The ConnID of the first call; the following ones count from it, so runs can be told apart or repeated.</param>
    public static IServiceCollection AddSwitch(this IServiceCollection services, SwitchPlan plan, ulong firstConnID) =>
        throw new NotSupportedException();

    /// <summary>Starts the entities' parents, the shared lines, the DNs and call monitoring.</summary>
    public static AkkaConfigurationBuilder WithSwitch(this AkkaConfigurationBuilder builder, IServiceProvider services) =>
        throw new NotSupportedException();
}
