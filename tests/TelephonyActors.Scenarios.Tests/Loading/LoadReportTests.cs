using System.Text.Json;
using TelephonyActors.Scenarios.Loading;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>The files that a load writes.</summary>
public sealed class LoadReportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_report_has_environment_parameters_figures_and_how_it_went_over_time()
    {
        Run(out var report, out _);
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        var root = json.RootElement;
        Assert.NotEmpty(root.GetProperty("environment").GetProperty("runtime").GetString()!);
        Assert.Equal(9, root.GetProperty("parameters").GetProperty("seed").GetInt32());
        Assert.Equal(200, root.GetProperty("figures").GetProperty("calls").GetInt32());
        var series = root.GetProperty("series").EnumerateArray().ToList();
        Assert.InRange(series.Count, 3, 10);
        Assert.Equal(200, series[^1].GetProperty("calls").GetInt32());
        Assert.Equal(100, root.GetProperty("latencyDistribution").EnumerateArray().Last().GetProperty("percentile").GetDouble());
    }

    [Fact]
    public void The_report_has_the_memory_of_DNs_alone_of_all_calls_up_and_of_DNs_alone_again()
    {
        Run(out var report, out _, rate: null);
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        var memory = json.RootElement.GetProperty("memoryMB");
        foreach (var moment in (string[])["beforeTheFirstCall", "whenAllCallsWereUp", "afterTheLastCall"])
            Assert.True(memory.GetProperty(moment).GetDouble() > 0, moment);
        Assert.Equal(50, json.RootElement.GetProperty("figures").GetProperty("peakLiveCalls").GetInt32());
    }

    [Fact]
    public void Where_calls_are_not_to_be_up_at_the_same_time_there_is_no_memory_of_it()
    {
        Run(out var report, out _);
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("memoryMB").GetProperty("whenAllCallsWereUp").ValueKind);
    }

    [Fact]
    public void The_page_needs_no_other_file()
    {
        Run(out _, out var html);
        var page = File.ReadAllText(html);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("<svg ").Length - 1);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        foreach (var reference in (string[])["http:", "https:", "src=", "href=", "url(", "@import"])
            Assert.DoesNotContain(reference, page, StringComparison.OrdinalIgnoreCase);
    }

    private void Run(out string report, out string html, double? rate = 50)
    {
        (report, html) = (Path.Combine(_folder.FullName, "load.json"), Path.Combine(_folder.FullName, "load.html"));
        var options = new LoadOptions { Calls = 200, Rate = rate, Concurrency = rate is null ? 50 : null, Seed = 9 };
        using var simulated = SimulatedSwitch.Start(Load.SwitchFor(options));
        var outputs = new LoadOutputs(TextWriter.Null, TextWriter.Null) { Report = report, Html = html };
        Assert.Equal(0, Load.On(simulated.Switch, options, new VirtualLoadTime(simulated.Simulation, passing: null), outputs, CancellationToken.None));
    }
}
