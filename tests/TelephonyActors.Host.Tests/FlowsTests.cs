namespace TelephonyActors.Host.Tests;

/// <summary>The reference call flows through the command line, from a folder that is not the host's own.</summary>
public sealed class FlowsTests
{
    private static string Flows => Path.Combine(HostProcess.Folder, "config", "flows");

    [Theory]
    [InlineData("ladder")]
    [InlineData("jsonl")]
    public void All_flows_are_as_expected_and_two_runs_print_the_same_bytes(string format)
    {
        var first = HostProcess.Run("run", Flows, "--format", format);
        Assert.Empty(first.Error);
        Assert.Equal(0, first.ExitCode);
        Assert.NotEmpty(first.Output);
        Assert.Equal(first.Output, HostProcess.Run("run", Flows, "--format", format).Output);
    }

    [Fact]
    public void Ladder_is_the_default_format_and_ends_with_the_number_of_steps()
    {
        var host = HostProcess.Run("run", Flows);
        Assert.Equal(HostProcess.Run("run", "--format", "ladder", Flows).Text, host.Text);
        Assert.Matches("^[0-9]+ steps checked, [0-9]+ not checked$", host.Text.TrimEnd('\n').Split('\n')[^1]);
    }

    [Fact]
    public void What_the_flows_print_as_jsonl_keeps_every_invariant()
    {
        var folder = Directory.CreateTempSubdirectory("telephony-actors-");
        try
        {
            var log = Path.Combine(folder.FullName, "flows.jsonl");
            File.WriteAllBytes(log, HostProcess.Run("run", Flows, "--format", "jsonl").Output);
            var host = HostProcess.Run("check", log);
            Assert.Empty(host.Text);
            Assert.Equal(0, host.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
