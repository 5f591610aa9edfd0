using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using TelephonyActors.Host.Metering;
using TelephonyActors.Host.Serving;
using TelephonyActors.Switch;

namespace TelephonyActors.Host.Link;

/// <summary>The link: a WebSocket at <c>/tlib</c>, one client of the switch per connection (contract, chapter 5).</summary>
internal sealed class LinkServer
{
    /// <summary>Where the link is.</summary>
    public const string Path = "/tlib";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<LinkClient, Task> _clients = [];
    private readonly ISwitch _switch;
    private readonly LinkLimits _limits;
    private readonly LinkMeter _meter;
    private readonly ILogger<LinkServer> _log;
    private volatile bool _closed;

    public LinkServer(ISwitch at, ServiceSettings settings, Meter instruments, LinkMeter meter, ILogger<LinkServer> log)
    {
        (_switch, _limits, _meter, _log) = (at, settings.Link, meter, log);
        instruments.CreateObservableGauge("telephony.link.clients", () => _clients.Count, null, "Link clients that are connected.");
        instruments.CreateObservableGauge(
            "telephony.link.queued_events", () => QueueLengths.Sum(), null, "Events that wait to be sent to link clients.");
        instruments.CreateObservableGauge(
            "telephony.link.longest_queue",
            () => QueueLengths.DefaultIfEmpty().Max(),
            null,
            "Events that wait for the link client that has most.");
    }

    private IEnumerable<int> QueueLengths => _clients.Keys.Select(client => client.QueueLength);

    /// <summary>Serves a request for the link.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await Problems.WriteAsync(
                context, StatusCodes.Status426UpgradeRequired, "The link is a WebSocket; connect with ws:// or wss://.");
        }
        else if (_closed)
        {
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The service is stopping.");
        }
        else
        {
            await ConnectAsync(context);
        }
    }

    /// <summary>Has no new client come, sends the others what waits for them, and closes their connections.</summary>
    public async Task CloseAsync()
    {
        _closed = true;
        var clients = _clients.ToArray();
        await Task.WhenAll(clients.Select(client => CloseAsync(client.Key, client.Value)));
    }

    private async Task ConnectAsync(HttpContext context)
    {
        var upgrade = context.Features.Get<IHttpUpgradeFeature>() as BatchingUpgrade;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(_limits.PingSeconds),
            KeepAliveTimeout = TimeSpan.FromSeconds(_limits.PongSeconds),
        });
        var name = $"{context.Connection.RemoteIpAddress}:{context.Connection.RemotePort}";
        var client = new LinkClient(socket, upgrade?.Stream, _limits, _meter, _log, name, context.Abort);
        var end = new TaskCompletionSource();
        _clients[client] = end.Task;
        try
        {
            await client.RunAsync(_switch, context.RequestAborted);
        }
        finally
        {
            _clients.TryRemove(client, out _);
            end.SetResult();
        }
    }

    private static async Task CloseAsync(LinkClient client, Task end)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await client.EndAsync(WebSocketCloseStatus.EndpointUnavailable, "the switch stops").WaitAsync(patience.Token);
            await end.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It does not read, or does not answer the close.
            client.Abort();
        }
    }
}
