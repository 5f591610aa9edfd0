using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Actors;

/// <summary>AddSwitch and WithSwitch in services with an actor system, as users of Akka.Hosting know it.</summary>
public sealed class HostingTests
{
    [Fact]
    public async Task The_switch_s_actors_are_in_the_registry_and_live_until_the_host_stops()
    {
        await using var services = Services();
        await Start(services);
        var registered = services.GetRequiredService<ActorRegistry>().ToDictionary(entry => entry.Key.Name, entry => entry.Value);
        foreach (var name in new[] { "CallMonitorActor", "CallsActor", "SharedLinesActor", "DnsActor" })
        {
            Assert.True(registered.ContainsKey(name), $"{name} is not in the registry; there are {string.Join(", ", registered.Keys)}.");
            Assert.NotEqual(ActorRefs.Nobody, registered[name]);
        }

        await Stop(services);
        Assert.True(services.GetRequiredService<ActorSystem>().WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Stopping_the_host_tells_every_client_EventLinkDisconnected_last_and_ends_the_actor_system()
    {
        await using var services = Services();
        await Start(services);
        var clients = new[] { new Listener(), new Listener(), new Listener() };
        foreach (var client in clients)
        {
            services.GetRequiredService<ISwitch>().Connect(client)
                .Send(new TRequest { Request = Words.Of(RequestName.TRegisterAddress), ReferenceID = 1, ThisDN = A });
            Assert.Equal(EventName.EventLinkConnected, client.Heard.First().Event);
            await client.Registered;
        }

        await Stop(services);
        Assert.All(clients, client => Assert.Equal(EventName.EventLinkDisconnected, client.Heard.Last().Event));
        Assert.True(services.GetRequiredService<ActorSystem>().WhenTerminated.IsCompletedSuccessfully);
    }

    private static ServiceProvider Services() => new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IHostApplicationLifetime, Lifetime>()
        .AddSwitch(Plan(), SimulatedSwitch.FirstConnID)
        .AddAkka("hosted", (builder, provider) => builder.WithSwitch(provider))
        .BuildServiceProvider();

    private static async Task Start(ServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
    }

    private static async Task Stop(ServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
    }

    private sealed class Listener : IClientListener
    {
        private readonly TaskCompletionSource _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<TEvent> Heard { get; } = new();

        /// <summary>Completes with EventRegistered.</summary>
        public Task Registered => _registered.Task;

        public void Hear(TEvent heard)
        {
            Heard.Enqueue(heard);
            if (heard.Event == EventName.EventRegistered) _registered.TrySetResult();
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
