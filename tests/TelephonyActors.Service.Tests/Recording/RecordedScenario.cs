using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>A scenario that is recorded in virtual time.</summary>
internal static class RecordedScenario
{
    /// <summary>Runs a scenario file and records it; what the run printed as JSON lines.</summary>
    public static string Record(string path, string session, string connectionString)
    {
        var database = SessionDatabase.Of(connectionString);
        database.Prepare(fsync: false);
        using var journals = new JournalSystem(database);
        var output = new StringWriter { NewLine = "\n" };
        RunScenarios.Run([path], ScenarioFormat.Jsonl, output, TextWriter.Null, colour: false, (scenario, simulation) =>
        {
            var recording = new SessionRecording(new RecordingOptions
            {
                Session = session,
                Header = new RunHeader(
                    1, scenario.Name, "test", "test", simulation.Now, HasSteps: true, new ConnID(SimulatedSwitch.FirstConnID), scenario.Plan),
                Journals = journals,
                Outside = simulation.Outside,
            });
            return new SimulatedRecording(recording)
            {
                Start = recording.Start,
                Mark = recording.Mark,
            };
        });
        return output.ToString();
    }
}
