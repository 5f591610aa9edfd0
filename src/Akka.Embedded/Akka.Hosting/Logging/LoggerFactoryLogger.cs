#nullable enable

using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Microsoft.Extensions.Logging;
using HostLogLevel = Microsoft.Extensions.Logging.LogLevel;
using LogLevel = Akka.Event.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>Passes what the actor system logs on to Microsoft.Extensions.Logging, in the category of <see cref="ActorSystem"/>.</summary>
public class LoggerFactoryLogger : ActorBase
{
    /// <summary>For what this logger itself has to say.</summary>
    protected readonly ILoggingAdapter InternalLogger
        = Akka.Event.Logging.GetLogger(Context.System.EventStream, nameof(LoggerFactoryLogger));

    private readonly ILogger<ActorSystem> _log;

    /// <summary>The logger of an actor system that has a <see cref="LoggerFactorySetup"/>.</summary>
    /// <exception cref="ConfigurationException">The actor system has none.</exception>
    public LoggerFactoryLogger()
    {
        var setup = Context.System.Settings.Setup.Get<LoggerFactorySetup>();
        if (!setup.HasValue)
            throw new ConfigurationException($"The setup of the actor system has no {nameof(LoggerFactorySetup)}.");
        _log = setup.Value.LoggerFactory.CreateLogger<ActorSystem>();
    }

    /// <inheritdoc />
    protected override void PostStop() => InternalLogger.Info($"{nameof(LoggerFactoryLogger)} stopped");

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                InternalLogger.Info($"{nameof(LoggerFactoryLogger)} started");
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent log:
                Log(log, Sender.Path);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Passes one event on.</summary>
    protected virtual void Log(LogEvent log, ActorPath path)
        => _log.Log(HostLevelOf(log.LogLevel()), default, log, log.Cause, static (logged, _) => logged.ToString());

    private static HostLogLevel HostLevelOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => HostLogLevel.Debug,
        LogLevel.InfoLevel => HostLogLevel.Information,
        LogLevel.WarningLevel => HostLogLevel.Warning,
        _ => HostLogLevel.Error,
    };
}
