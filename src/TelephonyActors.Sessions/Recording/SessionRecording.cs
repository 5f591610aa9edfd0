using Akka.Actor;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Sessions.Recording;

/// <summary>
/// Records a switch as a session: the switch hands it what its entities decide (<see cref="IRecorder"/>), and hears of nothing; two
/// actors pack the records into batches, commit them, and deliver them once they are kept.
/// </summary>
public sealed class SessionRecording : IRecorder
{
    private readonly RecordingOptions _options;
    private readonly TaskCompletionSource<SwitchImage> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<RecordingFailedException> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private IActorRef _gatherer = ActorRefs.Nobody;
    private IDeliveries? _deliveries;
    private TaskCompletionSource? _ready;
    private int _pending;

    public SessionRecording(RecordingOptions options) => _options = options;

    /// <summary>Completes when the switch does not record any more, with the reason.</summary>
    public Task<RecordingFailedException> Failed => _failed.Task;

    /// <inheritdoc/>
    public SwitchPast? Past { get; private set; }

    internal IDeliveries Deliveries => _deliveries ?? throw new InvalidOperationException("No switch is recorded yet.");

    public RecordingOptions Options => _options;

    /// <summary>
    /// Starts the actors; completes when the session is open, or cannot be opened. Before the switch's own actors are started, or none of
    /// them is recorded.
    /// </summary>
    public async Task StartAsync(ActorSystem system)
    {
        Start(system);
        await Task.WhenAny(_started.Task).ConfigureAwait(false);
    }

    /// <summary>Completes when the session is open.</summary>
    /// <exception cref="SessionDatabaseException">It cannot be opened.</exception>
    public async Task OpenAsync()
    {
        try
        {
            await _started.Task.ConfigureAwait(false);
        }
        catch (RecordingFailedException why)
        {
            throw new SessionDatabaseException(why.Message, why);
        }
    }

    /// <summary>Starts the actors; what the switch does before the session is open waits.</summary>
    public void Start(ActorSystem system) =>
        _gatherer = system.ActorOf(Props.CreateBy(new Producer<RecordGatherer>(() => new RecordGatherer(this))), "session");

    public void Attach(IDeliveries deliveries) => _deliveries = deliveries;

    public void Take(EntityRecord record)
    {
        Interlocked.Increment(ref _pending);
        _gatherer.Tell(record, ActorRefs.NoSender);
    }

    /// <summary>From here on records belong to a step, from 1.</summary>
    public void Mark(int step)
    {
        Interlocked.Increment(ref _pending);
        _gatherer.Tell(new StepMark(step), ActorRefs.NoSender);
    }

    public ValueTask ReadyAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _pending) < _options.MostPending && !_failed.Task.IsCompleted) return ValueTask.CompletedTask;
        return new ValueTask(WaitAsync(cancellation));
    }

    public Task DrainAsync()
    {
        var drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gatherer.Tell(new Drain(drained), ActorRefs.NoSender);
        return drained.Task;
    }

    internal void Opened(SwitchImage image, bool goesOn)
    {
        if (goesOn) Past = Resumption.Of(image);
        _started.TrySetResult(image);
    }

    internal void Committed(int records)
    {
        var left = Interlocked.Add(ref _pending, -records);
        if (_ready is null || left > _options.MostPending / 2) return;
        lock (_gate)
        {
            _ready?.TrySetResult();
            _ready = null;
        }
    }

    internal void Fail(RecordingFailedException why)
    {
        _failed.TrySetResult(why);
        _started.TrySetException(why);
        lock (_gate)
        {
            _ready?.TrySetResult();
            _ready = null;
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (_failed.Task.IsCompleted)
            {
                if (_options.OnFailure == OnRecordingFailure.Continue) return;
                throw await _failed.Task.ConfigureAwait(false);
            }

            Task ready;
            lock (_gate)
            {
                if (Volatile.Read(ref _pending) < _options.MostPending) return;
                ready = (_ready ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                if (_failed.Task.IsCompleted || Volatile.Read(ref _pending) <= _options.MostPending / 2) continue;
            }

            await ready.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }
}

/// <summary>Tell me when all that came before is kept.</summary>
internal sealed record Drain(TaskCompletionSource Drained);
