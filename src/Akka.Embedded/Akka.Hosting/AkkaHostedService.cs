#nullable enable

using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>
/// Starts the actor system with the host, and stops the one with the other: the host's stop runs the coordinated shutdown, the actor
/// system's end stops the host.
/// </summary>
public class AkkaHostedService : IHostedService
{
    /// <summary>The actor system; null until the host starts.</summary>
    protected ActorSystem? ActorSystem;

    /// <summary>Its coordinated shutdown; null until the host starts.</summary>
    protected CoordinatedShutdown? CoordinatedShutdown;

    /// <summary>The host's services.</summary>
    protected readonly IServiceProvider ServiceProvider;

    /// <summary>What is started in the actor system.</summary>
    protected readonly AkkaConfigurationBuilder ConfigurationBuilder;

    /// <summary>The host, to be stopped.</summary>
    protected readonly IHostApplicationLifetime? HostApplicationLifetime;

    /// <summary>The log.</summary>
    protected readonly ILogger<AkkaHostedService> Logger;

    /// <summary>The service of a host.</summary>
    public AkkaHostedService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime? applicationLifetime)
    {
        ConfigurationBuilder = configurationBuilder;
        ServiceProvider = serviceProvider;
        Logger = logger;
        HostApplicationLifetime = applicationLifetime;
    }

    /// <inheritdoc />
    public virtual async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            ActorSystem = ServiceProvider.GetRequiredService<ActorSystem>();
            CoordinatedShutdown = CoordinatedShutdown.Get(ActorSystem);
            await ConfigurationBuilder.StartAsync(ActorSystem);
            _ = StopHostAfter(ActorSystem);
        }
        catch (Exception cause)
        {
            Logger.LogCritical(cause, "The actor system could not be started; the host stops.");
            // Without a logging provider the host would end without a word.
            Console.WriteLine($"The actor system could not be started; the host stops.\nCause: {cause}");
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            await StopAsync(timeout.Token);
            throw;
        }
    }

    /// <inheritdoc />
    public virtual async Task StopAsync(CancellationToken cancellationToken)
    {
        // There is nothing to shut down if the actor system itself could not be made.
        if (CoordinatedShutdown != null)
            await CoordinatedShutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).ConfigureAwait(false);
    }

    private async Task StopHostAfter(ActorSystem system)
    {
        await system.WhenTerminated.ConfigureAwait(false);
        HostApplicationLifetime?.StopApplication();
    }
}
