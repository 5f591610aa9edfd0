using System.Diagnostics;

namespace TelephonyActors.Host.Tests;

/// <summary>Sessions on the command line (contract, chapter 4).</summary>
public sealed class SessionCommandTests : IDisposable
{
    private static readonly string Flow = Path.Combine(HostProcess.Folder, "config", "flows", "shared-call-appearance-inbound-call-answered.yaml");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-command-");

    private string File => Path.Combine(_folder.FullName, "new", "sessions.db");

    [Fact]
    public void A_recorded_run_is_replayed_byte_for_byte_and_its_name_is_taken()
    {
        var run = Host("run", Flow, "--format", "jsonl", "--record", "flow");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var replay = Host("sessions", "replay", "flow", "--speed", "max", "--format", "jsonl");
        Assert.Equal((0, run.Text, ""), (replay.ExitCode, replay.Text, replay.Error));

        var again = Host("run", Flow, "--record", "flow");
        Assert.Equal((2, "", $"session flow exists already in {File}; 'sessions delete flow' takes it away\n"), (again.ExitCode, again.Text, again.Error));
    }

    [Fact]
    public async Task On_Ctrl_C_a_replay_ends_and_what_it_has_played_is_printed_whole()
    {
        if (OperatingSystem.IsWindows()) return;
        var night = Path.Combine(_folder.FullName, "night.yaml");
        await System.IO.File.WriteAllTextAsync(night, """
            switch: { dns: ["60972", "60973"] }
            steps:
              - request: { TMakeCall: { ThisDN: "60972", OtherDN: "60973" } }
              - wait: 24h
              - phone: { DN: "60972", action: hangUp }
            """);
        var run = Host("run", night, "--format", "jsonl", "--record", "night");
        using var replay = HostProcess.Start("sessions", "replay", "night", "--format", "jsonl", "--db", $"Data Source={File}");
        var played = await replay.StandardOutput.ReadLineAsync() + "\n";
        using (var kill = Process.Start("kill", ["-INT", $"{replay.Id}"])) await kill.WaitForExitAsync();
        played += await replay.StandardOutput.ReadToEndAsync();
        Assert.Equal("the replay of session night was interrupted before its end\n", await replay.StandardError.ReadToEndAsync());
        await replay.WaitForExitAsync();
        Assert.Equal(1, replay.ExitCode);
        Assert.EndsWith("\n", played, StringComparison.Ordinal);
        Assert.StartsWith(played, run.Text, StringComparison.Ordinal);
        Assert.NotEqual(run.Text, played);
    }

    [Fact]
    public void On_a_terminal_a_replay_into_a_file_shows_a_bar()
    {
        const string terminal = "/usr/bin/script";
        if (!System.IO.File.Exists(terminal)) return;
        var run = Host("run", Flow, "--format", "jsonl", "--record", "flow");
        var file = Path.Combine(_folder.FullName, "flow.jsonl");
        var command = $"'{HostProcess.Dotnet}' '{HostProcess.Program}' sessions replay flow --speed max --format jsonl --db 'Data Source={File}' > '{file}'";
        var start = new ProcessStartInfo(terminal, ["-qec", command, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["TERM"] = "xterm";
        using var replay = Process.Start(start)!;
        var shown = replay.StandardOutput.ReadToEnd();
        replay.WaitForExit();
        Assert.Equal(0, replay.ExitCode);
        Assert.Contains("%", shown, StringComparison.Ordinal);
        Assert.Equal(run.Text, System.IO.File.ReadAllText(file));
    }

    [Theory]
    [InlineData("there is no session nothing in", "sessions", "replay", "nothing", "--verify")]
    [InlineData("a session cannot be called '../x'; allowed is 1 to 64 of", "sessions", "show", "../x")]
    [InlineData("--record cannot be 'a b'; allowed is 1 to 64 of", "run", "x.yaml", "--record", "a b")]
    [InlineData("--speed cannot be 'fast'; allowed is a number from 0.001 to 100000, or max", "sessions", "replay", "x", "--speed", "fast")]
    [InlineData("nothing.jsonl: there is no such file", "sessions", "import", "nothing.jsonl")]
    public void What_cannot_be_is_one_sentence(string said, params string[] arguments)
    {
        var refused = Host(arguments);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Text));
        Assert.Contains(said, Assert.Single(refused.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private HostProcess Host(params string[] arguments) => HostProcess.Run([.. arguments, "--db", $"Data Source={File}"]);
}
