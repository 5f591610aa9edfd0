using System.Diagnostics;

namespace Akka.Embedded.Tests.Endurance;

public class ProcessEndTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A process ends when its last foreground thread does; this one has nothing else to wait for.</summary>
    [Fact]
    public async Task A_system_that_has_ended_lets_the_process_end()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(ProcessEndTests).Assembly.Location);
        start.ArgumentList.Add(StartAndStop.Argument);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        Assert.Equal("", await errors);
        Assert.Equal(StartAndStop.Stopped, (await output).Trim());
        Assert.Equal(0, process.ExitCode);
    }
}
