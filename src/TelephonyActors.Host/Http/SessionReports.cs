using System.Collections.Concurrent;
using System.Collections.Immutable;
using TelephonyActors.Host.Serving;
using TelephonyActors.Sessions;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Http;

/// <summary>A recorded session.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Runs">How many runs it has.</param>
/// <param name="Begun">When the first of it was kept, in the time of its run.</param>
/// <param name="Ended">When the last of it was.</param>
/// <param name="Events">How many events clients heard; a long session's are counted up to a limit.</param>
/// <param name="HasMore">Whether there are more of them than were counted.</param>
internal sealed record SessionReport(string Name, long Runs, DateTimeOffset Begun, DateTimeOffset Ended, int Events, bool HasMore);

/// <summary>A window of what clients heard in a session.</summary>
/// <param name="Name">The session.</param>
/// <param name="Runs">The runs of which something is in the window, in their order.</param>
/// <param name="HasMore">Whether there are events behind it.</param>
internal sealed record SessionEvents(string Name, ImmutableArray<RunEvents> Runs, bool HasMore);

/// <summary>Events of a run, in the order in which they were recorded; each as on the link.</summary>
/// <param name="Run">From 1 within the session.</param>
/// <param name="Name">The scenario's name; of load and serve the session's.</param>
/// <param name="Switch">The name of the switch.</param>
/// <param name="Started">When the run began, in its own time.</param>
/// <param name="Events">The events.</param>
internal sealed record RunEvents(int Run, string Name, string Switch, DateTimeOffset Started, ImmutableArray<TEvent> Events);

/// <summary>Makes the reports about recorded sessions out of their database.</summary>
internal sealed class SessionReports(ServiceSettings settings)
{
    // To count is to read: a long session would keep whoever asks for the list waiting.
    private const int MostCounted = 10_000;

    private readonly SessionDatabase _database = settings.Sessions;
    private readonly ConcurrentDictionary<SessionSummary, int> _counts = [];

    /// <summary>The sessions, by name; none where nothing has been recorded.</summary>
    /// <exception cref="SessionDatabaseException">The database cannot be read.</exception>
    public SessionReport[] All()
    {
        var sessions = _database.List();
        foreach (var changed in _counts.Keys.Except(sessions)) _counts.TryRemove(changed, out _);
        return [.. sessions.Select(session => Of(session, _counts.GetOrAdd(session, Count)))];
    }

    /// <summary>What clients heard in a session; null: there is no such session.</summary>
    /// <exception cref="SessionDatabaseException">The database cannot be read.</exception>
    /// <exception cref="DamagedRecordException">A record in or before the window is damaged, or a newer version wrote it.</exception>
    public SessionEvents? Of(string session, int offset, int limit)
    {
        if (!SessionName.IsAllowed(session) || !_database.Has(session)) return null;
        var window = Heard(session).Skip(offset).Take(limit + 1).ToList();
        var runs = window.Take(limit).GroupBy(heard => heard.Run.Run).Select(run => Of(run.First().Run, run.Select(heard => heard.Event)));
        return new SessionEvents(session, [.. runs], window.Count > limit);
    }

    private static SessionReport Of(SessionSummary session, int counted) =>
        new(session.Name, session.Runs, session.Begun, session.Ended, Math.Min(counted, MostCounted), counted > MostCounted);

    private static RunEvents Of(RunHeader run, IEnumerable<TEvent> events) =>
        new(run.Run, run.Name, run.Switch.Name, run.Started, [.. events]);

    private int Count(SessionSummary session)
    {
        var count = 0;
        try
        {
            foreach (var _ in Heard(session.Name).Take(MostCounted + 1)) count++;
        }
        catch (DamagedRecordException)
        {
            // What precedes it can be read; who reads on is told.
        }

        return count;
    }

    // What prepares a run of a scenario is left out, as it was when it was printed.
    private IEnumerable<(RunHeader Run, TEvent Event)> Heard(string session)
    {
        RunHeader? run = null;
        var prepares = false;
        foreach (var item in SessionReader.Read(_database, session))
        {
            if (item is SessionItem.Run(var header)) (run, prepares) = (header, header.HasSteps);
            else if (item is SessionItem.Record(var record))
            {
                prepares &= record.Input is not StepMark;
                if (prepares) continue;
                foreach (var heard in HeardEvents.Of(record))
                    if (heard.Column is not null) yield return (run!, heard.Event);
            }
        }
    }
}
