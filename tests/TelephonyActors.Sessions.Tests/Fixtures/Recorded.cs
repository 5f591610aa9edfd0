using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Sessions.Exporting;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Verifying;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Tests.Fixtures;

/// <summary>A database in a folder of its own, and sessions recorded into it in virtual time.</summary>
internal sealed class Recorded : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-sessions-");
    private JournalSystem? _journals;

    public Recorded(string? connectionString = null)
    {
        File = Path.Combine(_folder.FullName, "sessions.db");
        Database = SessionDatabase.Of(connectionString ?? $"Data Source={File}");
        Database.Prepare(fsync: false);
    }

    /// <summary>The flows that the emulator ships.</summary>
    public static string Flows { get; } = Path.Combine(AppContext.BaseDirectory, "config", "flows");

    public SessionDatabase Database { get; }

    /// <summary>The database's file.</summary>
    public string File { get; }

    /// <summary>The folder, for further files of the test.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Records scenarios as a session, a run for each; what <c>run --format jsonl</c> prints of them.</summary>
    public string Run(string session, params string[] paths)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter();
        var runs = 0;
        RunScenarios.Run(paths, ScenarioFormat.Jsonl, output, error, colour: false, (scenario, simulation) =>
            Simulated(new SessionRecording(Options(session, ++runs, scenario.Name, scenario.Plan, simulation))));
        Assert.Equal("", error.ToString());
        return output.ToString();
    }

    /// <summary>Options to record a run in virtual time.</summary>
    public RecordingOptions Options(string session, int run, string name, SwitchPlan plan, Simulation simulation) => new()
    {
        Session = session,
        Header = new RunHeader(run, name, "test", "test", simulation.Now, HasSteps: true, new ConnID(SimulatedSwitch.FirstConnID), plan),
        Journals = _journals ??= new JournalSystem(Database),
        Outside = simulation.Outside,
    };

    public static SimulatedRecording Simulated(SessionRecording recording) => new(recording)
    {
        Start = recording.Start,
        Mark = recording.Mark,
        Failure = () => recording.Failed.IsCompleted ? recording.Failed.Result : null,
    };

    /// <summary>What a replay prints.</summary>
    public string Replay(string session)
    {
        var output = new StringWriter { NewLine = "\n" };
        var replay = new SessionReplay(new JsonlReplay(output), new ReplayPace(TimeProvider.System, double.PositiveInfinity));
        replay.PlayAsync(Items(session), CancellationToken.None).GetAwaiter().GetResult();
        return output.ToString();
    }

    public IEnumerable<SessionItem> Items(string session) => SessionReader.Read(Database, session);

    public IReadOnlyList<Divergence> Verify(string session) => [.. new SessionVerifier().Verify(Items(session))];

    /// <summary>The lines of an export.</summary>
    public List<string> Export(string session)
    {
        var lines = new List<string>();
        var run = 0;
        foreach (var item in Items(session))
        {
            if (item is SessionItem.Run(var header))
            {
                run = header.Run;
                lines.Add(SessionJson.Write(session, header));
            }
            else lines.Add(SessionJson.Write(run, ((SessionItem.Record)item).Recorded));
        }

        return lines;
    }

    public Task<(string Session, int Runs, long Records)> Import(IEnumerable<string> lines) => SessionImport.RunAsync(Database, "session.jsonl", lines);

    public void Dispose()
    {
        _journals?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
