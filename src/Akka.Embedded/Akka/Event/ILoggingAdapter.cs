namespace Akka.Event;

/// <summary>Writes to the log from one source.</summary>
public interface ILoggingAdapter
{
    ILogMessageFormatter Formatter { get; }
    bool IsDebugEnabled { get; }
    bool IsInfoEnabled { get; }
    bool IsWarningEnabled { get; }
    bool IsErrorEnabled { get; }

    bool IsEnabled(LogLevel logLevel);
    void Log(LogLevel logLevel, Exception cause, string format);
    void Log(LogLevel logLevel, Exception cause, LogMessage message);
}

/// <summary>Writes nothing.</summary>
public sealed class NoLogger : ILoggingAdapter
{
    public static readonly ILoggingAdapter Instance = new NoLogger();

    private NoLogger()
    {
    }

    public ILogMessageFormatter Formatter => DefaultLogMessageFormatter.Instance;
    public bool IsDebugEnabled => false;
    public bool IsInfoEnabled => false;
    public bool IsWarningEnabled => false;
    public bool IsErrorEnabled => false;

    public bool IsEnabled(LogLevel logLevel) => false;

    public void Log(LogLevel logLevel, Exception cause, string format)
    {
    }

    public void Log(LogLevel logLevel, Exception cause, LogMessage message)
    {
    }
}

/// <summary>Writes log events to the event stream. Which levels are on is settled when the adapter is made.</summary>
public sealed class BusLogging : ILoggingAdapter
{
    public BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
    {
        Bus = bus;
        LogSource = logSource;
        LogClass = logClass;
        Formatter = logMessageFormatter;
        IsDebugEnabled = bus.LogLevel <= LogLevel.DebugLevel;
        IsInfoEnabled = bus.LogLevel <= LogLevel.InfoLevel;
        IsWarningEnabled = bus.LogLevel <= LogLevel.WarningLevel;
        IsErrorEnabled = bus.LogLevel <= LogLevel.ErrorLevel;
    }

    public LoggingBus Bus { get; }
    public string LogSource { get; }
    public Type LogClass { get; }
    public ILogMessageFormatter Formatter { get; }
    public bool IsDebugEnabled { get; }
    public bool IsInfoEnabled { get; }
    public bool IsWarningEnabled { get; }
    public bool IsErrorEnabled { get; }

    public bool IsEnabled(LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => IsDebugEnabled,
        LogLevel.InfoLevel => IsInfoEnabled,
        LogLevel.WarningLevel => IsWarningEnabled,
        LogLevel.ErrorLevel => IsErrorEnabled,
        _ => throw new NotSupportedException($"Unknown LogLevel {logLevel}"),
    };

    public void Log(LogLevel logLevel, Exception cause, string format) => Notify(logLevel, cause, format);

    public void Log(LogLevel logLevel, Exception cause, LogMessage message) => Notify(logLevel, cause, message);

    private void Notify(LogLevel logLevel, Exception cause, object message) => Bus.Publish(logLevel switch
    {
        LogLevel.DebugLevel => new Debug(cause, LogSource, LogClass, message),
        LogLevel.InfoLevel => new Info(cause, LogSource, LogClass, message),
        LogLevel.WarningLevel => new Warning(cause, LogSource, LogClass, message),
        LogLevel.ErrorLevel => (LogEvent)new Error(cause, LogSource, LogClass, message),
        _ => throw new ArgumentOutOfRangeException(nameof(logLevel), logLevel, null),
    });
}
