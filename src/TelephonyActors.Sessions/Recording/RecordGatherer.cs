using Akka.Actor;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Sessions.Recording;

/// <summary>
/// Packs what entities hand over into batches, one after the other: whatever has gathered while a batch was committed makes the next
/// one. What a batch means for clients is delivered when it is committed.
/// </summary>
internal sealed class RecordGatherer(SessionRecording recording) : UntypedActor
{
    private readonly List<Drain> _drains = [];

    // What came before the session was open.
    private readonly List<object> _early = [];

    private RecordPacker? _packer;
    private List<EntityRecord> _gathered = [];
    private List<EntityRecord> _committing = [];
    private int _recordsCommitting;
    private IActorRef _journal = ActorRefs.Nobody;
    private IDisposable? _outside;
    private bool _isCommitting;
    private RecordingFailedException? _failed;

    private RecordingOptions Options => recording.Options;

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(static _ => Directive.Stop);

    protected override void PreStart()
    {
        // Nothing can be packed before the journal says which run it is; until then a commit counts as under way.
        _isCommitting = true;
        _outside = Options.Outside?.Invoke();
        var options = Options;
        var gatherer = Self;
        var journal = Props.CreateBy(new Producer<SessionRecorder>(() => new SessionRecorder(options, gatherer)));
        if (options.Journals is { } elsewhere) _journal = elsewhere.Start(journal, gatherer);
        else
        {
            _journal = Context.ActorOf(journal, "journal");
            Context.WatchWith(_journal, JournalEnded.Instance);
        }
    }

    // A child stops with its parent; a journal elsewhere is told to.
    protected override void PostStop()
    {
        if (Options.Journals is not null) _journal.Tell(PoisonPill.Instance, ActorRefs.NoSender);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case EntityRecord record: Take(record); break;
            case StepMark mark: Take(mark); break;
            case BatchCommitted: Committed(); break;
            case SessionOpened opened: Open(opened); break;
            case JournalFailed failed: Fail(failed.Why); break;
            case JournalEnded: Fail(new RecordingFailedException($"Session {Options.Session} is not recorded any more: its journal has stopped.")); break;
            case Drain drain: DrainTo(drain); break;
            default: Unhandled(message); break;
        }
    }

    private void Open(SessionOpened opened)
    {
        _packer = new RecordPacker(opened.Image, Options.RecordsPerSnapshot);
        recording.Opened(opened.Image, opened.GoesOn);
        foreach (var waiting in _early) Pack(waiting);
        _early.Clear();
        Committed();
    }

    private void Take(EntityRecord record)
    {
        if (_failed is not null) Pass(record);
        else
        {
            if (record.HasDeliveries) _gathered.Add(record);
            Gather(record);
        }
    }

    private void Take(StepMark mark)
    {
        if (_failed is null) Gather(mark);
    }

    private void Gather(object record)
    {
        if (_packer is null) _early.Add(record);
        else Pack(record);
        if (!_isCommitting) Commit();
    }

    private void Pack(object record)
    {
        if (record is EntityRecord of) _packer!.Pack(of);
        else _packer!.Pack((StepMark)record, Context.System.Scheduler.Now);
    }

    private void Commit()
    {
        var (records, batch, image) = _packer!.Finish();
        (_committing, _gathered) = (_gathered, _committing);
        _recordsCommitting = records;
        _isCommitting = true;
        var before = _outside;
        _outside = Options.Outside?.Invoke();
        before?.Dispose();
        _journal.Tell(new CommitBatch(batch, image), Self);
    }

    private void Committed()
    {
        foreach (var record in _committing) record.Deliver(recording.Deliveries);
        _committing.Clear();
        recording.Committed(_recordsCommitting);
        _recordsCommitting = 0;
        _isCommitting = false;
        if (_packer is { IsEmpty: false }) Commit();
        else Drained();
    }

    private void Drained()
    {
        _outside?.Dispose();
        _outside = null;
        foreach (var drain in _drains) drain.Drained.TrySetResult();
        _drains.Clear();
    }

    private void DrainTo(Drain drain)
    {
        _drains.Add(drain);
        if (!_isCommitting || _failed is not null) Drained();
    }

    // The journal ends after a failure, whatever had been given to it.
    private void Fail(RecordingFailedException why)
    {
        if (_failed is not null) return;
        _failed = why;
        foreach (var record in _committing.Concat(_gathered)) Pass(record);
        _committing.Clear();
        _gathered.Clear();
        _early.Clear();
        recording.Fail(why);
        Drained();
    }

    // That the link ends is told in any case: it is what a switch that stops has left to say.
    private void Pass(EntityRecord record)
    {
        var passes = Options.OnFailure == OnRecordingFailure.Continue || record is FrontRecord { Input: FrontInput.Closed };
        if (passes && record.HasDeliveries) record.Deliver(recording.Deliveries);
    }
}

/// <summary>Commits a batch; where there is an image, it is what the batch leaves.</summary>
internal sealed record CommitBatch(RecordBatch Batch, ImageBytes? Image);

/// <summary>The batch is committed.</summary>
internal sealed record BatchCommitted
{
    public static BatchCommitted Instance { get; } = new();
}

/// <summary>The session can be recorded, from this image on; whether it is one of a run that goes on.</summary>
internal sealed record SessionOpened(SwitchImage Image, bool GoesOn);

/// <summary>The journal does not take anything any more.</summary>
internal sealed record JournalFailed(RecordingFailedException Why);
