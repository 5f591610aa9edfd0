namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// The verb check (contract, chapter 4): reads logs and applies call models, chapter 9, to each scenario or session in them. Each
/// violation is a line <c>FILE:LINE: invariant N: sentence</c>.
/// </summary>
public static class CheckFiles
{
    /// <summary>Checks the files in their order.</summary>
    /// <param name="paths">The logs, as their user names them.</param>
    /// <param name="output">Where violations go, and nothing else.</param>
    /// <param name="error">Where bad input and the summary go.</param>
    /// <returns>0: no violation; 1: some; 2: a file that cannot be read or is no log.</returns>
    public static int Run(IReadOnlyList<string> paths, TextWriter output, TextWriter error)
    {
        var (violations, events, bad) = (0L, 0L, false);
        foreach (var path in paths)
        {
            try
            {
                var log = new LogChecker();
                using (var file = File.OpenRead(path)) log.Read(file);
                foreach (var found in log.Violations) output.WriteLine($"{path}:{found.Position}: invariant {found.Invariant}: {found.Sentence}");
                violations += log.Violations.Count;
                events += log.Events;
            }
            catch (BadLogException fault)
            {
                error.WriteLine($"{path}:{fault.Line}:{fault.Column}: {fault.Message}");
                bad = true;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                error.WriteLine($"{path}: {Why(fault, path)}; allowed: a file of JSON lines, as run --format jsonl prints them");
                bad = true;
            }
        }

        if (bad) return 2;
        error.WriteLine($"{events} events checked, {violations} violations");
        return violations > 0 ? 1 : 0;
    }

    private static string Why(Exception fault, string path) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "this is a folder",
        UnauthorizedAccessException => "it may not be read",
        _ => fault.Message.TrimEnd('.'),
    };
}
