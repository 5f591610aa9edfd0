using Akka;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelephonyActors.Host.Link;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// Starts and stops the actor system as Akka.Hosting does, but stops it first of all: the web server, which the host would stop before it,
/// would wait for the clients' connections.
/// </summary>
internal sealed class SwitchHostedService(
    AkkaConfigurationBuilder akka, IServiceProvider services, ILogger<AkkaHostedService> log, IHostApplicationLifetime lifetime)
    : AkkaHostedService(akka, services, log, lifetime), IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class LinkHosting
{
    /// <summary>
    /// Once the switch has told every client that the link is down, the link takes no new ones, sends what waits and closes.
    /// </summary>
    public static AkkaConfigurationBuilder WithLink(this AkkaConfigurationBuilder akka, LinkServer link) =>
        akka.AddStartup((system, _) => CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseServiceUnbind,
            "close-link",
            async () =>
            {
                await link.CloseAsync();
                return Done.Instance;
            }));
}
