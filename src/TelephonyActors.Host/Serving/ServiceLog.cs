using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Settings.Configuration;
using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// The log of the service: on stderr as every verb's, its levels and further sinks as the section <c>Serilog</c> says. Akka.NET's logger
/// for Serilog writes to the static <c>Log.Logger</c> and to no other, so a process has one log however many services it runs.
/// </summary>
internal static class ServiceLog
{
    public static Logger Create(IConfiguration configuration)
    {
        // Named here, the sinks need not be looked for in all assemblies.
        var options = new ConfigurationReaderOptions(
            typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly);
        try
        {
            // What keeps the host from starting is told in one sentence of the service's own.
            return HostLog.Configuration()
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                // Whoever shows no token is answered 401; a line for each would let them fill the log.
                .MinimumLevel.Override(typeof(TokenAuthentication).FullName!, LogEventLevel.Warning)
                .ReadFrom.Configuration(configuration, options).CreateLogger();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new BadInputException(new Fault(
                FilePosition.Whole("Serilog"), $"is not in order: {wrong.Message}", "what Serilog.Settings.Configuration reads"));
        }
    }
}
