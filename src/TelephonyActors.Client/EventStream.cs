using System.Threading.Channels;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Client;

/// <summary>What a client hears from one moment on, until the connection ends or the reader stops.</summary>
internal sealed class EventStream(Action<EventStream> forget) : IAsyncEnumerable<TEvent>
{
    private readonly Channel<TEvent> _heard =
        Channel.CreateUnbounded<TEvent>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    public void Add(TEvent heard) => _heard.Writer.TryWrite(heard);

    public void End() => _heard.Writer.TryComplete();

    public async IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            while (await _heard.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                while (_heard.Reader.TryRead(out var heard)) yield return heard;
        }
        finally
        {
            forget(this);
        }
    }
}
