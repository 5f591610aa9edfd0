using Microsoft.Extensions.Hosting;
using TelephonyActors.Sessions.Storage;

namespace TelephonyActors.Host.Sessions;

/// <summary>Keeps the host from starting where the session that it is to record cannot be opened; comes right behind the actor system.</summary>
/// <exception cref="SessionDatabaseException">It cannot be opened; thrown from the host's start.</exception>
internal sealed class OpenSession(ServedSession session) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => session.Recording.OpenAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
