using Spectre.Console;

namespace TelephonyActors.Host.Verbs;

/// <summary>A progress bar on stderr, where that is a terminal.</summary>
internal static class TerminalProgress
{
    /// <summary>A bar that disappears when the work is done.</summary>
    public static Progress On(TextWriter terminal) => AnsiConsole
        .Create(new AnsiConsoleSettings
        {
            // Spectre looks at stdout, which may be a file meanwhile.
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal),
        })
        .Progress()
        .AutoClear(true)
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left });
}
