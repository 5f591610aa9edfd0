using System.Buffers;
using System.Net.WebSockets;

namespace TelephonyActors.Host.Link;

/// <summary>What came from a client.</summary>
internal enum FrameKind
{
    Text,
    Binary,
    TooLong,
    Close,
}

/// <summary>Reads whole messages of a WebSocket into a pooled buffer. What is too long is read to its end, and not kept.</summary>
internal sealed class FrameReader(WebSocket socket, int limit) : IDisposable
{
    private const int Usual = 2048;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Usual);
    private int _length;

    /// <summary>The last frame of the kind Text, until the next one is read.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(0, _length);

    public async ValueTask<FrameKind> ReadAsync(CancellationToken cancellation)
    {
        if (_buffer.Length > 2 * Usual) Resize(Usual, kept: 0);
        _length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_length), cancellation);
            if (read.MessageType == WebSocketMessageType.Close) return FrameKind.Close;
            _length += read.Count;
            if (_length > limit) return await SkipAsync(read, cancellation);
            if (read.EndOfMessage) return read.MessageType == WebSocketMessageType.Text ? FrameKind.Text : FrameKind.Binary;
            if (_length == _buffer.Length) Resize(2 * _length, _length);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private async ValueTask<FrameKind> SkipAsync(ValueWebSocketReceiveResult read, CancellationToken cancellation)
    {
        while (!read.EndOfMessage)
        {
            read = await socket.ReceiveAsync(_buffer.AsMemory(), cancellation);
            if (read.MessageType == WebSocketMessageType.Close) return FrameKind.Close;
        }

        return FrameKind.TooLong;
    }

    private void Resize(int size, int kept)
    {
        var other = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, kept).CopyTo(other);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = other;
    }
}
