using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>The lines of runs of one scenario: where one run ends and the next begins, and which lines make a step.</summary>
internal static class RunLines
{
    /// <summary>Splits lines that bear one scenario's name into runs: files of the same name, or one file run twice, follow each other.</summary>
    public static IEnumerable<List<(LoggedEvent Logged, long Line)>> Split(List<(LoggedEvent Logged, long Line)> lines)
    {
        var (start, highest) = (0, new Dictionary<string, long>());
        for (var at = 0; at < lines.Count; at++)
        {
            if (at > start && BeginsAnew(lines, start, at, highest))
            {
                yield return lines[start..at];
                start = at;
                highest.Clear();
            }

            var (logged, _) = lines[at];
            if (SourceOf(logged) is { } source)
                highest[source] = Math.Max(highest.GetValueOrDefault(source), logged.Event.EventSequenceNumber ?? 0);
        }

        if (start < lines.Count) yield return lines[start..];
    }

    /// <summary>
    /// The step of each line. A single line out of place (a log that somebody changed by hand) belongs to the step around it: it
    /// breaks an invariant where it stands, and no step ends because of it.
    /// </summary>
    public static int[] StepsOf(IReadOnlyList<LoggedEvent> run)
    {
        var steps = new int[run.Count];
        for (var at = 0; at < run.Count; at++)
        {
            var step = run[at].Step!.Value;
            var before = at > 0 ? steps[at - 1] : int.MinValue;
            var after = at + 1 < run.Count ? run[at + 1].Step!.Value : int.MaxValue;
            steps[at] = step < before ? before : after < step && after >= before ? after : step;
        }

        return steps;
    }

    /// <summary>
    /// The steps go back, and sources heard before count from 1 again: the first of them where the run begins with the same column
    /// as the one before, else two. A single line out of place begins nothing: the line after it goes on where the lines before were.
    /// </summary>
    private static bool BeginsAnew(List<(LoggedEvent Logged, long Line)> lines, int start, int at, Dictionary<string, long> highest)
    {
        var before = lines[at - 1].Logged.Step;
        if (lines[at].Logged.Step >= before || at + 1 == lines.Count) return false;
        if (lines[at + 1].Logged.Step >= before) return Known(lines[at + 1].Logged, highest) is { } known && known.Number <= known.Highest;

        var needed = lines[at].Logged.Column == lines[start].Logged.Column ? 1 : 2;
        for (; at < lines.Count && lines[at].Logged.Step < before && needed > 0; at++)
        {
            if (Known(lines[at].Logged, highest) is not { } heard) continue;
            if (heard.Number == 1) needed--;
            else if (needed == 1) return false;
        }

        return needed == 0;
    }

    private static (long Number, long Highest)? Known(LoggedEvent logged, Dictionary<string, long> highest) =>
        logged.Event.EventSequenceNumber is { } number && SourceOf(logged) is { } source && highest.TryGetValue(source, out var last)
            ? (number, last)
            : null;

    private static string? SourceOf(LoggedEvent logged) =>
        logged.Event.Event.IsPrivate() ? null : logged.Event.ThisDN ?? logged.Event.ConnID?.ToString();
}
