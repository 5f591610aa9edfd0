using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Benchmarks.Measuring;

namespace TelephonyActors.Benchmarks.Link;

/// <summary>
/// Basic calls over the link: a host in a process of its own, eight connections of this process with forty pairs of DNs each. An operation
/// is a call with everything around it: three requests and seven events as frames, written and read on both sides, and the events that
/// the host itself follows for HTTP. The processor time is this process's, the clients' alone.
/// </summary>
[Runs(warmups: 4, iterations: 9)]
public class LinkBenchmarks
{
    private const int Connections = 8;
    private const int PairsOfEach = 40;
    private const int CallsOfEach = 100;

    private readonly string _switch = Path.GetTempFileName();
    private PairsOverLink[] _connections = [];
    private Process? _host;

    private SemaphoreSlim Done { get; } = new(0);

    [GlobalSetup]
    public async Task Start()
    {
        var plan = BasicCall.Plan(Connections * PairsOfEach);
        await File.WriteAllTextAsync(_switch, $"dns: [{string.Join(", ", plan.Dns.Select(dn => $"\"{dn.Number}\""))}]");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "TelephonyActors.Host.dll"), "serve", "--urls", "http://127.0.0.1:0", "--switch", _switch])
            start.ArgumentList.Add(argument);
        _host = Process.Start(start)!;
        var ready = await _host.StandardError.ReadLineAsync() ?? "";
        var link = new UriBuilder(ready[(ready.LastIndexOf(' ') + 1)..]) { Scheme = "ws", Path = "/tlib" }.Uri;
        _connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(at => PairsOverLink.ConnectAsync(link, at * PairsOfEach, PairsOfEach, Done)));
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        Console.WriteLine($"// processor time of the host: {_host!.TotalProcessorTime}");
        foreach (var connection in _connections) await connection.DisposeAsync();
        _host.Kill();
        await _host.WaitForExitAsync();
        _host.Dispose();
        File.Delete(_switch);
    }

    [Benchmark(OperationsPerInvoke = Connections * PairsOfEach * CallsOfEach)]
    public async Task BasicCalls()
    {
        await Task.WhenAll(_connections.Select(connection => connection.MakeCallsAsync(CallsOfEach)));
        for (var i = 0; i < Connections * PairsOfEach; i++) await Done.WaitAsync();
    }
}
