using System.Threading.Channels;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// An actor system to test in and a test actor that receives what the tested actors send. What the test tells without naming a sender
/// comes from the test actor.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private const string TestActorDispatcherId = "akka.test.test-actor.dispatcher";

    private static int _lastTestActor;

    private readonly Channel<MessageEnvelope> _queue = Channel.CreateUnbounded<MessageEnvelope>();
    private readonly ITestKitAssertions _assertions;
    private MessageEnvelope _lastMessage = NullMessageEnvelope.Instance;

    /// <summary>A test kit in the actor system, or in one of its own.</summary>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem system = null, string testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    /// <summary>A test kit in an actor system of its own.</summary>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystemSetup setup, string actorSystemName = null, string testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    /// <summary>A test kit in an actor system of its own.</summary>
    protected TestKitBase(ITestKitAssertions assertions, Config config, string actorSystemName = null, string testActorName = null)
        : this(assertions, null, ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config)), actorSystemName, testActorName)
    {
    }

    private TestKitBase(
        ITestKitAssertions assertions, ActorSystem system, ActorSystemSetup setup, string actorSystemName, string testActorName)
    {
        _assertions = assertions ?? throw new ArgumentNullException(nameof(assertions));
        if (system == null)
            system = ActorSystem.Create(actorSystemName ?? "test", WithDefaultConfig(setup));
        else if (!system.Settings.Config.HasPath(TestActorDispatcherId))
            system.Settings.InjectTopLevelFallback(DefaultConfig);

        Sys = system;
        TestKitSettings = new TestKitSettings(system.Settings.Config);
        TestActor = CreateReadyTestActor(
            string.IsNullOrEmpty(testActorName) ? "testActor" + Interlocked.Increment(ref _lastTestActor) : testActorName);
        SetImplicitSender();
    }

    /// <summary>What the test kit adds to each configuration.</summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString($$"""
        akka.test {
          timefactor = 1.0
          single-expect-default = 3s
          default-timeout = 5s
          calling-thread-dispatcher.type = "{{typeof(CallingThreadDispatcherConfigurator).AssemblyQualifiedName}}"
          test-actor.dispatcher.type = "{{typeof(CallingThreadDispatcherConfigurator).AssemblyQualifiedName}}"
        }
        """);

    /// <summary>The clock that the test kit's times are measured by.</summary>
    public static TimeSpan Now => TimeSpan.FromTicks(DateTime.UtcNow.Ticks);

    /// <summary>The actor system.</summary>
    public ActorSystem Sys { get; }

    /// <summary>How long a test waits.</summary>
    public TestKitSettings TestKitSettings { get; }

    /// <summary>The test actor.</summary>
    public IActorRef TestActor { get; }

    /// <summary>Who sent the last message that was received.</summary>
    /// <exception cref="IllegalActorStateException">The last wait was in vain.</exception>
    public IActorRef LastSender => _lastMessage.Sender;

    /// <summary>The last message that was received.</summary>
    /// <exception cref="IllegalActorStateException">The last wait was in vain.</exception>
    public object LastMessage => _lastMessage.Message;

    /// <summary>Whether there are messages that the test has not looked at.</summary>
    public bool HasMessages => _queue.Reader.Count > 0;

    /// <summary>Ends the actor system.</summary>
    /// <param name="duration">How long to wait for its end.</param>
    /// <param name="verifySystemShutdown">Whether it is an error if that takes longer.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
        => Shutdown(Sys, duration, verifySystemShutdown);

    /// <summary>Ends an actor system.</summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        system ??= Sys;
        var timeout = duration ?? Dilated(TimeSpan.FromSeconds(5)).Min(TimeSpan.FromSeconds(10));
        if (system.Terminate().Wait(timeout))
            return;
        if (verifySystemShutdown)
            throw new TimeoutException($"The actor system {system.Name} did not end within {timeout}.");
        system.Log.Warning("The actor system {0} did not end within {1}.", system.Name, timeout);
    }

    private static ActorSystemSetup WithDefaultConfig(ActorSystemSetup setup)
    {
        var given = setup.Get<BootstrapSetup>();
        var bootstrap = given.HasValue ? given.Value : BootstrapSetup.Create();
        var config = bootstrap.Config.GetOrElse(Config.Empty).WithFallback(DefaultConfig);
        return setup.WithSetup(bootstrap.WithConfig(config));
    }

    private void SetImplicitSender()
    {
        if (this is not INoImplicitSender)
            InternalCurrentActorCellKeeper.Current = (ActorCell)TestActor;
        else if (this is not TestProbe)
            // The thread may still have the sender of the test before. A probe, however, is made in the middle of a test that has one.
            InternalCurrentActorCellKeeper.Current = null;
        SynchronizationContext.SetSynchronizationContext(
            new ActorCellKeepingSynchronizationContext(InternalCurrentActorCellKeeper.Current));
    }
}
