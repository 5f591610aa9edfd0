using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Persistence.Journal;

/// <summary>How events are replayed when two writers have written to the same history.</summary>
internal sealed class ReplayFilterSettings
{
    public ReplayFilterSettings(Config config)
    {
        IsOn = config.GetString("replay-filter.mode") switch
        {
            "repair-by-discard-old" => true,
            "off" => false,
            var mode => throw new ConfigurationException(
                $"Invalid replay-filter.mode [{mode}], supported values [off, repair-by-discard-old]"),
        };
        WindowSize = config.GetInt("replay-filter.window-size");
        MaxOldWriters = config.GetInt("replay-filter.max-old-writers");
    }

    public bool IsOn { get; }
    public int WindowSize { get; }
    public int MaxOldWriters { get; }
}

/// <summary>
/// Passes replayed events on to their actor. A journal whose process was thought dead may have gone on writing while its
/// successor wrote already: of the two, the later writer is right.
/// </summary>
internal sealed class ReplayFilter(ReplayFilterSettings settings, IActorRef persistentActor, ILoggingAdapter log)
{
    private readonly Queue<string> _oldWriters = new();
    private Queue<Persistent> _window = new();
    private string _writer = "";
    private long _sequenceNr = -1;

    public void Add(Persistent persistent)
    {
        if (!settings.IsOn)
        {
            Pass(persistent);
            return;
        }

        if (_window.Count == settings.WindowSize)
            Pass(_window.Dequeue());
        if (persistent.WriterUuid == _writer)
            AddOfSameWriter(persistent);
        else if (_oldWriters.Contains(persistent.WriterUuid))
            Discard(persistent);
        else
            AddOfNewWriter(persistent);
    }

    /// <summary>Passes on what is still waiting.</summary>
    public void Complete()
    {
        foreach (var persistent in _window)
            Pass(persistent);
        _window.Clear();
    }

    private void AddOfSameWriter(Persistent persistent)
    {
        if (persistent.SequenceNr < _sequenceNr)
        {
            Discard(persistent);
            return;
        }

        _window.Enqueue(persistent);
        _sequenceNr = persistent.SequenceNr;
    }

    private void AddOfNewWriter(Persistent persistent)
    {
        if (_writer.Length > 0)
            _oldWriters.Enqueue(_writer);
        if (_oldWriters.Count > settings.MaxOldWriters)
            _oldWriters.Dequeue();
        _writer = persistent.WriterUuid;
        _sequenceNr = persistent.SequenceNr;

        if (_window.Any(waiting => waiting.SequenceNr >= _sequenceNr))
        {
            foreach (var waiting in _window.Where(waiting => waiting.SequenceNr >= _sequenceNr))
                Discard(waiting);
            _window = new Queue<Persistent>(_window.Where(waiting => waiting.SequenceNr < _sequenceNr));
        }

        _window.Enqueue(persistent);
    }

    private void Pass(Persistent persistent) => persistentActor.Tell(new ReplayedMessage(persistent), ActorRefs.NoSender);

    private void Discard(Persistent persistent) => log.Warning(
        "Discarded event [sequenceNr={0}, writerUUID={1}] of persistenceId [{2}]: a later writer [writerUUID={3}] had already written. " +
        "Perhaps two actors have the same persistenceId, or the old journal went on after the new one had started?",
        persistent.SequenceNr,
        persistent.WriterUuid,
        persistent.PersistenceId,
        _writer);
}
