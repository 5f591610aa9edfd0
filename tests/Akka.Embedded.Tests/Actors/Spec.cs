using Akka.Actor;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Actors;

/// <summary>A test class with an actor system that logs nothing.</summary>
public abstract class Spec : IAsyncLifetime
{
    protected const string Quiet =
        """
        akka.loggers = []
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        """;

    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected ActorSystem System { get; private set; } = null!;

    protected virtual string Hocon => "";

    public virtual Task InitializeAsync()
    {
        System = ActorSystem.Create("spec", ConfigurationFactory.ParseString(Hocon + "\n" + Quiet));
        return Task.CompletedTask;
    }

    public virtual Task DisposeAsync() => System.Terminate().WaitAsync(Patience);

    protected Probe MakeProbe(string? name = null) => new(System, name);

    protected static Props Of<TActor>(Func<TActor> make)
        where TActor : ActorBase =>
        Props.CreateBy(new Producer<TActor>(make));

    /// <summary>Waits for the end of an actor, and of what is published about it: Terminated comes after both.</summary>
    protected async Task Stopped(IActorRef actor)
    {
        var watcher = MakeProbe();
        await watcher.Watch(actor);
        Assert.Equal(actor, (await watcher.Next<Terminated>()).ActorRef);
    }
}
