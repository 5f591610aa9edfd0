using Akka;
using Akka.Actor;
using Microsoft.Extensions.Hosting;
using TelephonyActors.Host.Link;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// The end in its order: no new clients, every client hears EventLinkDisconnected, gets what waits for it and is closed, the actor system
/// ends. All of that comes before the web server stops, which would wait for the clients' connections.
/// </summary>
internal sealed class OrderlyEnd(ActorSystem system, LinkServer link) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceUnbind, "close-link", async () =>
        {
            await link.CloseAsync();
            return Done.Instance;
        });
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
