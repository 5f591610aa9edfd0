using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Journal;

namespace TelephonyActors.Sessions.Exporting;

/// <summary>Writes the records of a run as they are; an input that is a message on the way stands there as that message.</summary>
internal sealed class RunPacker
{
    private readonly Entities _entities = new();
    private readonly InFlight _inFlight = new(writes: true, reads: false, byTarget: true);
    private readonly RecordWriter _writer;

    public RunPacker(RunHeader header) => _writer = new RecordWriter(new SwitchImage(header, _inFlight).Scope, _inFlight);

    public bool IsEmpty => _writer.Count == 0;

    public void Pack(SessionRecord record)
    {
        var name = Entities.NameOf(record.Entity);
        var entity = _entities.Of(record.Entity.Kind, name);
        var position = record.Position == entity.Position + 1 ? 0 : record.Position;
        entity.Position = record.Position;
        _writer.Write(record.Entity.Kind, name, position, record.Time, Arrived(record, name), record.Failed, record.Outputs);
        if (record.Input is Stopped) _entities.Forget((TLibrary.ConnID)name);
    }

    public RecordBatch Finish() => new(_writer.Finish());

    // The message that the input is, where one like it is on the way.
    private object? Arrived(SessionRecord record, object name) => record.Input switch
    {
        CallInput.Dialed dialed when _inFlight.Find("", dialed.Order, Formats.Parts.DialOrder) is { } order => dialed with { Order = order },
        MonitorInput.Published published when _inFlight.Find("", published.Fact, Formats.MonitorFormats.Fact) is { } fact => new MonitorInput.Published(fact),
        StrayInput stray when _inFlight.Find(stray.ConnID, stray.Input, Formats.CallFormats.Input) is { } input => stray with { Input = input },
        CallInput input => _inFlight.Find(name, input, Formats.CallFormats.Input) ?? input,
        CallModel.Dns.DnInput input => _inFlight.Find(name, input, Formats.DnFormats.Input) ?? input,
        CallModel.Lines.LineInput input => _inFlight.Find(name, input, Formats.LineFormats.Input) ?? input,
        var other => other,
    };
}
