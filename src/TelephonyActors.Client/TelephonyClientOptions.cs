namespace TelephonyActors.Client;

/// <summary>How a client connects.</summary>
public sealed record TelephonyClientOptions
{
    /// <summary>What a service with <c>--token-file</c> asks for.</summary>
    public string? Token { get; init; }

    /// <summary>How often a silent connection is asked whether it is still there.</summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the service may take to answer that.</summary>
    public TimeSpan Pong { get; init; } = TimeSpan.FromSeconds(20);
}
