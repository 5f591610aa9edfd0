using TelephonyActors.Scenarios.Loading.Reports;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>Where a load tells what it came to (contract, chapter 4).</summary>
/// <param name="output">Results.</param>
/// <param name="error">What went wrong.</param>
public sealed class LoadOutputs(TextWriter output, TextWriter error)
{
    /// <summary>Results are one JSON object and nothing else, not text for people.</summary>
    public bool Json { get; init; }

    /// <summary>The file that gets everything as JSON; null: none.</summary>
    public string? Report { get; init; }

    /// <summary>The file that gets a page with charts; null: none.</summary>
    public string? Html { get; init; }

    /// <summary>Hears how the load stands, from time to time.</summary>
    public Action<LoadSample> Watch { get; init; } = static _ => { };

    internal TextWriter Error => error;

    /// <summary>What keeps a file from being written, as a sentence; null: nothing. Whoever loads for an hour wants to know it before.</summary>
    internal string? WhatIsWrong()
    {
        foreach (var (option, path) in (ReadOnlySpan<(string, string?)>)[("--report", Report), ("--html", Html)])
        {
            if (path is null) continue;
            try
            {
                File.WriteAllText(path, "");
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return $"{option} cannot be written to '{path}': {refused.Message.TrimEnd('.')}; allowed is a file in a folder that exists and may be written";
            }
        }

        return null;
    }

    internal void Write(LoadResult result, LoadOptions options, LoadPlan plan)
    {
        var report = new LoadReport(result, options, plan);
        if (Json) output.WriteLine(report.Json);
        else foreach (var line in report.Lines) output.WriteLine(line);
        output.Flush();
        foreach (var sentence in result.Sentences) error.WriteLine(sentence);
        if (result.Overdue > 0) error.WriteLine(FormattableString.Invariant($"{result.Overdue} calls were due and did not begin: every DN was busy"));
        if (Report is not null) File.WriteAllText(Report, report.FullJson + "\n");
        if (Html is not null) File.WriteAllText(Html, LoadPage.Of(result, options, report));
    }
}
