using Spectre.Console;
using TelephonyActors.Host.Verbs;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;

namespace TelephonyActors.Host.Sessions;

/// <summary>
/// Shows on stderr how far a session is played or verified: a bar on a terminal, nothing elsewhere. Where the results go to the terminal
/// meanwhile, they show it themselves, and a bar would break them.
/// </summary>
internal static class ReplayProgress
{
    /// <summary>Has a session played.</summary>
    /// <param name="database">Where it is.</param>
    /// <param name="session">Its name.</param>
    /// <param name="streams">The process's outputs.</param>
    /// <param name="printsMeanwhile">Whether results are printed before the end.</param>
    /// <param name="play">Plays what stands in the session.</param>
    public static void Show(SessionDatabase database, string session, StandardStreams streams, bool printsMeanwhile, Action<IEnumerable<SessionItem>> play)
    {
        var items = Ahead.Of(SessionReader.Read(database, session));
        if (!streams.ErrorIsTerminal || (printsMeanwhile && streams.OutputIsTerminal))
        {
            play(items);
            return;
        }

        TerminalProgress.On(streams.Error).Start(context =>
            play(Watched(items, context.AddTask(Markup.Escape(session), maxValue: Math.Max(1, database.Rows(session))))));
    }

    private static IEnumerable<SessionItem> Watched(IEnumerable<SessionItem> items, ProgressTask bar)
    {
        var row = 0L;
        foreach (var item in items)
        {
            // The bar takes a lock and a moment: once a row, not once a record.
            if (item.Row != row) bar.Value = row = item.Row;
            if (item is SessionItem.Run(var header)) bar.Description = Markup.Escape($"run {header.Run}: {header.Name}");
            yield return item;
        }
    }
}
