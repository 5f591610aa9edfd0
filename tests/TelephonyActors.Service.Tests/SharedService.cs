namespace TelephonyActors.Service.Tests;

/// <summary>One service for the tests of a class.</summary>
public sealed class SharedService : IDisposable
{
    internal ServiceProcess Service { get; } = ServiceProcess.Start();

    public void Dispose() => Service.Dispose();
}
