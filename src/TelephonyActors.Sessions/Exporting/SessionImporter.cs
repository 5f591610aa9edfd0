using Akka.Persistence;
using TelephonyActors.Sessions.Recording;

namespace TelephonyActors.Sessions.Exporting;

/// <summary>Persists what an import brings, as the history of its session: all of it in one write, or nothing.</summary>
internal sealed class SessionImporter : ReceivePersistentActor
{
    private readonly string _session;
    private readonly TaskCompletionSource _kept;
    private int _left;

    public SessionImporter(string session, IReadOnlyList<object> events, TaskCompletionSource kept)
    {
        _session = session;
        _kept = kept;
        _left = events.Count;
        Recover<RecoveryCompleted>(_ =>
        {
            PersistAllAsync(events, _ => Kept());
        });
    }

    public override string PersistenceId => SessionName.PersistenceIdOf(_session);

    public override Recovery Recovery => Recovery.None;

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Fail(cause);

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) => Fail(cause);

    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Fail(reason);

    private void Kept()
    {
        if (--_left == 0) _kept.TrySetResult();
    }

    private void Fail(Exception cause) =>
        _kept.TrySetException(new RecordingFailedException($"Session {_session} could not be imported whole: {Sentences.Of(cause)}", cause));
}
