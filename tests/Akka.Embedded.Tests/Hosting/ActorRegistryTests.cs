using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Embedded.Tests.Hosting;

/// <summary>Actors by the type that stands for them.</summary>
public class ActorRegistryTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly Type FirstKey = typeof(First);

    private readonly ActorRegistry _registry;

    public ActorRegistryTests() => _registry = ActorRegistry.For(Sys);

    [Fact]
    public void An_actor_system_has_one_registry() => Assert.Same(_registry, ActorRegistry.For(Sys));

    [Fact]
    public void A_registered_actor_is_found()
    {
        _registry.Register<First>(TestActor);
        Assert.Equal(TestActor, _registry.Get<First>());
        Assert.True(_registry.TryGet<First>(out var actor));
        Assert.Equal(TestActor, actor);
        Assert.True(_registry.TryGet(FirstKey, out _));
        Assert.Equal([KeyValuePair.Create(FirstKey, TestActor)], _registry);
    }

    [Fact]
    public void What_is_not_registered_is_nobody_or_an_error()
    {
        Assert.False(_registry.TryGet<First>(out var actor));
        Assert.Equal(ActorRefs.Nobody, actor);
        Assert.Throws<MissingActorRegistryEntryException>(() => _registry.Get<First>());
    }

    [Fact]
    public void A_type_stands_for_one_actor_unless_it_is_overwritten()
    {
        var probe = CreateTestProbe();
        _registry.Register<First>(TestActor);
        Assert.Throws<DuplicateActorRegistryException>(() => _registry.Register<First>(probe));
        Assert.False(_registry.TryRegister<First>(probe));
        Assert.Equal(TestActor, _registry.Get<First>());
        _registry.Register<First>(probe, overwrite: true);
        Assert.Equal(probe.Ref, _registry.Get<First>());
        Assert.True(_registry.TryRegister<Second>(probe));
        Assert.True(_registry.TryRegister(FirstKey, TestActor, overwrite: true));
    }

    [Fact]
    public void There_is_an_actor_to_register()
    {
        Assert.Throws<ArgumentNullException>(() => _registry.Register<First>(null!));
        Assert.False(_registry.TryRegister<First>(null!));
    }

    [Fact]
    public async Task An_actor_that_is_not_registered_yet_is_waited_for()
    {
        var first = _registry.GetAsync<First>();
        var again = _registry.GetAsync(FirstKey);
        var second = _registry.GetAsync<Second>();
        Assert.False(first.IsCompleted);
        _registry.Register<First>(TestActor);
        Assert.Equal(TestActor, await first);
        Assert.Equal(TestActor, await again);
        Assert.Equal(TestActor, await _registry.GetAsync<First>());
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task The_wait_for_an_actor_is_cancelled_alone()
    {
        using var source = new CancellationTokenSource();
        var patient = _registry.GetAsync<First>();
        var impatient = _registry.GetAsync<First>(source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => impatient);
        _registry.Register<First>(TestActor);
        Assert.Equal(TestActor, await patient);
    }

    [Fact]
    public async Task A_host_gives_its_services_the_registry_and_the_actors()
    {
        using var host = Hosts.Create(
            akka => akka.WithActors((_, registry) => registry.Register<First>(TestActor)),
            services => services.AddSingleton<Client>());
        var client = host.Services.GetRequiredService<Client>();
        var waiting = client.Second.GetAsync();
        await host.StartAsync();

        var registry = host.Services.GetRequiredService<ActorRegistry>();
        Assert.Same(ActorRegistry.For(host.Services.GetRequiredService<ActorSystem>()), registry);
        Assert.Same(registry, host.Services.GetRequiredService<IActorRegistry>());
        Assert.Same(registry, host.Services.GetRequiredService<IReadOnlyActorRegistry>());
        Assert.Equal(TestActor, client.First.ActorRef);
        Assert.Equal(TestActor, await client.First.GetAsync());
        Assert.Throws<MissingActorRegistryEntryException>(() => client.Second.ActorRef);
        registry.Register<Second>(TestActor);
        Assert.Equal(TestActor, await waiting);
        Assert.Equal(TestActor, client.Second.ActorRef);
        await host.StopAsync();
    }

    private sealed class First;

    private sealed class Second;

    private sealed class Client(IRequiredActor<First> first, IRequiredActor<Second> second)
    {
        public IRequiredActor<First> First { get; } = first;

        public IRequiredActor<Second> Second { get; } = second;
    }
}
