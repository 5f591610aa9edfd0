using Akka.Actor;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.Switch;

namespace TelephonyActors.Sessions.Exporting;

/// <summary>A line of an export is none; the message says where and why.</summary>
public sealed class BadExportException(string message) : Exception(message);

/// <summary>Reads an export and keeps it as a session, record by record as it stands there, true or not: verifying tells.</summary>
public static class SessionImport
{
    private const int RecordsPerBatch = 500;

    // The journal gets all of it in one write, and nobody waits for it meanwhile.
    internal const string Patience = "akka.persistence.journal.sql.circuit-breaker.call-timeout = 1h";

    /// <summary>Imports the lines of a file; nothing is kept where one of them is bad.</summary>
    /// <param name="database">Where to; prepared.</param>
    /// <param name="file">The file's name, for what is said about it.</param>
    /// <param name="lines">Its lines.</param>
    /// <returns>The session's name, its runs and records.</returns>
    /// <exception cref="BadExportException">A line is no line of an export, or the session exists already.</exception>
    /// <exception cref="RecordingFailedException">The database does not take it.</exception>
    public static async Task<(string Session, int Runs, long Records)> RunAsync(
        SessionDatabase database, string file, IEnumerable<string> lines)
    {
        var (session, events, runs, records) = Pack(file, lines);
        if (database.Has(session))
            throw new BadExportException($"{file}: session {session} exists already; 'sessions delete {session}' takes it away");
        var system = RecordingHosting.StartJournal("import", database, Patience);
        try
        {
            var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            system.ActorOf(Props.CreateBy(new Producer<SessionImporter>(() => new SessionImporter(session, events, kept))), "session");
            await kept.Task.ConfigureAwait(false);
        }
        finally
        {
            await system.Terminate().ConfigureAwait(false);
        }

        return (session, runs, records);
    }

    private static (string Session, List<object> Events, int Runs, long Records) Pack(string file, IEnumerable<string> lines)
    {
        var session = "";
        var events = new List<object>();
        long records = 0;
        var runs = 0;
        RunPacker? packer = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                var (name, header, run, record) = SessionJson.Read(line);
                if (header is not null)
                {
                    if (!SessionName.IsAllowed(name))
                        throw new DamagedRecordException($"Session cannot be '{name}'; allowed is {SessionName.Allowed}");
                    if (runs > 0 && name != session)
                        throw new DamagedRecordException($"Session is {name}, and was {session}; allowed is one session a file");
                    if (header.Run != ++runs) throw new DamagedRecordException($"Run cannot be {header.Run}; allowed here is {runs}");
                    (session, packer) = (name, Begin(packer, header, events));
                    continue;
                }

                if (packer is null || run != runs) throw new DamagedRecordException($"Run is {run}, whose header does not stand before it");
                packer.Pack(record!);
                if (++records % RecordsPerBatch == 0) events.Add(packer.Finish());
            }
            catch (DamagedRecordException wrong)
            {
                throw new BadExportException($"{file}:{number}: {wrong.Message}");
            }
        }

        if (packer is null) throw new BadExportException($"{file}: it is empty; allowed is what 'sessions export' writes");
        if (!packer.IsEmpty) events.Add(packer.Finish());
        return (session, events, runs, records);
    }

    private static RunPacker Begin(RunPacker? before, RunHeader header, List<object> events)
    {
        if (before is { IsEmpty: false }) events.Add(before.Finish());
        events.Add(header);
        return new RunPacker(header);
    }
}
