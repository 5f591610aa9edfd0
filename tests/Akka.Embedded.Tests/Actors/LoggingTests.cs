using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class LoggingTests
{
    private const string EndOfLog = "end of log";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<LogEvent>> Logs = new();
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Ends = new();

    [Fact]
    public async Task A_logger_gets_what_is_at_least_of_the_level()
    {
        var (system, log) = Start("at-least-info", "INFO");
        var adapter = Logging.GetLogger(system, "source");
        Assert.False(adapter.IsDebugEnabled);
        Assert.True(adapter.IsInfoEnabled);
        var cause = new InvalidTimeZoneException();
        adapter.Debug("debug");
        adapter.Info("info {0} {1}", 1, "two");
        adapter.Warning(cause, "warning");
        adapter.Error("error {0}", 3);
        await End(system);

        var events = log.Where(e => e.LogSource.StartsWith("source", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["info 1 two", "warning", "error 3"], events.Select(e => e.Message.ToString()));
        Assert.Equal([typeof(Info), typeof(Warning), typeof(Error)], events.Select(e => e.GetType()));
        Assert.Same(cause, events[1].Cause);
    }

    [Fact]
    public async Task An_actor_logs_under_its_path_and_class()
    {
        var (system, log) = Start("actors-log", "DEBUG");
        var actor = system.ActorOf(Props.Create(() => new Talkative()), "logging");
        await actor.Ask<string>("hello");
        await End(system);

        var logged = Assert.Single(log, e => e.LogSource == "akka://actors-log/user/logging");
        Assert.Equal(typeof(Talkative), logged.LogClass);
        Assert.Equal("got hello", logged.Message.ToString());
        Assert.Equal(LogLevel.DebugLevel, logged.LogLevel());
    }

    [Fact]
    public async Task Dead_letters_are_logged_so_many_times()
    {
        var (system, log) = Start("dead-letters", "INFO", "akka.log-dead-letters = 2");

        // The listener has subscribed when it answers, and handled all that came before.
        await system.ActorSelection("/system/deadLetterListener").ResolveOne(Patience);
        for (var i = 0; i < 5; i++)
            system.DeadLetters.Tell($"lost {i}", ActorRefs.NoSender);

        await system.ActorSelection("/system/deadLetterListener").ResolveOne(Patience);
        await End(system);

        var lines = log.Where(e => e is Info && e.Message.ToString()!.Contains("dead letters encountered", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, lines.Length);
        Assert.Contains("no more dead letters will be logged", lines[1].Message.ToString(), StringComparison.Ordinal);
    }

    private static (ActorSystem System, ConcurrentQueue<LogEvent> Log) Start(string name, string level, string more = "akka.log-dead-letters = off")
    {
        var log = Logs[name] = new ConcurrentQueue<LogEvent>();
        Ends[name] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString(
            $"""
            akka.loggers = ["{typeof(RecordingLogger).AssemblyQualifiedName}"]
            akka.loglevel = {level}
            akka.stdout-loglevel = OFF
            akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
            {more}
            """));
        return (system, log);
    }

    // A logger that is stopped drops what it has not handled yet.
    private static async Task End(ActorSystem system)
    {
        system.Log.Error(EndOfLog);
        await Ends[system.Name].Task.WaitAsync(Patience);
        await system.Terminate().WaitAsync(Patience);
    }

    private sealed class Talkative : UntypedActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        protected override void OnReceive(object message)
        {
            _log.Debug("got {0}", message);
            Sender.Tell("logged");
        }
    }

    private sealed class RecordingLogger : UntypedActor
    {
        private readonly ConcurrentQueue<LogEvent> _log = Logs[Context.System.Name];

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case InitializeLogger:
                    Sender.Tell(new LoggerInitialized());
                    break;
                case LogEvent { Message: EndOfLog }:
                    Ends[Context.System.Name].SetResult();
                    break;
                case LogEvent logEvent:
                    _log.Enqueue(logEvent);
                    break;
            }
        }
    }
}
