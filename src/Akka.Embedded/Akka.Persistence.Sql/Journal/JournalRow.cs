using System.Data.Common;
using Akka.Persistence.Journal;

namespace Akka.Persistence.Sql.Journal;

/// <summary>An event as a row of the journal.</summary>
/// <param name="PersistenceId">Whose event it is.</param>
/// <param name="SequenceNr">Its number among those of its actor.</param>
/// <param name="Created">When, in ticks.</param>
/// <param name="Identifier">The number of the serializer.</param>
/// <param name="Manifest">What the serializer calls it.</param>
/// <param name="Message">What the serializer made of it.</param>
/// <param name="WriterUuid">Which journal wrote it.</param>
/// <param name="Tags">The words under which it can be found.</param>
internal sealed record JournalRow(
    string PersistenceId,
    long SequenceNr,
    long Created,
    int Identifier,
    string Manifest,
    byte[] Message,
    string WriterUuid,
    IReadOnlyCollection<string> Tags);

/// <summary>Makes rows of events and events of rows.</summary>
internal sealed class JournalRows(Akka.Serialization.Serialization serialization, string? defaultSerializer)
{
    // One journal, one writer: a later one, of a restarted process for one, has another name.
    private readonly string _writerUuid = Guid.NewGuid().ToString("N");

    public JournalRow Write(Persistent persistent, long created)
    {
        var (payload, tags) = persistent.Payload is Tagged tagged
            ? (tagged.Payload, (IReadOnlyCollection<string>)tagged.Tags)
            : (persistent.Payload, []);
        var serializer = serialization.FindSerializerForType(payload.GetType(), defaultSerializer);
        return new JournalRow(
            persistent.PersistenceId,
            persistent.SequenceNr,
            created,
            serializer.Identifier,
            Akka.Serialization.Serialization.ManifestFor(serializer, payload),
            serializer.ToBinary(payload),
            _writerUuid,
            tags);
    }

    /// <summary>From a row with number, serializer, manifest, message and writer.</summary>
    public Persistent Read(string persistenceId, DbDataReader row) => new(
        serialization.Deserialize(row.GetFieldValue<byte[]>(3), row.GetInt32(1), Text(row, 2)),
        row.GetInt64(0),
        persistenceId,
        Text(row, 4),
        null);

    private static string Text(DbDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetString(column);
}
