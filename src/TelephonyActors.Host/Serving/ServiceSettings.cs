using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Sessions.Storage;

namespace TelephonyActors.Host.Serving;

/// <summary>How <c>serve</c> runs: <c>config/appsettings.json</c>, environment and command line, read and found to be in order.</summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="Plan">What is emulated.</param>
/// <param name="Token">What a client has to know; null: only this machine is served, and nobody is asked.</param>
/// <param name="AllowedOrigins">Web pages of other origins that may use the link and the phones.</param>
/// <param name="AllowedHosts">Names beside this machine's own under which a browser may reach a host without a token.</param>
/// <param name="Link">Limits of the link.</param>
/// <param name="View">Limits of what is kept for HTTP and the web page.</param>
/// <param name="Sessions">The recorded sessions that HTTP and the web page show.</param>
internal sealed record ServiceSettings(
    ImmutableArray<string> Urls,
    SwitchPlan Plan,
    BearerToken? Token,
    ImmutableArray<string> AllowedOrigins,
    ImmutableArray<string> AllowedHosts,
    LinkLimits Link,
    ViewLimits View,
    SessionDatabase Sessions);

/// <summary>What a client of the link may take: the section <c>Link</c>.</summary>
internal sealed record LinkLimits
{
    /// <summary>The longest frame that is read; a longer one is answered 53.</summary>
    [Range(256, 16 * 1024 * 1024)]
    public int MaxFrameBytes { get; init; } = 65_536;

    /// <summary>How many events wait for a client that does not read; one more, and it is dropped.</summary>
    [Range(16, 10_000_000)]
    public int QueueFrames { get; init; } = 20_000;

    /// <summary>How often a silent connection is asked whether it is still there.</summary>
    [Range(1, 86_400)]
    public int PingSeconds { get; init; } = 30;

    /// <summary>How long it may take to answer.</summary>
    [Range(1, 86_400)]
    public int PongSeconds { get; init; } = 20;
}

/// <summary>How much of the past is kept for <c>GET /calls</c>: the section <c>View</c>.</summary>
internal sealed record ViewLimits
{
    /// <summary>The last calls that have ended.</summary>
    [Range(0, 1_000_000)]
    public int EndedCalls { get; init; } = 1000;

    /// <summary>The first events of a call.</summary>
    [Range(0, 100_000)]
    public int EventsPerCall { get; init; } = 500;

    /// <summary>The events of all calls together; what comes when that many are kept is counted only.</summary>
    [Range(0, 100_000_000)]
    public int Events { get; init; } = 200_000;
}

/// <summary>What the command line of <c>serve</c> says; null where it says nothing.</summary>
internal sealed record ServeArguments(string? Urls, string? Switch, string? TokenFile)
{
    /// <summary>The session that is recorded.</summary>
    public string? Record { get; init; }

    /// <summary>The session that is played in place of a switch.</summary>
    public string? Replay { get; init; }

    /// <summary>How many times as fast as it was recorded; infinite: as fast as it goes.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>The database of sessions.</summary>
    public string Database { get; init; } = SessionDatabase.Default;
}
