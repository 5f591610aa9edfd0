namespace Akka.Persistence;

/// <summary>A snapshot is saved.</summary>
public sealed class SaveSnapshotSuccess(SnapshotMetadata metadata) : IEquatable<SaveSnapshotSuccess>
{
    public SnapshotMetadata Metadata => metadata;

    public bool Equals(SaveSnapshotSuccess other) => other is not null && Equals(Metadata, other.Metadata);

    public override bool Equals(object obj) => Equals(obj as SaveSnapshotSuccess);

    public override int GetHashCode() => Metadata.GetHashCode();

    public override string ToString() => $"SaveSnapshotSuccess<{Metadata}>";
}

/// <summary>A snapshot is not saved.</summary>
public sealed class SaveSnapshotFailure(SnapshotMetadata metadata, Exception cause) : IEquatable<SaveSnapshotFailure>
{
    public SnapshotMetadata Metadata => metadata;
    public Exception Cause => cause;

    public bool Equals(SaveSnapshotFailure other) =>
        other is not null && Equals(Metadata, other.Metadata) && Equals(Cause, other.Cause);

    public override bool Equals(object obj) => Equals(obj as SaveSnapshotFailure);

    public override int GetHashCode() => HashCode.Combine(Metadata, Cause);

    public override string ToString() => $"SaveSnapshotFailure<meta: {Metadata}, cause: {Cause}>";
}

/// <summary>A snapshot is deleted.</summary>
public sealed class DeleteSnapshotSuccess(SnapshotMetadata metadata) : IEquatable<DeleteSnapshotSuccess>
{
    public SnapshotMetadata Metadata => metadata;

    public bool Equals(DeleteSnapshotSuccess other) => other is not null && Equals(Metadata, other.Metadata);

    public override bool Equals(object obj) => Equals(obj as DeleteSnapshotSuccess);

    public override int GetHashCode() => Metadata.GetHashCode();

    public override string ToString() => $"DeleteSnapshotSuccess<{Metadata}>";
}

/// <summary>A snapshot is not deleted.</summary>
public sealed class DeleteSnapshotFailure(SnapshotMetadata metadata, Exception cause) : IEquatable<DeleteSnapshotFailure>
{
    public SnapshotMetadata Metadata => metadata;
    public Exception Cause => cause;

    public bool Equals(DeleteSnapshotFailure other) =>
        other is not null && Equals(Metadata, other.Metadata) && Equals(Cause, other.Cause);

    public override bool Equals(object obj) => Equals(obj as DeleteSnapshotFailure);

    public override int GetHashCode() => HashCode.Combine(Metadata, Cause);

    public override string ToString() => $"DeleteSnapshotFailure<meta: {Metadata}, cause: {Cause}>";
}

/// <summary>Snapshots are deleted.</summary>
public sealed class DeleteSnapshotsSuccess(SnapshotSelectionCriteria criteria) : IEquatable<DeleteSnapshotsSuccess>
{
    public SnapshotSelectionCriteria Criteria => criteria;

    public bool Equals(DeleteSnapshotsSuccess other) => other is not null && Equals(Criteria, other.Criteria);

    public override bool Equals(object obj) => Equals(obj as DeleteSnapshotsSuccess);

    public override int GetHashCode() => Criteria.GetHashCode();

    public override string ToString() => $"DeleteSnapshotsSuccess<{Criteria}>";
}

/// <summary>Snapshots are not deleted.</summary>
public sealed class DeleteSnapshotsFailure(SnapshotSelectionCriteria criteria, Exception cause) : IEquatable<DeleteSnapshotsFailure>
{
    public SnapshotSelectionCriteria Criteria => criteria;
    public Exception Cause => cause;

    public bool Equals(DeleteSnapshotsFailure other) =>
        other is not null && Equals(Criteria, other.Criteria) && Equals(Cause, other.Cause);

    public override bool Equals(object obj) => Equals(obj as DeleteSnapshotsFailure);

    public override int GetHashCode() => HashCode.Combine(Criteria, Cause);

    public override string ToString() => $"DeleteSnapshotsFailure<criteria: {Criteria}, cause: {Cause}>";
}
