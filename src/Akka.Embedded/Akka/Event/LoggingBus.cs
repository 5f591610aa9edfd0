using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>The part of the event stream that has to do with loggers: actors that subscribe to log events by level.</summary>
public abstract class LoggingBus
{
    private static readonly LogLevel[] Levels = Enum.GetValues<LogLevel>();
    private static int _loggerId;

    private readonly List<IActorRef> _loggers = [];
    private volatile bool _stopped;

    public LogLevel LogLevel { get; private set; }

    public abstract bool Subscribe(IActorRef subscriber, Type channel);
    public abstract bool Unsubscribe(IActorRef subscriber, Type channel);
    public abstract bool Unsubscribe(IActorRef subscriber);
    public abstract void Publish(object @event);

    internal void StartStdoutLogger(Settings settings)
    {
        SubscribeFrom(Logging.LogLevelFor(settings.StdoutLogLevel), settings.StdoutLogger);
        Publish(new Debug(GetType().Name, GetType(), "StandardOutLogger started"));
    }

    /// <summary>Starts the configured loggers and waits for their answer; from then on standard output is theirs.</summary>
    internal void StartDefaultLoggers(ActorSystemImpl system)
    {
        var settings = system.Settings;
        LogLevel = Logging.LogLevelFor(settings.LogLevel);
        var source = $"{GetType().Name}({system.Name})";
        var starts = new List<(Task Task, Type Logger)>();
        var keepStandardOutput = false;
        foreach (var name in settings.Loggers)
        {
            var type = Type.GetType(name) ?? throw new ConfigurationException($"Logger specified in config cannot be found: \"{name}\"");
            if (typeof(StandardOutLogger).IsAssignableFrom(type))
                keepStandardOutput = true;
            else
                starts.Add((AddLogger(system, type, source), type));
        }

        if (starts.Count > 0)
            Task.WaitAll([.. starts.Select(s => s.Task)], settings.LoggerStartTimeout);
        foreach (var (_, logger) in starts.Where(s => !s.Task.IsCompleted))
        {
            Publish(new Warning(
                source, GetType(), $"Logger {logger.FullName} did not respond within {settings.LoggerStartTimeout} to InitializeLogger(bus)"));
        }

        if (settings.DebugUnhandledMessage)
            Subscribe(system.SystemActorOf(Props.Create<UnhandledMessageForwarder>(), "UnhandledMessageForwarder"), typeof(UnhandledMessage));
        if (!keepStandardOutput)
            Unsubscribe(settings.StdoutLogger);
        Publish(new Debug(source, GetType(), "Default Loggers started"));
    }

    internal void StopDefaultLoggers(ActorSystem system)
    {
        SubscribeFrom(Logging.LogLevelFor(system.Settings.StdoutLogLevel), system.Settings.StdoutLogger);
        _stopped = true;
        IActorRef[] loggers;
        lock (_loggers)
            loggers = [.. _loggers];
        foreach (var logger in loggers)
            RemoveLogger(logger);
        Publish(new Debug(GetType().Name, GetType(), "All default loggers stopped"));
    }

    private Task AddLogger(ActorSystemImpl system, Type type, string source)
    {
        var name = $"log{Interlocked.Increment(ref _loggerId)}-{type.Name}";
        var logger = system.SystemActorOf(Props.Create(type).WithDispatcher(system.Settings.LoggersDispatcher), name);
        var answer = logger.Ask(new InitializeLogger(this), Timeout.InfiniteTimeSpan);
        return answer.ContinueWith(
            t =>
            {
                if (!_stopped && t.IsCompletedSuccessfully && t.Result is LoggerInitialized)
                {
                    lock (_loggers)
                        _loggers.Add(logger);
                    SubscribeFrom(LogLevel, logger);
                    return;
                }

                Publish(new Error(t.Exception, source, GetType(), $"Logger {name} did not respond with {nameof(LoggerInitialized)}. Stopping logger."));
                RemoveLogger(logger);
            },
            TaskContinuationOptions.ExecuteSynchronously);
    }

    private void RemoveLogger(IActorRef logger)
    {
        Unsubscribe(logger);
        (logger as IInternalActorRef)?.Stop();
    }

    private void SubscribeFrom(LogLevel lowest, IActorRef logger)
    {
        foreach (var level in Levels.Where(l => l >= lowest))
            Subscribe(logger, level.ClassFor());
    }

    private sealed class UnhandledMessageForwarder : ActorBase
    {
        protected override bool Receive(object message)
        {
            if (message is not UnhandledMessage unhandled)
                return false;
            var sender = unhandled.Sender?.Path.ToString() ?? "NoSender";
            Context.System.EventStream.Publish(new Debug(
                unhandled.Recipient.Path.ToString(), unhandled.Recipient.GetType(), $"Unhandled message from {sender} : {unhandled.Message}"));
            return true;
        }
    }
}
