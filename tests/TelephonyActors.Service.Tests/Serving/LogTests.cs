namespace TelephonyActors.Service.Tests.Serving;

/// <summary>What the service logs, on stderr.</summary>
public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_actor_system_logs_from_the_level_of_hocon_on_and_as_the_section_Serilog_says()
    {
        using var other = ServiceProcess.Start();
        string[] taken = ["--urls", other.Url.ToString().TrimEnd('/')];
        var program = ServiceProcess.Copy(_folder);
        var hocon = Path.Combine(program, "hocon", "switch.conf");
        File.WriteAllText(hocon, File.ReadAllText(hocon).Replace("loglevel = WARNING", "loglevel = INFO", StringComparison.Ordinal));

        // The port is taken, so it ends once its actors have started.
        Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} INF CoordinatedShutdown invoked ", ServiceProcess.RefusedIn(program, taken).Error);
        var quieter = ServiceProcess.RefusedIn(program, taken, ("TELEPHONYACTORS_Serilog__MinimumLevel__Override__Akka", "Warning"));
        Assert.DoesNotContain("CoordinatedShutdown", quieter.Error, StringComparison.Ordinal);
    }
}
