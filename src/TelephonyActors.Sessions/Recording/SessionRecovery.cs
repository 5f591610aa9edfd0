using TelephonyActors.Sessions.Journal;

namespace TelephonyActors.Sessions.Recording;

/// <summary>Rebuilds the last run of a session: from a snapshot if there is one, and by deciding the records behind it anew.</summary>
internal sealed class SessionRecovery
{
    private RecordReader? _reader;

    /// <summary>The switch as its last record leaves it; null: no run has begun.</summary>
    public SwitchImage? Image { get; private set; }

    public void Take(ImageBytes snapshot) => Continue(ImageFormat.Read(snapshot));

    public void Take(RunHeader header) => Continue(new SwitchImage(header, new InFlight(writes: true, reads: true)));

    public void Take(RecordBatch batch)
    {
        var image = Image ?? throw new Wire.DamagedRecordException("its run has no beginning");
        foreach (var record in _reader!.Read(batch.Bytes))
        {
            var entity = image.Entities.Of(record.Entity);
            var decided = Redecision.Of(image.Header.Switch, entity.State, record);
            image.Take(entity, record.Time, record.Input, record.Failed, decided.Next, record.Outputs);
        }
    }

    private void Continue(SwitchImage image)
    {
        Image = image;
        _reader = new RecordReader(image.Scope, image.InFlight, image.Entities);
    }
}
