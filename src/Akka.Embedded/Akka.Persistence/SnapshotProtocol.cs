namespace Akka.Persistence;

/// <summary>What identifies a snapshot.</summary>
public sealed class SnapshotMetadata(string persistenceId, long sequenceNr, DateTime timestamp) : IEquatable<SnapshotMetadata>
{
    public string PersistenceId => persistenceId;

    /// <summary>The number of the last event that is in the snapshot.</summary>
    public long SequenceNr => sequenceNr;

    public DateTime Timestamp => timestamp;

    public bool Equals(SnapshotMetadata other) =>
        other is not null && PersistenceId == other.PersistenceId && SequenceNr == other.SequenceNr && Timestamp == other.Timestamp;

    public override bool Equals(object obj) => Equals(obj as SnapshotMetadata);

    public override int GetHashCode() => HashCode.Combine(PersistenceId, SequenceNr, Timestamp);

    public override string ToString() =>
        $"SnapshotMetadata<pid: {PersistenceId}, seqNr: {SequenceNr}, timestamp: {Timestamp:yyyy/MM/dd}>";
}

/// <summary>The first message of a recovery from a snapshot.</summary>
public sealed class SnapshotOffer(SnapshotMetadata metadata, object snapshot) : IEquatable<SnapshotOffer>
{
    public SnapshotMetadata Metadata => metadata;
    public object Snapshot => snapshot;

    public bool Equals(SnapshotOffer other) =>
        other is not null && Equals(Metadata, other.Metadata) && Equals(Snapshot, other.Snapshot);

    public override bool Equals(object obj) => Equals(obj as SnapshotOffer);

    public override int GetHashCode() => HashCode.Combine(Metadata, Snapshot);

    public override string ToString() => $"SnapshotOffer<meta: {Metadata}, snapshot: {Snapshot}>";
}

/// <summary>Which snapshots are meant: by number, by time, or both.</summary>
public sealed class SnapshotSelectionCriteria : IEquatable<SnapshotSelectionCriteria>
{
    public SnapshotSelectionCriteria(
        long maxSequenceNr, DateTime maxTimeStamp, long minSequenceNr = 0L, DateTime? minTimestamp = null)
    {
        MaxSequenceNr = maxSequenceNr;
        MaxTimeStamp = maxTimeStamp;
        MinSequenceNr = minSequenceNr;
        MinTimestamp = minTimestamp ?? DateTime.MinValue;
    }

    public SnapshotSelectionCriteria(long maxSequenceNr)
        : this(maxSequenceNr, DateTime.MaxValue)
    {
    }

    /// <summary>All of them; to recover from, the latest.</summary>
    public static SnapshotSelectionCriteria Latest { get; } = new(long.MaxValue, DateTime.MaxValue);

    /// <summary>None of them.</summary>
    public static SnapshotSelectionCriteria None { get; } = new(0L, DateTime.MinValue);

    public long MaxSequenceNr { get; }
    public DateTime MaxTimeStamp { get; }
    public long MinSequenceNr { get; }
    public DateTime? MinTimestamp { get; }

    public bool Equals(SnapshotSelectionCriteria other) =>
        other is not null
        && MaxSequenceNr == other.MaxSequenceNr && MaxTimeStamp == other.MaxTimeStamp
        && MinSequenceNr == other.MinSequenceNr && MinTimestamp == other.MinTimestamp;

    public override bool Equals(object obj) => Equals(obj as SnapshotSelectionCriteria);

    public override int GetHashCode() => HashCode.Combine(MaxSequenceNr, MaxTimeStamp, MinSequenceNr, MinTimestamp);

    public override string ToString() =>
        $"SnapshotSelectionCriteria<maxSeqNr: {MaxSequenceNr}, maxTimestamp: {MaxTimeStamp:yyyy/MM/dd}, " +
        $"minSeqNr: {MinSequenceNr}, minTimestamp: {MinTimestamp:yyyy/MM/dd}>";

    internal SnapshotSelectionCriteria Limit(long toSequenceNr) =>
        toSequenceNr < MaxSequenceNr
            ? new SnapshotSelectionCriteria(toSequenceNr, MaxTimeStamp, MinSequenceNr, MinTimestamp)
            : this;
}

/// <summary>A snapshot that was found.</summary>
internal sealed record SelectedSnapshot(SnapshotMetadata Metadata, object Snapshot);

/// <summary>Asks for the latest snapshot that fits.</summary>
internal sealed record LoadSnapshot(string PersistenceId, SnapshotSelectionCriteria Criteria, long ToSequenceNr);

/// <summary>The snapshot, if there is one.</summary>
internal sealed record LoadSnapshotResult(SelectedSnapshot Snapshot, long ToSequenceNr);

/// <summary>The snapshot store could not look for a snapshot.</summary>
internal sealed record LoadSnapshotFailed(Exception Cause);

/// <summary>Asks to save a snapshot.</summary>
internal sealed record SaveSnapshot(SnapshotMetadata Metadata, object Snapshot);

/// <summary>Asks to delete a snapshot.</summary>
internal sealed record DeleteSnapshot(SnapshotMetadata Metadata);

/// <summary>Asks to delete snapshots.</summary>
internal sealed record DeleteSnapshots(string PersistenceId, SnapshotSelectionCriteria Criteria);
