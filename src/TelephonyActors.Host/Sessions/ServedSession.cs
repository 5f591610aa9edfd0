using TelephonyActors.CallModel.Plan;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Sessions;

/// <summary>The session that a service records: a new one, or the one that a former process left.</summary>
internal sealed class ServedSession
{
    private ServedSession(SessionDatabase database, SessionRecording recording) => (Database, Recording) = (database, recording);

    public SessionDatabase Database { get; }

    public SessionRecording Recording { get; }

    /// <summary>The ConnID of the session's first call.</summary>
    public ulong FirstConnID => Recording.Options.Header.FirstConnID.Value;

    /// <summary>Opens a session for a switch.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="connectionString">Its database.</param>
    /// <param name="plan">What is emulated.</param>
    /// <param name="firstConnID">The ConnID of the first call where the session is new.</param>
    /// <exception cref="SessionDatabaseException">The database cannot be used, or the session is one of another switch.</exception>
    public static ServedSession Open(string name, string connectionString, SwitchPlan plan, ulong firstConnID)
    {
        var database = SessionDatabase.Of(connectionString);
        database.Prepare(RecordingHosting.Fsync);
        var last = database.LastRun(name);
        if (last is not null && !last.IsOn(plan))
            throw new SessionDatabaseException($"session {name} was recorded on another switch, {last.Switch.Name}; allowed are that switch and another name");
        var header = last ?? new RunHeader(
            1, name, NewSession.Version, RecordingHosting.Akka, DateTimeOffset.UtcNow, HasSteps: false, new ConnID(firstConnID), plan);
        return new ServedSession(database, new SessionRecording(new RecordingOptions
        {
            Session = name,
            Header = header,
            Continues = last is not null,
            OnFailure = RecordingHosting.OnFailure,
        }));
    }
}
