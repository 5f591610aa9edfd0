using Akka.Actor;
using Akka.Persistence;

namespace Akka.Embedded.Persistence.Tests.Ledgers;

/// <summary>
/// A persistent actor that does what a command says and tells its reader, a probe, everything that happens to it.
/// </summary>
public sealed class Ledger : ReceivePersistentActor
{
    private readonly IActorRef _reader;
    private readonly List<string> _lines = [];
    private bool _stashesNext;

    public Ledger(string id, IActorRef reader, Recovery recovery)
    {
        PersistenceId = id;
        _reader = reader;
        Recovery = recovery;

        Recover<SnapshotOffer>(offer =>
        {
            Tell($"offered {offer.Snapshot} at {offer.Metadata.SequenceNr}");
            _lines.Clear();
            _lines.AddRange(((Page)offer.Snapshot).Lines.Split(' '));
        });
        Recover<Line>(line => Replay(line.Text));
        Recover<string>(text => text == "stumble", Stumble);
        Recover<string>(text => text == "persist again", text => Persist(text, Written));
        Recover<string>(Replay);
        Recover<byte[]>(bytes => Replay(Convert.ToHexString(bytes)));
        Recover<RecoveryCompleted>(_ => Tell($"recovered at {LastSequenceNr}, recovering {IsRecovering}"));

        Command<Action<Ledger>>(action => action(this));
        Command<string>(_ => _stashesNext, _ => Put());
        Command<SaveSnapshotSuccess>(saved => Tell($"saved at {saved.Metadata.SequenceNr}"));
        Command<SaveSnapshotFailure>(failed => Tell($"not saved: {failed.Cause.Message}"));
        Command<DeleteMessagesSuccess>(deleted => Tell($"deleted to {deleted.ToSequenceNr}"));
        Command<DeleteMessagesFailure>(failed => Tell($"not deleted to {failed.ToSequenceNr}: {failed.Cause.GetType().Name}"));
        Command<DeleteSnapshotSuccess>(deleted => Tell($"deleted snapshot {deleted.Metadata.SequenceNr}"));
        Command<DeleteSnapshotsSuccess>(deleted => Tell($"deleted snapshots to {deleted.Criteria.MaxSequenceNr}"));
        CommandAny(message => Tell($"command {message}"));
    }

    public override string PersistenceId { get; }

    public override Recovery Recovery { get; }

    /// <summary>All that has been written, in order.</summary>
    public string Lines => string.Join(' ', _lines);

    public static Props Props(string id, IActorRef reader, Recovery? recovery = null) =>
        Akka.Actor.Props.Create(() => new Ledger(id, reader, recovery ?? Recovery.Default));

    /// <summary>The command to do something.</summary>
    public static Action<Ledger> Do(Action<Ledger> action) => action;

    /// <summary>The command to persist a line.</summary>
    public static Action<Ledger> Write(string text) => ledger => ledger.Persist(new Line(text), ledger.Written);

    /// <summary>Puts what was persisted into the state, and says so.</summary>
    public void Written(Line line) => Written(line.Text);

    public void Written(string text)
    {
        _lines.Add(text);
        Tell($"wrote {text} at {LastSequenceNr}");
    }

    public void Tell(string text) => _reader.Tell(text);

    public void Answer(object message) => Sender.Tell(message);

    /// <summary>The actor itself.</summary>
    public new IActorRef Self() => base.Self;

    /// <summary>Has the next text put aside.</summary>
    public void StashNext() => _stashesNext = true;

    /// <summary>Takes another behaviour.</summary>
    public void Retire() => Become(() => CommandAny(message => Tell($"retired: {message}")));

    protected override void PreRestart(Exception reason, object message)
    {
        Tell($"restarts for {reason.Message}");
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => Tell("stopped");

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) =>
        Tell($"rejected {@event} at {sequenceNr}: {cause.Message}");

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        Tell($"failed {@event} at {sequenceNr}");

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        Tell($"recovery failed at {LastSequenceNr} with {message ?? "nothing"}: {reason.Message}");

    protected override void OnReplaySuccess() => Tell("replayed");

    private void Replay(string text)
    {
        _lines.Add(text);
        Tell($"replays {text} at {LastSequenceNr}, recovering {IsRecovering}");
    }

    private void Put()
    {
        _stashesNext = false;
        Stash.Stash();
    }

    private static void Stumble(string text) => throw new InvalidOperationException($"I {text}.");
}
