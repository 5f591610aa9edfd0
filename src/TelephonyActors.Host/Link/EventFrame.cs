using System.Buffers;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Link;

/// <summary>
/// The text of an event in a pooled buffer. Where several clients hear the same event it is written once: the entity tells them one
/// after the other on one thread, which remembers its last event.
/// </summary>
internal sealed class EventFrame
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_writer;

    [ThreadStatic]
    private static TEvent? t_last;

    [ThreadStatic]
    private static EventFrame? t_lastFrame;

    private readonly byte[] _buffer;
    private readonly int _length;
    private int _holders = 1;

    private EventFrame(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public ReadOnlyMemory<byte> Text => _buffer.AsMemory(0, _length);

    /// <summary>The frame of an event; who takes it releases it once.</summary>
    public static EventFrame Of(TEvent heard)
    {
        // An answer bears the client's own number: nobody else hears it.
        if (heard.ReferenceID is not null) return Written(heard);
        if (!ReferenceEquals(t_last, heard))
        {
            t_lastFrame?.Release();
            (t_last, t_lastFrame) = (heard, Written(heard));
        }

        Interlocked.Increment(ref t_lastFrame!._holders);
        return t_lastFrame;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0) ArrayPool<byte>.Shared.Return(_buffer);
    }

    private static EventFrame Written(TEvent heard)
    {
        var writer = t_writer ??= new ArrayBufferWriter<byte>(1024);
        writer.ResetWrittenCount();
        TLibraryJson.Write(writer, heard);
        var buffer = ArrayPool<byte>.Shared.Rent(writer.WrittenCount);
        writer.WrittenSpan.CopyTo(buffer);
        return new EventFrame(buffer, writer.WrittenCount);
    }
}
