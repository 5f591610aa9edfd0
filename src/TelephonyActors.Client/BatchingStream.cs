using System.Buffers;

namespace TelephonyActors.Client;

/// <summary>
/// The stream under a WebSocket. While <see cref="Holds"/> is set what is written stays here, so that many frames go out in one write;
/// a lone frame goes out at once. The WebSocket never writes twice at the same time. The service's side of the link uses the same file.
/// </summary>
internal sealed class BatchingStream(Stream inner) : Stream
{
    private const int Capacity = 16 * 1024;

    private byte[] _held = [];
    private int _length;
    private volatile bool _holds;

    /// <summary>Whether more is about to be written.</summary>
    public bool Holds
    {
        get => _holds;
        set => _holds = value;
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var holds = _holds;
        if (_length == 0 && !holds) return inner.WriteAsync(buffer, cancellationToken);
        if (_length + buffer.Length > Capacity) return PushAsync(buffer, cancellationToken);

        if (_held.Length == 0) _held = ArrayPool<byte>.Shared.Rent(Capacity);
        buffer.CopyTo(_held.AsMemory(_length));
        _length += buffer.Length;
        return holds ? default : PushAsync(default, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _holds ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // What was held, then what did not find room behind it. An idle connection holds no buffer.
    private async ValueTask PushAsync(ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        var (held, length) = (_held, _length);
        (_held, _length) = ([], 0);
        if (length > 0)
        {
            await inner.WriteAsync(held.AsMemory(0, length), cancellationToken);
            ArrayPool<byte>.Shared.Return(held);
        }

        if (!rest.IsEmpty) await inner.WriteAsync(rest, cancellationToken);
    }
}
