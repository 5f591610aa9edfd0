using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using TelephonyActors.Client;
using TelephonyActors.Host.Metering;
using TelephonyActors.Host.Serving;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Link;

/// <summary>
/// One connection of the link (contract, chapter 5): every frame is a request, or is answered 53; every event is a frame. When its
/// queue is full it is dropped, so that it slows nobody.
/// </summary>
internal sealed class LinkClient : IClientListener
{
    private readonly WebSocket _socket;
    private readonly LinkLimits _limits;
    private readonly SendQueue _queue;
    private readonly LinkMeter _meter;
    private readonly OpenRequests _open;
    private readonly Action _abort;
    private readonly ILogger _log;
    private readonly string _name;
    private bool _dropped;

    public LinkClient(WebSocket socket, BatchingStream? stream, LinkLimits limits, LinkMeter meter, ILogger log, string name, Action abort)
    {
        _socket = socket;
        _limits = limits;
        _queue = new SendQueue(socket, stream, limits.QueueFrames);
        _meter = meter;
        _open = new OpenRequests(meter);
        _log = log;
        _name = name;
        _abort = abort;
    }

    /// <summary>How many events wait for this client.</summary>
    public int QueueLength => _queue.Length;

    public void Hear(TEvent heard)
    {
        _open.Close(heard);
        if (_queue.TryAdd(EventFrame.Of(heard)) || Interlocked.Exchange(ref _dropped, true)) return;
        // Not here: an entity is waiting.
        ThreadPool.UnsafeQueueUserWorkItem(static client => client.Drop(), this, preferLocal: false);
    }

    /// <summary>Serves the connection to its end.</summary>
    public async Task RunAsync(ISwitch at, CancellationToken aborted)
    {
        using var client = at.Connect(this);
        using var reader = new FrameReader(_socket, _limits.MaxFrameBytes);
        try
        {
            var serves = true;
            while (await reader.ReadAsync(aborted) is var kind && kind != FrameKind.Close)
            {
                if (!serves) continue;
                Take(client, kind, reader.Text);
                serves = await IsReadyAsync(at, aborted);
            }

            await EndAsync(WebSocketCloseStatus.NormalClosure, "");
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // It went away, or broke the protocol of WebSockets; either way nobody is there to tell.
        }
        finally
        {
            _queue.Close();
        }
    }

    private static async ValueTask<bool> IsReadyAsync(ISwitch at, CancellationToken aborted)
    {
        try
        {
            await at.ReadyAsync(aborted);
            return true;
        }
        catch (RecordingFailedException)
        {
            // The service stops, and tells the client so itself.
            return false;
        }
    }

    /// <summary>Sends what waits, then says why the connection ends. The client's answer ends <see cref="RunAsync"/>.</summary>
    public async Task EndAsync(WebSocketCloseStatus why, string sentence)
    {
        await _queue.EndAsync();
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(why, sentence, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            Abort();
        }
    }

    public void Abort() => _abort();

    private void Take(ISwitchClient client, FrameKind kind, ReadOnlySpan<byte> text)
    {
        var request = kind switch
        {
            FrameKind.Text => TLibraryJson.ReadRequest(text),
            FrameKind.Binary => new TRequest { Malformed = "this is a binary frame; allowed: text frames with one JSON object each" },
            _ => new TRequest { Malformed = $"this frame is too long; allowed: {_limits.MaxFrameBytes} bytes" },
        };
        _open.Open(request);
        client.Send(request);
    }

    private void Drop()
    {
        _meter.ClientDropped();
        _log.LogWarning("Client {Client} is dropped: {Count} events wait and it does not read them.", _name, _limits.QueueFrames);
        _queue.Close();
        Abort();
    }
}
