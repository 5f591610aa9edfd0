using System.Globalization;
using System.Net;
using System.Text;

namespace TelephonyActors.Scenarios.Loading.Reports;

/// <summary>What a load came to, as one HTML file that needs no other: figures and charts, light or dark as the reader likes.</summary>
internal static class LoadPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2330; --paper: #ffffff; --grid: #d9dee7; --one: #1f6feb; --two: #d9730d; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --paper: #14181f; --grid: #333b48; --one: #6ea8fe; --two: #f0a35e; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 780px; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; } td { padding: .15rem 1.2rem .15rem 0; } td + td { font-variant-numeric: tabular-nums; }
        figure { margin: 1.5rem 0; } svg { width: 100%; height: auto; }
        text { font: 12px system-ui, sans-serif; fill: var(--ink); } .title { font-weight: 600; font-size: 13px; }
        .y, .name { text-anchor: end; } .x { text-anchor: middle; } .grid { stroke: var(--grid); }
        polyline { fill: none; stroke-width: 2; } polyline.line0 { stroke: var(--one); } polyline.line1 { stroke: var(--two); }
        text.line0 { fill: var(--one); } text.line1 { fill: var(--two); } .bad { color: #d1242f; }
        """;

    public static string Of(LoadResult result, LoadOptions options, LoadReport report)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>Load: {Escaped(options.Flow)}</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Load: {Escaped(options.Flow)}</h1>");
        foreach (var line in report.Lines) page.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(line)}</p>");
        foreach (var sentence in result.Sentences) page.Append(CultureInfo.InvariantCulture, $"<p class=\"bad\">{Escaped(sentence)}</p>");
        foreach (var chart in Charts(result)) page.Append(chart.Draw());
        return page.Append("</body></html>\n").ToString();
    }

    private static IEnumerable<SvgChart> Charts(LoadResult result)
    {
        var samples = result.Samples;
        yield return new SvgChart("Rate", "calls/s", [new SvgLine("calls", [.. samples.Select(sample => (sample.Seconds, sample.CallsPerSecond))])]);
        yield return new SvgChart("Live calls", "calls", [new SvgLine("live", [.. samples.Select(sample => (sample.Seconds, (double)sample.LiveCalls))])]);
        yield return new SvgChart("Latency over time", "ms",
        [
            new SvgLine("p50", [.. samples.Where(sample => sample.P50Ms is not null).Select(sample => (sample.Seconds, sample.P50Ms!.Value))]),
            new SvgLine("p99", [.. samples.Where(sample => sample.P99Ms is not null).Select(sample => (sample.Seconds, sample.P99Ms!.Value))]),
        ]);
        // Each division of the axis is a tenth of what is slower than the one before: the tail is what matters.
        yield return new SvgChart("Latency percentiles", "ms", [new SvgLine("latency", [.. result.Distribution
            .Where(point => point.Percentile < 100)
            .Select(point => (-Math.Log10(1 - (point.Percentile / 100)), point.Ms))])])
        {
            LabelX = static nines => (100 * (1 - Math.Pow(10, -nines))).ToString("0.####", CultureInfo.InvariantCulture) + " %",
        };
        yield return new SvgChart("Memory", "MB", [new SvgLine("working set", [.. samples.Select(sample => (sample.Seconds, sample.WorkingSetMB))])]);
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
