using Akka.Configuration;

namespace Akka.Persistence.Snapshot;

/// <summary>What actors get that save no snapshots: it has none, and takes none.</summary>
internal sealed class NoSnapshotStore(Config config) : SnapshotStore(config)
{
    protected override Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria) =>
        Task.FromResult<SelectedSnapshot>(null);

    protected override Task SaveAsync(SnapshotMetadata metadata, object snapshot) => Refuse();

    protected override Task DeleteAsync(SnapshotMetadata metadata) => Refuse();

    protected override Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria) => Refuse();

    private static Task Refuse() => Task.FromException(new NotSupportedException("No snapshot store configured."));
}
