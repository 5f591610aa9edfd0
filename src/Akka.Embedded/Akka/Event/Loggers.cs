using Akka.Actor;

namespace Akka.Event;

/// <summary>Asks a logger, which is an actor, to begin; it answers with <see cref="LoggerInitialized"/>.</summary>
public class InitializeLogger(LoggingBus loggingBus) : INoSerializationVerificationNeeded
{
    public LoggingBus LoggingBus => loggingBus;
}

/// <summary>A logger is ready.</summary>
public class LoggerInitialized : INoSerializationVerificationNeeded, IDeadLetterSuppression;

/// <summary>Logs to standard output through an actor, so that no one waits for it.</summary>
public class DefaultLogger : ActorBase
{
    private StandardOutLogger _standardOutput;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                _standardOutput = Context.System.Settings.StdoutLogger;
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Print(logEvent);
                return true;
            default:
                return false;
        }
    }

    protected virtual void Print(LogEvent logEvent) => _standardOutput.Tell(logEvent, ActorRefs.NoSender);
}

/// <summary>Logs to standard output where it is called: before the loggers have started, and after they have stopped.</summary>
public class StandardOutLogger : MinimalActorRef
{
    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    public override IActorRefProvider Provider => throw new NotSupportedException("This logger does not provide.");

    protected override void TellInternal(object message, IActorRef sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            Console.WriteLine(message);
        }
        catch (FormatException e) when (message is LogEvent { Message: LogMessage log })
        {
            Console.WriteLine($"[ERROR] {e.Message} str=[{log.Format}], args=[{log.Unformatted()}]");
        }
    }
}
