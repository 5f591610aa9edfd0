using TelephonyActors.Sessions.Journal;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Sessions.Recording;

/// <summary>Writes the records of a switch into the batch at hand, and keeps the image that they leave.</summary>
internal sealed class RecordPacker(SwitchImage image, int recordsPerSnapshot)
{
    private readonly RecordWriter _writer = new(image.Scope, image.InFlight);
    private int _sinceSnapshot;

    public bool IsEmpty => _writer.Count == 0;

    public void Pack(EntityRecord record)
    {
        switch (record)
        {
            case DnRecord dn: Pack(EntityKind.Dn, dn.Number, record.Time, dn.Input, dn.Failed, dn.Next, dn.Outputs); break;
            case CallRecord call: Pack(EntityKind.Call, call.ConnID, record.Time, call.Input, call.Failed, call.Next, call.Outputs); break;
            case MonitorRecord monitor: Pack(EntityKind.Monitoring, "", record.Time, monitor.Input, failed: false, monitor.Next, Some(monitor.Output)); break;
            case CallStopped stopped: Pack(EntityKind.Call, stopped.ConnID, record.Time, Stopped.Instance, failed: false, next: null, []); break;
            case LineRecord line: Pack(EntityKind.Line, line.Number, record.Time, line.Input, line.Failed, line.Next, line.Outputs); break;
            case FrontRecord front: Pack(EntityKind.Front, "", record.Time, front.Input, failed: false, next: null, Some(front.Event)); break;
            case StrayRecord stray:
                Pack(EntityKind.Calls, "", record.Time, new StrayInput(stray.ConnID, stray.Input), failed: false, next: null, Some(stray.Output));
                break;
        }
    }

    public void Pack(StepMark mark, DateTimeOffset now) => Pack(EntityKind.Run, "", now, mark, failed: false, next: null, []);

    /// <summary>The batch, and, where it is time for one, a snapshot of what it leaves.</summary>
    public (int Records, RecordBatch Batch, ImageBytes? Image) Finish()
    {
        var records = _writer.Count;
        _sinceSnapshot += records;
        ImageBytes? snapshot = null;
        if (_sinceSnapshot >= recordsPerSnapshot)
        {
            _sinceSnapshot = 0;
            snapshot = ImageFormat.Write(image);
        }

        return (records, new RecordBatch(_writer.Finish()), snapshot);
    }

    private void Pack(EntityKind kind, object name, DateTimeOffset time, object? input, bool failed, object? next, IReadOnlyList<object> outputs)
    {
        _writer.Write(kind, name, position: 0, time, input, failed, outputs);
        var entity = image.Entities.Of(kind, name);
        entity.Position++;
        image.Take(entity, time, input, failed, next, outputs);
    }

    private static IReadOnlyList<object> Some<T>(T? output)
        where T : class => output is null ? [] : [output];
}
