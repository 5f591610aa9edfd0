using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>A switch as a host runs it: started through Akka.Hosting, on the kernel's own dispatcher and scheduler.</summary>
internal sealed class RunningSwitch : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come, before it gives up; nothing is measured against it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _services;
    private bool _stopped;

    private RunningSwitch(ServiceProvider services) => _services = services;

    public ISwitch Switch => _services.GetRequiredService<ISwitch>();

    public ActorSystem System => _services.GetRequiredService<ActorSystem>();

    public static async Task<RunningSwitch> Start(SwitchPlan plan)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IHostApplicationLifetime, NoLifetime>();
        services.AddSwitch(plan, SimulatedSwitch.FirstConnID);
        services.AddAkka("switch", (builder, provider) => builder.AddHocon(HoconFiles.Config, HoconAddMode.Prepend).WithSwitch(provider));

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
