using System.Diagnostics;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Serving;

/// <summary>How the service ends.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task On_a_signal_clients_are_told_and_closed_and_the_exit_status_is_0(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        using var service = ServiceProcess.Start();
        await using var client = await service.ConnectAsync();
        var events = client.Events();
        await client.RegisterAddressAsync("60972");
        await client.MakeCallAsync("60972", "60973");

        service.Signal(signal);
        service.Signal(signal);
        var heard = new List<EventName>();
        await foreach (var next in events) heard.Add(next.Event);
        Assert.Equal(EventName.EventLinkDisconnected, heard[^1]);
        Assert.Equal("the switch stops", client.CloseReason);
        Assert.Equal(0, await service.EndAsync().Patiently());
        Assert.Empty(service.Log);
    }

    [Fact]
    public async Task A_signal_while_it_starts_ends_it_in_order()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateTempSubdirectory("telephony-actors-");
        try
        {
            // It reads its token from a pipe, and so is on its way until the token is written.
            var pipe = Path.Combine(folder.FullName, "token");
            using (var make = Process.Start("mkfifo", [pipe])) make.WaitForExit();
            using var process = ServiceProcess.Begin(["--token-file", pipe, "--urls", "http://127.0.0.1:0"]);
            await using (var token = new FileStream(pipe, FileMode.Open, FileAccess.Write))
            {
                ServiceProcess.Signal(process.Id, "TERM");
                ServiceProcess.Signal(process.Id, "TERM");
                await token.WriteAsync("correct-horse-battery-staple"u8.ToArray());
            }

            Assert.DoesNotContain("   at ", await process.StandardError.ReadToEndAsync().Patiently(), StringComparison.Ordinal);
            await process.WaitForExitAsync().Patiently();
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_client_that_does_not_answer_does_not_hold_up_the_end()
    {
        if (OperatingSystem.IsWindows()) return;
        using var service = ServiceProcess.Start();
        using var raw = await Links.RawLink.ConnectAsync(service);
        var told = Stopwatch.StartNew();
        service.Signal("TERM");
        Assert.Equal(0, await service.EndAsync().Patiently());
        Assert.InRange(told.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_port_that_is_taken_is_one_sentence_and_exit_status_2()
    {
        using var service = ServiceProcess.Start();
        var (status, error) = ServiceProcess.Refused(["--urls", service.Url.ToString().TrimEnd('/')]);
        Assert.Equal(2, status);
        Assert.StartsWith("--urls: cannot be served: ", error, StringComparison.Ordinal);
        Assert.Contains("already in use", error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Link__QueueFrames", "many", "Link:QueueFrames: cannot be 'many'; allowed: a whole number from 16 to 10000000")]
    [InlineData("Link__MaxFrameBytes", "1", "Link:MaxFrameBytes: cannot be '1'; allowed: a whole number from 256 to 16777216")]
    [InlineData("Link__Queue", "1", "Link:Queue: is no setting; allowed: Link:MaxFrameBytes, Link:QueueFrames")]
    [InlineData("Link__PingSeconds", "0x10", "Link:PingSeconds: cannot be '0x10'; allowed: a whole number from 1 to 86400")]
    [InlineData("Link__PongSeconds", "", "Link:PongSeconds: cannot be ''; allowed: a whole number from 1 to 86400")]
    [InlineData("View__EndedCalls", "-1", "View:EndedCalls: cannot be '-1'")]
    [InlineData("View__Event", "1", "View:Event: is no setting; allowed: View:EndedCalls, View:EventsPerCall, View:Events")]
    [InlineData("Urls", "http://0.0.0.0:5080", "Urls: cannot be 'http://0.0.0.0:5080' without a token")]
    [InlineData("Kestrel__Endpoints__Public__Url", "http://*:5080", "Kestrel:Endpoints:Public:Url: cannot be 'http://*:5080' without a token")]
    [InlineData("AllowedOrigins__0", "desk", "AllowedOrigins: cannot hold 'desk'; allowed: a list of origins")]
    [InlineData("Switch", "missing.yaml", "missing.yaml: does not exist")]
    [InlineData("Serilog__MinimumLevel__Default", "Loud", "Serilog: is not in order")]
    public void A_setting_that_is_wrong_is_one_sentence_and_exit_status_2(string variable, string value, string sentence)
    {
        var (status, error) = ServiceProcess.Refused([], ($"TELEPHONYACTORS_{variable}", value));
        Assert.Equal(2, status);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }
}
