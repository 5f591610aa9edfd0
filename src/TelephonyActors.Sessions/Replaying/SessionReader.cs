using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Replaying;

/// <summary>What stands in a session, item by item in its order.</summary>
public abstract record SessionItem
{
    private SessionItem() { }

    /// <summary>The row of the session's journal that it stands in, from 1.</summary>
    public long Row { get; init; }

    /// <summary>A run begins.</summary>
    public sealed record Run(RunHeader Header) : SessionItem;

    /// <summary>A record of the run.</summary>
    public sealed record Record(SessionRecord Recorded) : SessionItem;
}

/// <summary>Reads sessions from their database.</summary>
public static class SessionReader
{
    /// <summary>Everything in a session. What precedes a damaged record is read; then the exception says where that is.</summary>
    /// <exception cref="SessionDatabaseException">The database cannot be read.</exception>
    /// <exception cref="DamagedRecordException">The next record is damaged, or a newer version wrote it.</exception>
    public static IEnumerable<SessionItem> Read(SessionDatabase database, string session) => Read(session, database.Entries(session));

    internal static IEnumerable<SessionItem> Read(string session, IEnumerable<JournalEntry> entries)
    {
        RunHeader? header = null;
        RecordReader? reader = null;
        long records = 0;
        long expected = 1;
        foreach (var entry in entries)
        {
            if (entry.Number != expected) throw Damaged("a row before it is missing");
            expected++;
            if (entry.Manifest == SessionSerializer.RunManifest)
            {
                try
                {
                    header = SessionSerializer.Read(entry.Bytes);
                }
                catch (DamagedRecordException damaged)
                {
                    throw Damaged(damaged.Message);
                }

                var image = new SwitchImage(header, new InFlight(writes: false, reads: true));
                reader = new RecordReader(image.Scope, image.InFlight, image.Entities);
                records = 0;
                yield return new SessionItem.Run(header) { Row = entry.Number };
                continue;
            }

            if (reader is null) throw Damaged("its run has no beginning");
            if (entry.Manifest != SessionSerializer.BatchManifest) throw Damaged($"it is a {entry.Manifest}, which is not known");
            using var batch = reader.Read(entry.Bytes).GetEnumerator();
            while (Next(batch, entry) is { } record)
            {
                records++;
                yield return new SessionItem.Record(record) { Row = entry.Number };
            }

            SessionRecord? Next(IEnumerator<SessionRecord> batch, JournalEntry of)
            {
                try
                {
                    return batch.MoveNext() ? batch.Current : null;
                }
                catch (DamagedRecordException damaged)
                {
                    throw Damaged(damaged.Message);
                }
            }

            DamagedRecordException Damaged(string what) => new(
                $"session {session}, run {header?.Run ?? 0}, record {records + 1} (row {entry.Number} of the journal): {what}");
        }
    }
}
