using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Client;

/// <summary>
/// A client of the link (WebSocket, JSON). Its requests may be sent from any thread and need not wait for each other. Disposing it closes
/// the connection: its registrations end, its calls stay as they are (call models, chapter 8).
/// </summary>
public sealed partial class TelephonyClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<TEvent>> _open = [];
    private readonly RequestQueue _requests;
    private readonly Task _reading;
    private ImmutableArray<EventStream> _streams = [];
    private long _lastReferenceID;
    private volatile bool _ended;

    private TelephonyClient(ClientWebSocket socket, BatchingStream? stream)
    {
        _socket = socket;
        _requests = new RequestQueue(socket, stream);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Why the service closed the connection; null while it is open, or where it broke.</summary>
    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>Connects to a service, such as <c>ws://localhost:5080/tlib</c>; throws <see cref="WebSocketException"/> where it refuses.</summary>
    public static Task<TelephonyClient> ConnectAsync(Uri link, CancellationToken cancellation = default) =>
        ConnectAsync(link, new TelephonyClientOptions(), cancellation);

    /// <summary>Connects to a service with options of its own.</summary>
    public static async Task<TelephonyClient> ConnectAsync(Uri link, TelephonyClientOptions options, CancellationToken cancellation = default)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = options.Ping;
        socket.Options.KeepAliveTimeout = options.Pong;
        if (options.Token is { } token) socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        BatchingStream? stream = null;
        using var handler = new SocketsHttpHandler
        {
            PlaintextStreamFilter = (context, _) => new ValueTask<Stream>(stream = new BatchingStream(context.PlaintextStream)),
        };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        try
        {
            await socket.ConnectAsync(link, invoker, cancellation).ConfigureAwait(false);
            return new TelephonyClient(socket, stream);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Everything the client hears from now on, answers included, in the order in which it comes; ends with the connection. What is not
    /// read waits in memory.
    /// </summary>
    public IAsyncEnumerable<TEvent> Events()
    {
        var stream = new EventStream(Forget);
        ImmutableInterlocked.Update(ref _streams, static (streams, added) => streams.Add(added), stream);
        if (_ended) stream.End();
        return stream;
    }

    /// <summary>Sends a request under a ReferenceID of the client's own choice, and waits for its answer.</summary>
    /// <exception cref="RequestRefusedException">The switch answered with EventError.</exception>
    /// <exception cref="WebSocketException">The connection has ended.</exception>
    public async Task<TEvent> RequestAsync(TRequest request, CancellationToken cancellation = default)
    {
        var id = Interlocked.Increment(ref _lastReferenceID);
        var answer = new TaskCompletionSource<TEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = answer;
        try
        {
            await SendAsync(request with { ReferenceID = id }, cancellation).ConfigureAwait(false);
            if (_ended) throw Ended();
            var heard = await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
            return heard.Event == EventName.EventError ? throw new RequestRefusedException(heard) : heard;
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    /// <summary>
    /// Sends a request as it is; what answers it comes with the other events. Completes when the request is on its way, which is at once
    /// unless much waits to be written.
    /// </summary>
    /// <exception cref="WebSocketException">The connection has ended.</exception>
    public Task SendAsync(TRequest request, CancellationToken cancellation = default) =>
        _ended ? Task.FromException(Ended()) : _requests.AddAsync(request, cancellation);

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await _requests.EndAsync().WaitAsync(patience.Token).ConfigureAwait(false);
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
                await _reading.WaitAsync(patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It is gone already, or does not answer; either way it ends here.
        }

        _socket.Dispose();
        await _reading.ConfigureAwait(false);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[4096];
        var length = 0;
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).ConfigureAwait(false);
                if (read.MessageType == WebSocketMessageType.Close) break;
                length += read.Count;
                if (read.EndOfMessage)
                {
                    Hear(buffer.AsSpan(0, length));
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * length);
                }
            }

            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection broke: whoever waits is told below.
        }

        _ended = true;
        _ = _requests.EndAsync();
        foreach (var (_, answer) in _open) answer.TrySetException(Ended());
        foreach (var stream in _streams) stream.End();
    }

    private void Hear(ReadOnlySpan<byte> text)
    {
        if (!TLibraryJson.TryReadEvent(text, out TEvent? heard, out string? fault)) throw new WebSocketException($"The service sent what is no event: {fault}");
        if (heard.ReferenceID is { } id && _open.TryGetValue(id, out var answer)) answer.TrySetResult(heard);
        foreach (var stream in _streams) stream.Add(heard);
    }

    private void Forget(EventStream stream) =>
        ImmutableInterlocked.Update(ref _streams, static (streams, gone) => streams.Remove(gone), stream);

    private static WebSocketException Ended() => new(WebSocketError.ConnectionClosedPrematurely, "The connection to the service has ended.");
}
