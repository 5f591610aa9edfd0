using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Embedded.Tests.Hosting;

/// <summary>An actor system in a host.</summary>
public class HostingTests
{
    [Fact]
    public async Task The_actor_system_starts_and_ends_with_the_host()
    {
        using var host = Hosts.Create(akka => { });
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        Assert.Equal("hosted", system.Name);
        Assert.False(system.WhenTerminated.IsCompleted);
        await host.StopAsync();
        await system.WhenTerminated;
    }

    [Fact]
    public async Task The_stop_of_the_host_runs_the_coordinated_shutdown()
    {
        var phases = new List<string>();
        using var host = Hosts.Create(akka => akka.AddStartup((system, _) => CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind, "note", () =>
            {
                phases.Add(CoordinatedShutdown.PhaseBeforeServiceUnbind);
                return Task.FromResult(Done.Instance);
            })));
        await host.StartAsync();
        var shutdown = CoordinatedShutdown.Get(host.Services.GetRequiredService<ActorSystem>());
        await host.StopAsync();
        Assert.Equal([CoordinatedShutdown.PhaseBeforeServiceUnbind], phases);
        Assert.IsType<CoordinatedShutdown.ClrExitReason>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task The_end_of_the_actor_system_stops_the_host()
    {
        using var host = Hosts.Create(akka => { });
        await host.StartAsync();
        await host.Services.GetRequiredService<ActorSystem>().Terminate();
        await host.WaitForShutdownAsync();
    }

    [Fact]
    public async Task Actors_start_in_order_and_then_the_startup_tasks()
    {
        var order = new List<string>();
        using var host = Hosts.Create(akka => akka
            .AddStartup((_, registry) => order.Add($"startup {registry.Any()}"))
            .WithActors((system, registry) =>
            {
                order.Add("first");
                registry.Register<Echo>(system.ActorOf(Props.Create<Echo>(), "echo"));
            })
            .WithActors(async (system, registry) =>
            {
                await Task.Yield();
                order.Add("second");
            })
            .AddStartup(async (_, _) =>
            {
                await Task.Yield();
                order.Add("last");
            }));
        await host.StartAsync();
        Assert.Equal(["first", "second", "startup True", "last"], order);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_host_does_not_start_if_an_actor_does_not()
    {
        using var host = Hosts.Create(akka => akka.WithActors((_, _) => throw new InvalidOperationException("no")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        await host.Services.GetRequiredService<ActorSystem>().WhenTerminated;
    }

    [Fact]
    public async Task Actors_take_services()
    {
        using var host = Hosts.Create(
            akka => akka.WithActors((system, registry, resolver) =>
                registry.Register<Greeter>(system.ActorOf(resolver.Props<Greeter>("!"), "greeter"))),
            services => services.AddSingleton(new Greeting("Hello")));
        await host.StartAsync();
        var greeter = host.Services.GetRequiredService<IActorRegistry>().Get<Greeter>();
        Assert.Equal("Hello Roger!", await greeter.Ask<string>("Roger", TimeSpan.FromSeconds(10)));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_configuration_is_made_with_the_services()
    {
        using var host = new HostBuilder()
            .ConfigureServices(services => services
                .AddSingleton(new Greeting("Hello"))
                .AddAkka("hosted", (akka, provider) =>
                    akka.AddHocon($"greeting = {provider.GetRequiredService<Greeting>().Text}", HoconAddMode.Append)))
            .Build();
        Assert.Equal("Hello", host.Services.GetRequiredService<ActorSystem>().Settings.Config.GetString("greeting"));
        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task Hocon_is_added_in_front_or_behind()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "a = 4, e = 4");
        using var host = Hosts.Create(akka => akka
            .AddHocon("a = 1, b = 1", HoconAddMode.Append)
            .AddHocon("a = 2, c = 2", HoconAddMode.Append)
            .AddHocon("b = 3, d = 3", HoconAddMode.Prepend)
            .AddHoconFile(file, HoconAddMode.Append)
            .AddSetup(BootstrapSetup.Create().WithConfig("c = 5"))
            .AddSetup(new Answer(42)));
        var settings = host.Services.GetRequiredService<ActorSystem>().Settings;
        Assert.Equal("1 3 5 3 4", string.Join(' ', new[] { "a", "b", "c", "d", "e" }.Select(key => settings.Config.GetInt(key))));
        Assert.Equal(42, settings.Setup.Get<Answer>().Value.Value);
        await host.StartAsync();
        await host.StopAsync();
        File.Delete(file);
    }

    [Fact]
    public void Hocon_needs_to_be_there()
    {
        using var host = Hosts.Create(akka => akka.AddHocon((Akka.Configuration.Config)null!, HoconAddMode.Append));
        Assert.Throws<ArgumentNullException>(() => host.Services.GetRequiredService<ActorSystem>());
    }

    [Fact]
    public async Task An_extension_starts_with_the_actor_system()
    {
        using var host = Hosts.Create(akka => akka.WithExtension<CounterId>().WithExtension<CounterId>());
        await host.StartAsync();
        Assert.True(host.Services.GetRequiredService<ActorSystem>().HasExtension<Counter>());
        await host.StopAsync();
    }

    public sealed class Counter : IExtension;

    public sealed class CounterId : ExtensionIdProvider<Counter>
    {
        public override Counter CreateExtension(ExtendedActorSystem system) => new();
    }

    private sealed class Answer(int value) : Setup
    {
        public int Value { get; } = value;
    }

    private sealed record Greeting(string Text);

    private sealed class Greeter(Greeting greeting, string mark) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"{greeting.Text} {message}{mark}");
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
