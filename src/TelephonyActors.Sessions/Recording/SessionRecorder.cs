using Akka.Actor;
using Akka.Persistence;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Recording;

/// <summary>
/// The journal of a session: one history of run headers and batches of records. When it starts it finds out whether a run goes on,
/// or begins one; then it commits what it is given, batch by batch.
/// </summary>
internal sealed class SessionRecorder : ReceivePersistentActor
{
    private readonly RecordingOptions _options;
    private readonly IActorRef _gatherer;
    private readonly SessionRecovery _recovery = new();
    private ImageBytes? _image;

    public SessionRecorder(RecordingOptions options, IActorRef gatherer)
    {
        _options = options;
        _gatherer = gatherer;
        Recover<SnapshotOffer>(offer => _recovery.Take((ImageBytes)offer.Snapshot));
        Recover<RunHeader>(_recovery.Take);
        Recover<RecordBatch>(_recovery.Take);
        Recover<RecoveryCompleted>(_ => Begin());
        Command<CommitBatch>(Commit);
        Command<SaveSnapshotSuccess>(saved => DeleteSnapshots(new SnapshotSelectionCriteria(saved.Metadata.SequenceNr - 1)));
        // A snapshot that could not be saved or deleted costs time at the next restart and nothing else.
        Command<SaveSnapshotFailure>(_ => { });
        Command<DeleteSnapshotsSuccess>(_ => { });
        Command<DeleteSnapshotsFailure>(_ => { });
    }

    public override string PersistenceId => SessionName.PersistenceIdOf(_options.Session);

    /// <summary>A run that begins needs nothing of those before it but the numbering.</summary>
    public override Recovery Recovery => _options.Continues ? Recovery.Default : Recovery.None;

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Tell("is not recorded any more", cause);

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        Tell("is not recorded any more", cause);
        Context.Stop(Self);
    }

    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Tell("cannot be opened", reason);

    private void Begin()
    {
        if (_options.Continues && _recovery.Image is { } image)
        {
            _gatherer.Tell(new SessionOpened(image, GoesOn: true));
            return;
        }

        Persist(_options.Header, header => _gatherer.Tell(new SessionOpened(new SwitchImage(header, new InFlight(writes: true, reads: false)), GoesOn: false)));
    }

    private void Commit(CommitBatch commit)
    {
        _image = commit.Image;
        PersistAsync(commit.Batch, _ =>
        {
            if (_image is not null) SaveSnapshot(_image);
            _image = null;
            _gatherer.Tell(BatchCommitted.Instance);
        });
    }

    private void Tell(string what, Exception cause)
    {
        var why = cause is DamagedRecordException ? $"record {LastSequenceNr} of its journal is damaged: {cause.Message}" : Sentences.Of(cause);
        _gatherer.Tell(new JournalFailed(new RecordingFailedException($"Session {_options.Session} {what}: {why}", cause)));
    }
}
