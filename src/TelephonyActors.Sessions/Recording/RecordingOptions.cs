using TelephonyActors.Sessions.Journal;

namespace TelephonyActors.Sessions.Recording;

/// <summary>What a switch does that cannot record any more (hocon: recording.on-failure).</summary>
public enum OnRecordingFailure
{
    /// <summary>It stops serving: clients hear nothing that is not kept.</summary>
    Stop,

    /// <summary>It goes on without recording.</summary>
    Continue,
}

/// <summary>How a session is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>The session's name, one that <see cref="SessionName"/> allows.</summary>
    public required string Session { get; init; }

    /// <summary>The run to begin; its number is that of the session's next run.</summary>
    public required RunHeader Header { get; init; }

    /// <summary>Whether the session's last run goes on, if there is one, in place of a new one.</summary>
    public bool Continues { get; init; }

    public OnRecordingFailure OnFailure { get; init; }

    /// <summary>Records that may wait to be committed before drivers are asked to wait.</summary>
    public int MostPending { get; init; } = 200_000;

    /// <summary>Records after which all entities are kept in a snapshot, so that a restart need not read what is before it.</summary>
    public int RecordsPerSnapshot { get; init; } = 500_000;

    /// <summary>Where the journal runs of a switch in virtual time. Null: in the switch's own actor system.</summary>
    public JournalSystem? Journals { get; init; }

    /// <summary>Says that a commit is under way, until it is disposed: in virtual time no time passes meanwhile. Null: nobody cares.</summary>
    public Func<IDisposable>? Outside { get; init; }
}

/// <summary>The switch does not record any more; the message says why in a sentence.</summary>
public sealed class RecordingFailedException(string message, Exception? inner = null) : Exception(message, inner);
