using System.Buffers;
using System.Net.WebSockets;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Client;

/// <summary>
/// What a client has to send. Requests that gather while a write is under way go out in the next one; one that comes alone goes out at once.
/// </summary>
internal sealed class RequestQueue(WebSocket socket, BatchingStream? stream)
{
    // Beyond that whoever sends more waits.
    private const int MostWaiting = 64 * 1024;

    private readonly Lock _gate = new();
    private Batch _waiting = new();
    private Batch _sending = new();
    private Task _writing = Task.CompletedTask;
    private bool _ended;

    /// <summary>Adds a request; completes when it is on its way, or when there is room for the next one.</summary>
    public Task AddAsync(TRequest request, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_ended) return Task.FromException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
            _waiting.Add(request);
            if (_writing.IsCompleted) _writing = Task.Run(WriteAsync, CancellationToken.None);
            return _waiting.Length < MostWaiting ? Task.CompletedTask : _waiting.Written.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Takes no more; the task ends when all has been written, or cannot be any more.</summary>
    public Task EndAsync()
    {
        lock (_gate)
        {
            _ended = true;
            return _writing;
        }
    }

    private async Task WriteAsync()
    {
        while (TryTake())
        {
            try
            {
                for (var at = 0; at < _sending.Count; at++)
                {
                    stream?.Holds = at < _sending.Count - 1;
                    await socket.SendAsync(_sending[at], WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // Who waits for an answer is told when the reading ends.
                lock (_gate) _ended = true;
            }

            _sending.Written.TrySetResult();
        }
    }

    private bool TryTake()
    {
        lock (_gate)
        {
            _sending.Clear();
            if (_waiting.Count == 0)
            {
                // Set here, under the lock: a request that comes now begins a new writing.
                _writing = Task.CompletedTask;
                return false;
            }

            (_waiting, _sending) = (_sending, _waiting);
            return true;
        }
    }

    /// <summary>Requests one behind the other.</summary>
    private sealed class Batch
    {
        private readonly ArrayBufferWriter<byte> _text = new(1024);
        private readonly List<int> _ends = [];

        public int Count => _ends.Count;

        public int Length => _text.WrittenCount;

        public TaskCompletionSource Written { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ReadOnlyMemory<byte> this[int at] => _text.WrittenMemory[(at == 0 ? 0 : _ends[at - 1]).._ends[at]];

        public void Add(TRequest request)
        {
            TLibraryJson.Write(_text, request);
            _ends.Add(_text.WrittenCount);
        }

        public void Clear()
        {
            if (Written.Task.IsCompleted) Written = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ends.Clear();
            _text.ResetWrittenCount();
        }
    }
}
