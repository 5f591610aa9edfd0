using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Akka.Persistence.Sql.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Sessions.Recording;

/// <summary>How an actor system records: its journal, and the actors that have to start before those of the switch.</summary>
public static class RecordingHosting
{
    private static readonly Lazy<Config> File = new(() =>
        ConfigurationFactory.ParseString(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hocon", "recording", "recording.conf"))));

    /// <summary>Whether a commit waits until the disk has it (recording.fsync).</summary>
    public static bool Fsync => File.Value.GetBoolean("recording.fsync", true);

    /// <summary>What a switch does that cannot record any more (recording.on-failure).</summary>
    /// <exception cref="SessionDatabaseException">The setting is neither of the two.</exception>
    public static OnRecordingFailure OnFailure => File.Value.GetString("recording.on-failure", "stop") switch
    {
        "stop" => OnRecordingFailure.Stop,
        "continue" => OnRecordingFailure.Continue,
        var other => throw new SessionDatabaseException($"recording.on-failure cannot be '{other}'; allowed are stop and continue"),
    };

    /// <summary>The version of Akka.NET that the actors run on, as a run's header names it.</summary>
    public static string Akka
    {
        get
        {
            var akka = typeof(ActorSystem).Assembly;
            return akka.GetName() is { Version: { } version } name ? $"{name.Name} {version}" : "";
        }
    }

    /// <summary>
    /// Has the actor system record; to be called before WithSwitch, whose services have the recording as their
    /// <see cref="IRecorder"/>. Whoever starts the actor system asks <see cref="SessionRecording.OpenAsync"/> afterwards whether the
    /// session could be opened: an exception while actors start would be printed by Akka.Hosting itself, with its trace and on stdout.
    /// </summary>
    public static AkkaConfigurationBuilder WithSessionRecording(
        this AkkaConfigurationBuilder builder, SessionDatabase database, SessionRecording recording) =>
        builder
            .WithJournal(database)
            .WithActors((system, _) => recording.StartAsync(system));

    /// <summary>An actor system that has a journal and nothing else; it logs nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="database">Where the journal is kept; prepared.</param>
    /// <param name="hocon">What this system does otherwise than recording.conf says.</param>
    internal static ActorSystem StartJournal(string name, SessionDatabase database, string hocon = "") =>
        new ServiceCollection()
            .AddAkka(name, builder => builder
                .WithJournal(database)
                .AddHocon($"akka {{ loglevel = OFF, stdout-loglevel = OFF }}\n{hocon}", HoconAddMode.Prepend))
            .BuildServiceProvider()
            .GetRequiredService<ActorSystem>();

    // Names and creation of the tables, and how they keep tags, are the package's defaults, as databases recorded before have them.
    // Nothing is tagged; to keep tags in the journal (TagMode.Csv) would need a column that those databases lack.
    private static AkkaConfigurationBuilder WithJournal(this AkkaConfigurationBuilder builder, SessionDatabase database) =>
        builder
            .AddHocon(File.Value, HoconAddMode.Prepend)
            .WithCustomSerializer(
                "telephony-session", [typeof(RunHeader), typeof(RecordBatch), typeof(ImageBytes)], system => new SessionSerializer(system))
            .WithSqlPersistence(database.ConnectionString, database.ProviderName);
}
