using System.Diagnostics;

namespace TelephonyActors.Host.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--help", "run")]
    [InlineData("serve --help", "--urls")]
    [InlineData("--help", "check")]
    [InlineData("run --help", "--format")]
    [InlineData("check --help", "<FILE>")]
    [InlineData("explore --help", "--fault")]
    [InlineData("load --help", "shared-line-barge-in")]
    public void Help_is_a_result(string arguments, string mentioned)
    {
        var host = HostProcess.Run(arguments.Split(' '));
        Assert.Equal(0, host.ExitCode);
        Assert.Contains(mentioned, host.Text, StringComparison.Ordinal);
        Assert.Empty(host.Error);
    }

    [Fact]
    public void Without_a_verb_it_serves_until_it_is_told_to_stop()
    {
        using var process = HostProcess.Start([], [("TELEPHONYACTORS_Urls", "http://127.0.0.1:0")]);
        Assert.StartsWith("TelephonyActors emulates office at http://127.0.0.1:", process.StandardError.ReadLine(), StringComparison.Ordinal);
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
        Assert.Empty(process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("frob", "'frob' is no verb; allowed are serve, run, check")]
    [InlineData("--frob", "'--frob' is no verb")]
    [InlineData("run", "run: Required argument 'PATH' missing")]
    [InlineData("check", "check: Required argument 'FILE' missing")]
    [InlineData("run x.yaml --frob", "'--frob' is no option")]
    [InlineData("check --frob x.jsonl", "'--frob' is no option")]
    [InlineData("run x.yaml --format xml", "'xml'")]
    [InlineData("run x.yaml --format", "--format")]
    [InlineData("run x.yaml --format jsonl --format ladder", "--format")]
    [InlineData("serve --port 80", "serve: ")]
    [InlineData("serve --urls localhost", "--urls: cannot be 'localhost'; allowed: http://ADDRESS:PORT")]
    [InlineData("serve --urls ftp://127.0.0.1:0", "--urls: cannot be 'ftp://127.0.0.1:0'")]
    [InlineData("serve --urls http://0.0.0.0:0", "without a token, since whoever reaches that address")]
    [InlineData("serve --switch missing.yaml", "missing.yaml: does not exist")]
    [InlineData("serve --token-file missing", "missing: cannot be read; allowed: a file that holds the token")]
    [InlineData("explore --flow x", "allowed are mix, basic")]
    [InlineData("explore --fault x", "allowed are second-answer-accepted, stale-timer, appearance-leak, late-line")]
    [InlineData("explore --seeds 0", "--seeds cannot be '0'")]
    [InlineData("explore --seed -1", "--seed cannot be '-1'")]
    [InlineData("explore --clients 0", "--clients cannot be '0'")]
    [InlineData("explore --requests many", "--requests cannot be 'many'")]
    [InlineData("explore --format xml", "allowed are ladder, jsonl")]
    [InlineData("load --flow x", "allowed are basic, abandon")]
    [InlineData("load --calls 0", "--calls cannot be '0'; allowed is a whole number from 1")]
    [InlineData("load --calls -5", "--calls cannot be '-5'")]
    [InlineData("load --concurrency 0", "--concurrency cannot be '0'; allowed is a whole number from 1")]
    [InlineData("load --concurrency -1", "--concurrency cannot be '-1'")]
    [InlineData("load --dns 0", "--dns cannot be '0'")]
    [InlineData("load --shared-lines -3", "--shared-lines cannot be '-3'")]
    [InlineData("load --seed x", "--seed cannot be 'x'")]
    [InlineData("load --dns 100 --concurrency 51", "--concurrency 51 needs 102 DNs with flow basic, --dns gives 100; allowed is a concurrency of at most 50, or more DNs")]
    [InlineData("load --flow shared-line-inbound --shared-lines 3 --concurrency 4", "--concurrency 4 needs 4 shared lines")]
    [InlineData("load --dns 1", "needs 2 DNs")]
    [InlineData("load --rate 0", "--rate cannot be '0'")]
    [InlineData("load --duration 0s", "--duration cannot be '0s'; allowed is a whole number and ms, s, m or h")]
    [InlineData("load --duration -3s", "--duration cannot be '-3s'")]
    [InlineData("load --calls 5 --duration 3s", "--calls and --duration exclude each other")]
    [InlineData("load --profile missing.yaml", "allowed is it with --flow mix")]
    [InlineData("load --flow mix --profile missing.yaml", "missing.yaml: does not exist")]
    [InlineData("load --report no-such-folder/load.json", "--report cannot be written to 'no-such-folder/load.json'")]
    public void A_wrong_command_line_is_one_sentence_on_stderr(string arguments, string mentioned) =>
        AssertBadInput(mentioned, arguments.Split(' '));

    [Fact]
    public void A_scenario_file_that_is_missing_is_one_sentence_on_stderr() =>
        AssertBadInput("missing.yaml: ", "run", Path.Combine(_folder.FullName, "missing.yaml"));

    [Theory]
    [InlineData("")]
    [InlineData("name: [")]
    [InlineData("name: x\nswitch: { dns: [\"1\"] }\nsteps:\n  - request: { TMakeCall: { ThisDN: \"1\" } }\n    event: {}\n")]
    [InlineData("just text")]
    public void A_bad_scenario_file_is_one_sentence_on_stderr(string text) => AssertBadInput("bad.yaml:", "run", Written("bad.yaml", text));

    [Fact]
    public void An_empty_folder_is_one_sentence_on_stderr() => AssertBadInput(_folder.Name, "run", _folder.FullName);

    [Fact]
    public void A_log_that_is_missing_is_one_sentence_on_stderr() =>
        AssertBadInput("missing.jsonl", "check", Path.Combine(_folder.FullName, "missing.jsonl"));

    [Fact]
    public void A_step_that_differs_makes_the_exit_status_1()
    {
        var host = HostProcess.Run("run", Written("differs.yaml", """
            switch: { dns: ["101", "102"] }
            steps:
              - request: { TMakeCall: { ThisDN: "101", OtherDN: "102" } }
                events:
                  "101": [ EventOffHook, EventEstablished ]
            """));
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("EventEstablished", host.Text + host.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explored_seed_is_the_same_in_every_process()
    {
        var first = HostProcess.Run("explore", "--seed", "5", "--format", "jsonl");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("EventCallCreated", first.Text, StringComparison.Ordinal);
        Assert.Equal(first.Text, HostProcess.Run("explore", "--seed", "5", "--format", "jsonl").Text);
    }

    [Fact]
    public void A_broken_guard_makes_the_exit_status_of_explore_1()
    {
        var host = HostProcess.Run("explore", "--seeds", "300", "--fault", "appearance-leak");
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("phone: offHook", host.Text, StringComparison.Ordinal);
        Assert.Empty(host.Error);
    }

    [Fact]
    public void Results_are_UTF_8_without_a_byte_order_mark()
    {
        var scenario = Written("name.yaml", "name: \u00DCbergabe\nswitch: { dns: [\"101\"] }\nsteps: [ { wait: 1s } ]\n");
        var host = HostProcess.Run("run", scenario);
        Assert.Equal(0, host.ExitCode);
        Assert.NotEqual(0xEF, host.Output[0]);
        Assert.Contains("\u00DCbergabe", host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', host.Text);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_error()
    {
        var scenario = Written("waits.yaml", "switch: { dns: [\"101\"] }\nsteps: [ { wait: 1s } ]\n");
        using var process = HostProcess.Start("run", scenario);
        process.StandardOutput.Close();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Empty(error);
    }

    [Fact]
    public void An_interrupt_ends_the_process_quietly()
    {
        if (OperatingSystem.IsWindows())
            return;
        // Nobody reads on after the first byte, so the host is busy with its output for as long as it takes.
        using var process = HostProcess.Start("run", Path.Combine(HostProcess.Folder, "config", "flows"), "--format", "jsonl");
        process.StandardOutput.BaseStream.ReadByte();
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static void AssertBadInput(string mentioned, params string[] arguments)
    {
        var host = HostProcess.Run(arguments);
        Assert.Equal(2, host.ExitCode);
        Assert.Empty(host.Output);
        AssertOneLine(mentioned, host.Error);
    }

    private static void AssertOneLine(string mentioned, string error)
    {
        Assert.Contains(mentioned, error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
