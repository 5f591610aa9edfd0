using System.Net.WebSockets;
using System.Text;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Links;

/// <summary>A WebSocket to the link, byte by byte, for what no orderly client would do.</summary>
internal sealed class RawLink : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    public ClientWebSocket Socket { get; } = new();

    public static async Task<RawLink> ConnectAsync(ServiceProcess service, string query = "", Action<ClientWebSocketOptions>? configure = null)
    {
        var raw = new RawLink();
        configure?.Invoke(raw.Socket.Options);
        await raw.Socket.ConnectAsync(new Uri($"{service.Link}{query}"), CancellationToken.None).Patiently();
        Assert.Equal(EventName.EventLinkConnected, (await raw.NextAsync()).Event);
        return raw;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool last = true) =>
        Socket.SendAsync(bytes, type, last, CancellationToken.None).AsTask().Patiently();

    /// <summary>The next event.</summary>
    public async Task<TEvent> NextAsync()
    {
        var read = await Socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None).AsTask().Patiently();
        Assert.True(read.EndOfMessage && read.MessageType == WebSocketMessageType.Text, $"{read.MessageType}");
        Assert.True(TLibraryJson.TryReadEvent(_buffer.AsSpan(0, read.Count), out TEvent? heard, out string? fault), fault);
        return heard;
    }

    /// <summary>The answer to a request, which no other event may precede.</summary>
    public async Task<TEvent> AskAsync(string text)
    {
        await SendAsync(text);
        return await NextAsync();
    }

    public void Dispose() => Socket.Dispose();
}
