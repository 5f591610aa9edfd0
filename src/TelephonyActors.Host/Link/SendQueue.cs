using System.Net.WebSockets;
using TelephonyActors.Client;

namespace TelephonyActors.Host.Link;

/// <summary>
/// What waits to be sent to one client. Adding never blocks; what has gathered while a write was under way goes out in the next one.
/// </summary>
internal sealed class SendQueue(WebSocket socket, BatchingStream? stream, int limit) : IThreadPoolWorkItem
{
    private const int KeptCapacity = 256;

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<EventFrame> _waiting = [];
    private List<EventFrame> _sending = [];
    private int _unsent;
    private bool _running;
    private bool _closed;
    private bool _ends;

    /// <summary>How many frames have not been written yet.</summary>
    public int Length => Volatile.Read(ref _unsent);

    /// <summary>Adds a frame; false where the queue is full, which closes it.</summary>
    public bool TryAdd(EventFrame frame)
    {
        lock (_gate)
        {
            if (_closed || _ends || _unsent >= limit)
            {
                frame.Release();
                var full = !_closed && !_ends;
                _closed |= full;
                return !full;
            }

            _waiting.Add(frame);
            Interlocked.Increment(ref _unsent);
            if (_running) return true;
            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Takes no more; the task ends when everything has been written, or cannot be any more.</summary>
    public Task EndAsync()
    {
        lock (_gate)
        {
            _ends = true;
            if (!_running) _sent.TrySetResult();
        }

        return _sent.Task;
    }

    /// <summary>The connection is gone: what waits is let go.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var frame in _waiting) frame.Release();
            Interlocked.Add(ref _unsent, -_waiting.Count);
            _waiting.Clear();
            _sent.TrySetResult();
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = SendAsync();

    private async Task SendAsync()
    {
        try
        {
            while (Next())
            {
                for (var at = 0; at < _sending.Count; at++) await SendAsync(_sending[at], hasNext: at < _sending.Count - 1);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            Close();
        }
    }

    // False where there is nothing more to send for now.
    private bool Next()
    {
        lock (_gate)
        {
            _sending.Clear();
            if (_sending.Capacity > KeptCapacity) _sending = [];
            if (_waiting.Count > 0)
            {
                (_waiting, _sending) = (_sending, _waiting);
                return true;
            }

            _running = false;
            if (_ends) _sent.TrySetResult();
            return false;
        }
    }

    private async ValueTask SendAsync(EventFrame frame, bool hasNext)
    {
        try
        {
            stream?.Holds = hasNext;
            await socket.SendAsync(frame.Text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            Interlocked.Decrement(ref _unsent);
            frame.Release();
        }
    }
}
