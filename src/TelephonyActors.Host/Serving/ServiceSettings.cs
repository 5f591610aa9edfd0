using System.Collections.Immutable;
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

/// <summary>What a client of the link may take.</summary>
/// <param name="MaxFrameBytes">The longest frame that is read; a longer one is answered 53.</param>
/// <param name="QueueFrames">How many events wait for a client that does not read; one more, and it is dropped.</param>
/// <param name="Ping">How often a silent connection is asked whether it is still there.</param>
/// <param name="Pong">How long it may take to answer.</param>
internal sealed record LinkLimits(int MaxFrameBytes, int QueueFrames, TimeSpan Ping, TimeSpan Pong);

/// <summary>How much of the past is kept for <c>GET /calls</c>.</summary>
/// <param name="EndedCalls">The last calls that have ended.</param>
/// <param name="EventsPerCall">The first events of a call.</param>
/// <param name="Events">The events of all calls together; what comes when that many are kept is counted only.</param>
internal sealed record ViewLimits(int EndedCalls, int EventsPerCall, int Events);

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
