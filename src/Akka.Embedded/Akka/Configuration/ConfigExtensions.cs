namespace Akka.Configuration;

/// <summary>Configurations that may be null.</summary>
public static class ConfigExtensions
{
    /// <summary>The configuration completed by the fallback; the fallback alone if there is no configuration.</summary>
    public static Config SafeWithFallback(this Config config, Config fallback)
    {
        if (config == null)
            return fallback;
        return ReferenceEquals(config, fallback) ? config : config.WithFallback(fallback);
    }

    /// <summary>Whether there is nothing in it.</summary>
    public static bool IsNullOrEmpty(this Config config) => config == null || config.IsEmpty;
}
