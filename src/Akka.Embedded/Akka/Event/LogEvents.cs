using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>How much a log event matters.</summary>
public enum LogLevel
{
    DebugLevel,
    InfoLevel,
    WarningLevel,
    ErrorLevel,
}

/// <summary>Something worth a line in a log.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    protected LogEvent(Exception cause, string logSource, Type logClass, object message)
    {
        Timestamp = DateTime.UtcNow;
        Thread = Thread.CurrentThread;
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    public Exception Cause { get; }
    public DateTime Timestamp { get; }
    public Thread Thread { get; }
    public string LogSource { get; }
    public Type LogClass { get; }

    /// <summary>A string, or a <see cref="LogMessage"/> that formats itself when it is asked for its text.</summary>
    public object Message { get; }

    public abstract LogLevel LogLevel();

    public override string ToString()
    {
        var line = string.Format(
            CultureInfo.InvariantCulture,
            "[{0}][{1:MM/dd/yyyy HH:mm:ss.fffK}][Thread {2:0000}][{3}] {4}",
            LogLevel().StringFor(), Timestamp, Thread.ManagedThreadId, LogSource, Message);
        return Cause is null ? line : $"{line}{Environment.NewLine}Cause: {Cause}";
    }
}

/// <summary>For those who look for an error.</summary>
public class Debug : LogEvent
{
    public Debug(string logSource, Type logClass, object message)
        : base(null, logSource, logClass, message)
    {
    }

    public Debug(Exception cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}

/// <summary>For those who look on.</summary>
public class Info : LogEvent
{
    public Info(string logSource, Type logClass, object message)
        : base(null, logSource, logClass, message)
    {
    }

    public Info(Exception cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;
}

/// <summary>Something may be wrong.</summary>
public class Warning : LogEvent
{
    public Warning(string logSource, Type logClass, object message)
        : base(null, logSource, logClass, message)
    {
    }

    public Warning(Exception cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;
}

/// <summary>Something is wrong.</summary>
public class Error : LogEvent
{
    public Error(Exception cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
