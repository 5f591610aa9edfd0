using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Sessions.Recording;

/// <summary>How an actor system records: HOCON, and the actors that have to start before those of the switch.</summary>
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

    /// <summary>The configuration of an actor system that records into a database; goes before the other.</summary>
    public static Config HoconOf(SessionDatabase database) => database.Hocon.WithFallback(File.Value);

    /// <summary>
    /// Has the actor system record; to be called before WithSwitch, whose services have the recording as their
    /// <see cref="IRecorder"/>. Whoever starts the actor system asks <see cref="SessionRecording.OpenAsync"/> afterwards whether the
    /// session could be opened: an exception while actors start would be printed by Akka.Hosting itself, with its trace and on stdout.
    /// </summary>
    public static AkkaConfigurationBuilder WithSessionRecording(this AkkaConfigurationBuilder builder, SessionDatabase database, SessionRecording recording) =>
        builder
            .AddHocon(HoconOf(database), HoconAddMode.Prepend)
            .WithActors((system, _) => recording.StartAsync(system));
}
