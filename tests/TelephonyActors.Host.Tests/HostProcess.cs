using System.Diagnostics;
using System.Text;

namespace TelephonyActors.Host.Tests;

/// <summary>The built host as a user starts it: a process of its own, its two outputs apart.</summary>
internal sealed record HostProcess(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>The folder of the built host, with config/ and hocon/ in it.</summary>
    public static string Folder => AppContext.BaseDirectory;

    /// <summary>What runs it.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The built host.</summary>
    public static string Program => Path.Combine(Folder, "TelephonyActors.Host.dll");

    /// <summary>Runs the host with these arguments to its end.</summary>
    public static HostProcess Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new HostProcess(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts the host in a folder that is not its own.</summary>
    public static Process Start(params string[] arguments) => Start(arguments, []);

    /// <summary>The same, with variables in its environment.</summary>
    public static Process Start(string[] arguments, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Dotnet)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
