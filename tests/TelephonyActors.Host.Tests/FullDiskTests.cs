namespace TelephonyActors.Host.Tests;

/// <summary>A disk that is really full, and files that really may not be written.</summary>
public sealed class FullDiskTests : IDisposable
{
    private static readonly string Flow = Path.Combine(HostProcess.Folder, "config", "flows", "shared-call-appearance-inbound-call-answered.yaml");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-full-");

    private string File => Path.Combine(_folder.FullName, "sessions.db");

    private string[] Database => ["--db", $"Data Source={File}"];

    [RootFact]
    public void A_load_whose_disk_is_full_ends_with_a_sentence_and_what_was_recorded_verifies() => FillDisk("2m", inputs: "[1-9][0-9]+");

    // It is full before the first call, while DNs register.
    [RootFact]
    public void A_load_whose_disk_is_full_when_it_begins_ends_with_a_sentence() => FillDisk("192k", inputs: "[0-9]+");

    [RootFact]
    public void A_database_that_may_not_be_written_is_one_sentence_and_stays_as_it_is()
    {
        Assert.True(RootFactAttribute.Succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", _folder.FullName));
        try
        {
            Assert.Equal(0, HostProcess.Run(["run", Flow, "--record", "kept", .. Database]).ExitCode);
            var before = System.IO.File.ReadAllBytes(File);
            Assert.True(RootFactAttribute.Succeeds("mount", "-o", "remount,ro", _folder.FullName));

            var more = HostProcess.Run(["run", Flow, "--record", "more", .. Database]);

            Assert.Equal((2, "", $"{File}: the database file cannot be opened; it and its folder have to be writable\n"), (more.ExitCode, more.Text, more.Error));
            Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        }
        finally
        {
            RootFactAttribute.Succeeds("umount", _folder.FullName);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void FillDisk(string size, string inputs)
    {
        Assert.True(RootFactAttribute.Succeeds("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _folder.FullName));
        try
        {
            var load = HostProcess.Run(["load", "--calls", "1000000", "--concurrency", "100", "--record", "full", "--json", .. Database]);
            Assert.Equal(1, load.ExitCode);
            Assert.EndsWith("Session full is not recorded any more: the disk is full\n", load.Error, StringComparison.Ordinal);
            // Nothing was wrong with what was heard until then.
            Assert.Contains("\"violations\": 0,", load.Text, StringComparison.Ordinal);

            var verify = HostProcess.Run(["sessions", "replay", "full", "--verify", .. Database]);
            Assert.Equal((0, ""), (verify.ExitCode, verify.Error));
            Assert.Matches($"^1 run, {inputs} inputs? verified, 0 differences\n$", verify.Text);
            var again = HostProcess.Run(["run", Flow, "--record", "more", .. Database]);
            Assert.Equal(1, again.ExitCode);
            Assert.Matches("(Session more (is not recorded any more|cannot be opened)|sessions.db): the disk is full\n", again.Error);
        }
        finally
        {
            RootFactAttribute.Succeeds("umount", _folder.FullName);
        }
    }
}
