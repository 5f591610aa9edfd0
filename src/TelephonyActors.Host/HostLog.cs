using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace TelephonyActors.Host;

/// <summary>The log of the process: on stderr, so that results stay alone on stdout.</summary>
internal static class HostLog
{
    public static Logger Create() => Configuration().CreateLogger();

    /// <summary>What every log of the process has.</summary>
    public static LoggerConfiguration Configuration() => new LoggerConfiguration()
        .MinimumLevel.Information()
        .WriteTo.Console(
            outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}",
            formatProvider: CultureInfo.InvariantCulture,
            standardErrorFromLevel: LogEventLevel.Verbose);
}
