using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Sessions;

/// <summary>A session that a verb is about to record: its database is there, its name is free.</summary>
internal sealed class NewSession : IDisposable
{
    private readonly string _name;
    private JournalSystem? _journals;
    private int _runs;

    private NewSession(string name, SessionDatabase database) => (_name, Database) = (name, database);

    public SessionDatabase Database { get; }

    /// <exception cref="SessionDatabaseException">The database cannot be used, or has a session of the name.</exception>
    public static NewSession Open(string name, string connectionString)
    {
        var database = SessionDatabase.Of(connectionString);
        database.Prepare(RecordingHosting.Fsync);
        return database.Has(name)
            ? throw new SessionDatabaseException($"session {name} exists already in {database.Name}; 'sessions delete {name}' takes it away")
            : new NewSession(name, database);
    }

    /// <summary>The next run, of a scenario in virtual time.</summary>
    public SimulatedRecording Record(Scenario scenario, Simulation simulation)
    {
        var recording = new SessionRecording(new RecordingOptions
        {
            Session = _name,
            Header = Header(scenario.Name, scenario.Plan, simulation.Now, hasSteps: true, new ConnID(SimulatedSwitch.FirstConnID)),
            OnFailure = RecordingHosting.OnFailure,
            Journals = _journals ??= new JournalSystem(Database),
            Outside = simulation.Outside,
        });
        return new SimulatedRecording(recording)
        {
            Start = recording.Start,
            Mark = recording.Mark,
            Failure = () => recording.Options.OnFailure == OnRecordingFailure.Stop && recording.Failed.IsCompleted ? recording.Failed.Result : null,
        };
    }

    /// <summary>The next run, of a switch in real time that does not follow a scenario.</summary>
    public SessionRecording Record(SwitchPlan plan) => new(new RecordingOptions
    {
        Session = _name,
        Header = Header(_name, plan, DateTimeOffset.UtcNow, hasSteps: false, new ConnID(SimulatedSwitch.FirstConnID)),
        OnFailure = RecordingHosting.OnFailure,
    });

    /// <summary>The header of the next run.</summary>
    public RunHeader Header(string name, SwitchPlan plan, DateTimeOffset started, bool hasSteps, ConnID firstConnID) =>
        new(++_runs, name, Version, RecordingHosting.Akka, started, hasSteps, firstConnID, plan);

    public void Dispose() => _journals?.Dispose();

    public static string Version => typeof(NewSession).Assembly.GetName().Version?.ToString() ?? "";
}
