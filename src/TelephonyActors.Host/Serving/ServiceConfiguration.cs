using Microsoft.Extensions.Configuration;
using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// Where the settings come from, the later before the earlier: <c>config/appsettings.json</c> beside the program, environment
/// variables such as <c>TELEPHONYACTORS_Link__QueueFrames</c>, the command line.
/// </summary>
internal sealed class ServiceConfiguration
{
    /// <summary>What an environment variable begins with; two underscores stand for the colon of a key.</summary>
    public const string Prefix = "TELEPHONYACTORS_";

    private ServiceConfiguration(IConfiguration all, ServiceSettings settings) => (All, Settings) = (all, settings);

    /// <summary>File and environment, for what reads its own part of them: the log and the web server.</summary>
    public IConfiguration All { get; }

    public ServiceSettings Settings { get; }

    /// <summary>The same for another switch.</summary>
    public ServiceConfiguration On(CallModel.Plan.SwitchPlan plan) => new(All, Settings with { Plan = plan });

    /// <summary>Reads them; throws <see cref="BadInputException"/> where something is not in order.</summary>
    public static ServiceConfiguration Read(ServeArguments arguments)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "config");
        var file = FileAlone(Path.Combine(folder, "appsettings.json"));
        var all = new ConfigurationBuilder().AddConfiguration(file).AddEnvironmentVariables(Prefix).Build();
        return new ServiceConfiguration(all, new SettingsReader(all, file, folder).Read(arguments));
    }

    private static IConfiguration FileAlone(string path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path, optional: true, reloadOnChange: false).Build();
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            var why = broken.InnerException?.Message ?? broken.Message;
            throw new BadInputException(new Fault(FilePosition.Whole(path), $"cannot be read: {why.TrimEnd('.')}", "JSON"));
        }
    }
}
