using Akka.Configuration;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>How the actor system runs: the files of the folder <c>hocon</c> beside the program.</summary>
public static class HoconFiles
{
    private static readonly Lazy<Config> _config = new(() => Read(Path.Combine(AppContext.BaseDirectory, "hocon")));

    /// <summary>All of them, read once; where two name the same key, the later one in ordinal order of names holds.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder did not travel with the program.</exception>
    public static Config Config => _config.Value;

    private static Config Read(string folder) => Directory
        .EnumerateFiles(folder, "*.conf")
        .Order(StringComparer.Ordinal)
        .Select(file => ConfigurationFactory.ParseString(File.ReadAllText(file)))
        .Aggregate(Akka.Configuration.Config.Empty, (earlier, later) => later.WithFallback(earlier));
}
