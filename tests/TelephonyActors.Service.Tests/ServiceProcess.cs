using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TelephonyActors.Client;

namespace TelephonyActors.Service.Tests;

/// <summary>The built host as a process of its own, serving on a port of its own choice.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly Task _reading;

    private ServiceProcess(Process process, string ready)
    {
        _process = process;
        Url = new Uri(ready[(ready.LastIndexOf(' ') + 1)..]);
        Http = new HttpClient { BaseAddress = Url };
        _reading = Task.Run(ReadLog);
    }

    /// <summary>Where it serves.</summary>
    public Uri Url { get; }

    /// <summary>Its link.</summary>
    public Uri Link => new UriBuilder(Url) { Scheme = Url.Scheme == "https" ? "wss" : "ws", Path = "/tlib" }.Uri;

    /// <summary>Asks it over HTTP.</summary>
    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>What it has logged so far.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Starts it and waits for its ready line.</summary>
    /// <param name="arguments">What follows <c>serve</c>; a free port is chosen unless they have --urls.</param>
    /// <param name="variables">Variables of its environment.</param>
    public static ServiceProcess Start(string[]? arguments = null, params (string Name, string Value)[] variables) =>
        StartIn(AppContext.BaseDirectory, arguments ?? [], variables);

    /// <summary>The same with the program of another folder.</summary>
    public static ServiceProcess StartIn(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var process = Process.Start(StartInfo(program, arguments.Contains("--urls") ? arguments : [.. arguments, "--urls", "http://127.0.0.1:0"], variables))!;
        var ready = process.StandardError.ReadLine() ?? "";
        if (ready.StartsWith("TelephonyActors emulates ", StringComparison.Ordinal)) return new ServiceProcess(process, ready);

        var rest = process.StandardError.ReadToEnd();
        process.Dispose();
        throw new InvalidOperationException($"The service did not start: {ready}\n{rest}");
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public static Process Begin(string[] arguments) => Process.Start(StartInfo(AppContext.BaseDirectory, arguments, []))!;

    /// <summary>Starts it where it must not start: the exit status and what it says, on stderr alone.</summary>
    public static (int Status, string Error) Refused(string[] arguments, params (string Name, string Value)[] variables) =>
        RefusedIn(AppContext.BaseDirectory, arguments, variables);

    /// <summary>The same with the program of another folder.</summary>
    public static (int Status, string Error) RefusedIn(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = StartInfo(program, arguments, variables);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", output.GetAwaiter().GetResult());
        return (process.ExitCode, error);
    }

    /// <summary>Copies the program into a folder, for tests that change its files; what the tests do not change is linked.</summary>
    /// <returns>The folder.</returns>
    public static string Copy(DirectoryInfo folder)
    {
        foreach (var entry in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFileSystemInfos())
        {
            var copy = Path.Combine(folder.FullName, entry.Name);
            if (entry is FileInfo file && file.Name.StartsWith("TelephonyActors.Host.", StringComparison.Ordinal)) file.CopyTo(copy);
            else if (entry.Name == "hocon") CopyAll((DirectoryInfo)entry, copy);
            else File.CreateSymbolicLink(copy, entry.FullName);
        }

        return folder.FullName;
    }

    /// <summary>A client of its link.</summary>
    public Task<TelephonyClient> ConnectAsync() => TelephonyClient.ConnectAsync(Link);

    /// <summary>What <c>GET /calls</c> shows, as soon as it is what must come.</summary>
    public async Task<JsonDocument> CallsAsync(string state, Func<JsonElement[], bool> isRight)
    {
        var text = await Patience.UntilAsync(() => Http.GetStringAsync($"/calls?state={state}"), shown =>
        {
            using var calls = JsonDocument.Parse(shown);
            return isRight([.. calls.RootElement.GetProperty("calls").EnumerateArray()]);
        });
        return JsonDocument.Parse(text);
    }

    /// <summary>Sends it a signal such as TERM.</summary>
    public void Signal(string signal) => Signal(_process.Id, signal);

    /// <summary>The same for any process.</summary>
    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit status.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void CopyAll(DirectoryInfo folder, string copy)
    {
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(copy, Path.GetRelativePath(folder.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file.CopyTo(path);
        }
    }

    private static ProcessStartInfo StartInfo(string program, string[] arguments, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in (string[])[Path.Combine(program, "TelephonyActors.Host.dll"), "serve", .. arguments]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return start;
    }

    private async Task ReadLog()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_log) _log.AppendLine(line);
        }
    }
}
