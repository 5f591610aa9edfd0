using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What an actor system has been configured to.</summary>
public class Settings
{
    private readonly Config _userConfig;
    private Config _fallbackConfig = ReferenceConfig.Instance;

    public Settings(ActorSystem system, Config config)
        : this(system, config, ActorSystemSetup.Empty)
    {
    }

    public Settings(ActorSystem system, Config config, ActorSystemSetup setup)
    {
        System = system;
        Setup = setup;
        _userConfig = config;
        Config = config.SafeWithFallback(_fallbackConfig);

        AskTimeout = Config.GetTimeSpan("akka.actor.ask-timeout", null);
        SupervisorStrategyClass = Config.GetString("akka.actor.guardian-supervisor-strategy", null);
        LogLevel = Config.GetString("akka.loglevel", null);
        StdoutLogLevel = Config.GetString("akka.stdout-loglevel", null);
        Loggers = Config.GetStringList("akka.loggers", []);
        LoggersDispatcher = Config.GetString("akka.loggers-dispatcher", null);
        LoggerStartTimeout = Config.GetTimeSpan("akka.logger-startup-timeout", null);
        LogConfigOnStart = Config.GetBoolean("akka.log-config-on-start");
        LogDeadLetters = Config.GetString("akka.log-dead-letters", null) switch
        {
            "on" or "true" or "yes" => int.MaxValue,
            "off" or "false" or "no" => 0,
            _ => Config.GetInt("akka.log-dead-letters"),
        };
        LogDeadLettersDuringShutdown = Config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = Config.GetTimeSpan("akka.log-dead-letters-suspend-duration", null);
        DebugUnhandledMessage = Config.GetBoolean("akka.actor.debug.unhandled");
        DebugEventStream = Config.GetBoolean("akka.actor.debug.event-stream");
        SchedulerClass = Config.GetString("akka.scheduler.implementation", null);
        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate =
            Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");

        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
        {
            throw new ConfigurationException(
                "akka.coordinated-shutdown.run-by-actor-system-terminate=on and " +
                "akka.coordinated-shutdown.terminate-actor-system=off is not a supported configuration combination.");
        }
    }

    public ActorSystem System { get; }
    public Config Config { get; private set; }
    public ActorSystemSetup Setup { get; }
    public TimeSpan AskTimeout { get; }
    public string SupervisorStrategyClass { get; }
    public string LogLevel { get; }
    public string StdoutLogLevel { get; }
    public StandardOutLogger StdoutLogger { get; } = new();
    public ILogMessageFormatter LogFormatter => DefaultLogMessageFormatter.Instance;
    public IList<string> Loggers { get; }
    public string LoggersDispatcher { get; }
    public TimeSpan LoggerStartTimeout { get; }
    public bool LogConfigOnStart { get; }

    /// <summary>How many dead letters are logged; <see cref="int.MaxValue"/>: all of them.</summary>
    public int LogDeadLetters { get; }
    public bool LogDeadLettersDuringShutdown { get; }
    public TimeSpan LogDeadLettersSuspendDuration { get; }
    public bool DebugUnhandledMessage { get; }
    public bool DebugEventStream { get; }
    public string SchedulerClass { get; }
    public bool CoordinatedShutdownTerminateActorSystem { get; }
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    /// <summary>Adds defaults, as an extension does for its own section.</summary>
    public void InjectTopLevelFallback(Config config)
    {
        _fallbackConfig = config.SafeWithFallback(_fallbackConfig);
        Config = _userConfig.SafeWithFallback(_fallbackConfig);
    }

    public override string ToString() => Config.Root.ToString();
}
