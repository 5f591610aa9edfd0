using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// SIGTERM, Ctrl-C and the end of a terminal stop the service in order; a second one changes nothing. They are caught from the first
/// moment to the last, so this is what the host waits for instead of its console.
/// </summary>
internal sealed class StopSignals : IHostLifetime, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stopped => _stopped.Token;

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stopped.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _stopped.Cancel();
    }
}
