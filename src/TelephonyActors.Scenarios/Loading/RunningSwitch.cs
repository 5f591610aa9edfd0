using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>
/// A switch in real time, as a host runs it: started through Akka.Hosting, on Akka.NET's own dispatcher and scheduler, configured by
/// the folder hocon. Disposing it tells every client that the link is down, and ends it.
/// </summary>
public sealed class RunningSwitch : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _stopped;

    private RunningSwitch(ServiceProvider services) => _services = services;

    /// <summary>The switch as every client and phone sees it.</summary>
    public ISwitch Switch => _services.GetRequiredService<ISwitch>();

    /// <summary>Its actor system.</summary>
    public ActorSystem System => _services.GetRequiredService<ActorSystem>();

    /// <summary>Starts a switch.</summary>
    /// <param name="plan">What is emulated.</param>
    /// <param name="log">Where the actor system logs; nowhere where it is null.</param>
    /// <param name="recording">Who keeps what the switch does; null: nobody.</param>
    /// <param name="hocon">What goes before the folder hocon; null: nothing.</param>
    public static async Task<RunningSwitch> Start(
        SwitchPlan plan, ILoggerFactory? log = null, RunningRecording? recording = null, Config? hocon = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(log ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<IHostApplicationLifetime, NoLifetime>();
        services.AddSwitch(plan, SimulatedSwitch.FirstConnID);
        services.AddAkka("switch", (builder, provider) =>
        {
            builder.ConfigureLoggers(loggers =>
            {
                loggers.LogLevel = Akka.Event.LogLevel.WarningLevel;
                loggers.ClearLoggers();
                if (log is not null) loggers.AddLoggerFactory(log);
            });
            builder.AddHocon(HoconFiles.Config, HoconAddMode.Prepend);
            if (hocon is not null) builder.AddHocon(hocon, HoconAddMode.Prepend);
            recording?.Configure(builder);
            builder.WithSwitch(provider);
        });
        if (recording is not null) services.AddSingleton(recording.Recorder);

        var running = new RunningSwitch(services.BuildServiceProvider());
        foreach (var hosted in running._services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
        return running;
    }

    /// <summary>Stops as a host does: clients are told, then the actor system ends.</summary>
    public async Task Stop()
    {
        if (_stopped) return;

        _stopped = true;
        foreach (var hosted in _services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _services.DisposeAsync();
    }

    /// <summary>Whoever started the switch stops it.</summary>
    private sealed class NoLifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}

/// <summary>How a running switch is recorded.</summary>
/// <param name="Recorder">Takes what the switch does.</param>
/// <param name="Configure">Configures the actor system for it, before the switch's own actors.</param>
public sealed record RunningRecording(IRecorder Recorder, Action<AkkaConfigurationBuilder> Configure);
