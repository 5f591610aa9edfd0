using System.Globalization;
using Spectre.Console;
using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Host.Verbs;

/// <summary>Shows on stderr how a load stands: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal static class LoadProgress
{
    private const int SecondsBetweenLines = 5;

    /// <summary>Runs a load, which tells how it stands.</summary>
    /// <param name="options">What it is to do.</param>
    /// <param name="streams">The process's outputs.</param>
    /// <param name="load">Runs it to its end.</param>
    /// <returns>Its exit status.</returns>
    public static int Show(LoadOptions options, StandardStreams streams, Func<Action<LoadSample>, int> load)
    {
        if (!streams.ErrorIsTerminal) return load(sample => WriteLine(streams.Error, sample));

        var status = 0;
        TerminalProgress.On(streams.Error).Start(context =>
        {
            var bar = context.AddTask("DNs are registered", maxValue: Most(options));
            status = load(sample =>
            {
                bar.Value = options.Duration is null ? sample.Calls : sample.Seconds;
                bar.Description = Markup.Escape(Text(sample));
            });
        });
        return status;
    }

    private static double Most(LoadOptions options) => options.Duration?.TotalSeconds ?? options.Calls ?? LoadOptions.UsualCalls;

    private static void WriteLine(TextWriter error, LoadSample sample)
    {
        if ((int)sample.Seconds % SecondsBetweenLines == 0 && sample.Seconds >= SecondsBetweenLines) error.WriteLine(Text(sample));
    }

    private static string Text(LoadSample sample) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sample.Seconds:0} s: {sample.Calls:N0} calls, {sample.CallsPerSecond:N0} calls/s, {sample.LiveCalls:N0} alive, {sample.Violations} violations");
}
