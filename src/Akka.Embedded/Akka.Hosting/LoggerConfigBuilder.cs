#nullable enable

using System.Globalization;
using System.Text;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Hosting;

/// <summary>How the actor system logs.</summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    /// <summary>From which level on it logs.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    /// <summary>Whether it logs its configuration when it starts.</summary>
    public bool LogConfigOnStart { get; set; }

    /// <summary>How it logs messages that reached nobody.</summary>
    public DeadLetterOptions? DeadLetterOptions { get; set; }

    /// <summary>What else it logs for those who search an error.</summary>
    public DebugOptions? DebugOptions { get; set; }

    internal AkkaConfigurationBuilder Builder { get; }

    /// <summary>Removes the loggers, the default one too.</summary>
    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    internal void AddLogger(Type logger) => _loggers.Add(logger);

    internal AkkaConfigurationBuilder Build(AkkaConfigurationBuilder builder)
        => builder.AddHoconConfiguration(ToConfig(), HoconAddMode.Prepend);

    private Config ToConfig()
    {
        var loggers = string.Join(",", _loggers.Select(logger => $"\"{logger.AssemblyQualifiedName}\""));
        var hocon = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"akka.loglevel = {NameOf(LogLevel)}")
            .AppendLine(CultureInfo.InvariantCulture, $"akka.loggers = [{loggers}]")
            .AppendLine(CultureInfo.InvariantCulture, $"akka.log-config-on-start = {(LogConfigOnStart ? "on" : "off")}")
            .AppendLine(DebugOptions?.ToString())
            .AppendLine(DeadLetterOptions?.ToString());
        return ConfigurationFactory.ParseString(hocon.ToString());
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => "Debug",
        LogLevel.InfoLevel => "Info",
        LogLevel.WarningLevel => "Warning",
        LogLevel.ErrorLevel => "Error",
        _ => throw new ConfigurationException($"There is no log level {level}."),
    };
}
