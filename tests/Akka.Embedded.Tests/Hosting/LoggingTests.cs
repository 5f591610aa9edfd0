using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using HostLogLevel = Microsoft.Extensions.Logging.LogLevel;
using LogLevel = Akka.Event.LogLevel;

namespace Akka.Embedded.Tests.Hosting;

/// <summary>What the actor system logs goes where the host logs.</summary>
public class LoggingTests
{
    [Fact]
    public async Task What_is_logged_comes_to_the_log_of_the_host()
    {
        var log = new Log();
        using var host = CreateHost(log, loggers => loggers.AddLoggerFactory(), services => services.AddSingleton<ILoggerFactory>(log));
        await host.StartAsync();
        var cause = new InvalidOperationException("cause");
        host.Services.GetRequiredService<ActorSystem>().Log.Error(cause, "the answer is {0}", 42);
        var entry = await log.Find("the answer is 42");
        Assert.Equal(HostLogLevel.Error, entry.Level);
        Assert.Same(cause, entry.Cause);
        Assert.Equal(typeof(ActorSystem).FullName, entry.Category);
        await host.StopAsync();
    }

    [Fact]
    public async Task Another_log_is_given_by_its_factory()
    {
        var log = new Log();
        using var host = CreateHost(log, loggers => loggers.AddLoggerFactory(log));
        await host.StartAsync();
        host.Services.GetRequiredService<ActorSystem>().Log.Info("hello");
        Assert.Equal(HostLogLevel.Information, (await log.Find("hello")).Level);
        await host.StopAsync();
    }

    [Fact]
    public async Task Levels_below_the_configured_one_are_not_logged()
    {
        var log = new Log();
        using var host = CreateHost(log, loggers =>
        {
            loggers.LogLevel = LogLevel.WarningLevel;
            loggers.AddLoggerFactory(log);
        });
        await host.StartAsync();
        var akka = host.Services.GetRequiredService<ActorSystem>().Log;
        akka.Info("not this");
        akka.Warning("but this");
        Assert.Equal(HostLogLevel.Warning, (await log.Find("but this")).Level);
        Assert.DoesNotContain(log.Entries, entry => entry.Text.Contains("not this", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public void The_options_are_in_the_configuration()
    {
        using var host = Hosts.Create(akka => akka
            .AddHocon("akka.loglevel = ERROR", HoconAddMode.Prepend)
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                loggers.LogLevel = LogLevel.DebugLevel;
                loggers.LogConfigOnStart = false;
                loggers.DebugOptions = new DebugOptions { Unhandled = true, LifeCycle = false };
                loggers.DeadLetterOptions = new DeadLetterOptions
                {
                    ShouldLog = TriStateValue.None,
                    LogDuringShutdown = false,
                    LogSuspendDuration = TimeSpan.Zero,
                };
            }));
        using var system = host.Services.GetRequiredService<ActorSystem>();
        var config = system.Settings.Config.GetConfig("akka");
        Assert.Equal("Debug", config.GetString("loglevel"));
        Assert.Empty(config.GetStringList("loggers"));
        Assert.False(config.GetBoolean("log-config-on-start", true));
        Assert.True(config.GetBoolean("actor.debug.unhandled"));
        Assert.False(config.GetBoolean("actor.debug.lifecycle", true));
        Assert.Equal("off", config.GetString("log-dead-letters"));
        Assert.False(config.GetBoolean("log-dead-letters-during-shutdown", true));
        Assert.Equal("infinite", config.GetString("log-dead-letters-suspend-duration"));
    }

    private static IHost CreateHost(Log log, Action<LoggerConfigBuilder> configure, Action<IServiceCollection>? services = null)
        => Hosts.Create(
            akka => akka.ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                configure(loggers);
            }),
            services);

    private sealed record Entry(string Category, HostLogLevel Level, string Text, Exception? Cause);

    private sealed class Log : ILoggerFactory
    {
        private readonly ConcurrentQueue<Entry> _entries = new();
        private readonly ConcurrentDictionary<string, TaskCompletionSource<Entry>> _awaited = new();

        public IEnumerable<Entry> Entries => _entries;

        /// <summary>The first entry with the text, as soon as there is one.</summary>
        public Task<Entry> Find(string text)
        {
            var found = _awaited.GetOrAdd(text, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
            foreach (var entry in _entries)
                Offer(entry);
            return found.Task;
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        private void Add(Entry entry)
        {
            _entries.Enqueue(entry);
            Offer(entry);
        }

        private void Offer(Entry entry)
        {
            foreach (var (text, found) in _awaited)
            {
                if (entry.Text.Contains(text, StringComparison.Ordinal))
                    found.TrySetResult(entry);
            }
        }

        private sealed class Logger(Log log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
                => null;

            public bool IsEnabled(HostLogLevel logLevel) => true;

            public void Log<TState>(
                HostLogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
                => log.Add(new Entry(category, logLevel, formatter(state, exception), exception));
        }
    }
}
