using TelephonyActors.Sessions.Exporting;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Sessions.Tests.Restarting;

/// <summary>Records what a switch decides that goes on from an image, in memory, and delivers it at once.</summary>
internal sealed class MemoryRecorder(SwitchImage image) : IRecorder
{
    private readonly RecordPacker _packer = new(image, int.MaxValue);
    private IDeliveries? _deliveries;

    public SwitchPast? Past { get; } = Resumption.Of(image);

    public void Take(EntityRecord record)
    {
        _packer.Pack(record);
        if (record.HasDeliveries) record.Deliver(_deliveries!);
    }

    public ValueTask ReadyAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public Task DrainAsync() => Task.CompletedTask;

    public void Attach(IDeliveries deliveries) => _deliveries = deliveries;

    /// <summary>The journal of the former process and of this one.</summary>
    public IReadOnlyList<JournalEntry> Entries(RunHeader header, IReadOnlyList<SessionRecord> past) =>
    [
        new JournalEntry(1, SessionSerializer.RunManifest, SessionSerializer.Write(header)),
        new JournalEntry(2, SessionSerializer.BatchManifest, Pack(header, past).Bytes),
        new JournalEntry(3, SessionSerializer.BatchManifest, _packer.Finish().Batch.Bytes),
    ];

    /// <summary>Records as the batch that they were.</summary>
    public static RecordBatch Pack(RunHeader header, IReadOnlyList<SessionRecord> records)
    {
        var packer = new RunPacker(header);
        foreach (var record in records) packer.Pack(record);
        return packer.Finish();
    }
}
