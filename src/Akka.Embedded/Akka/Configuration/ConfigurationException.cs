using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration does not say what the program needs, or says something that cannot be.</summary>
public class ConfigurationException : AkkaException
{
    /// <summary>The exception with what is wrong.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with what is wrong and its cause.</summary>
    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }

    /// <summary>The exception for a part that is configured under a path where there is nothing.</summary>
    public static ConfigurationException NullOrEmptyConfig<T>(string path = null)
        => new(string.IsNullOrWhiteSpace(path)
            ? $"Cannot make {typeof(T).Name}: its configuration is empty."
            : $"Cannot make {typeof(T).Name}: the configuration has nothing under '{path}'.");
}
