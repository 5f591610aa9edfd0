using System.Linq.Expressions;
using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Tested actors and further test actors.</content>
public abstract partial class TestKitBase
{
    /// <summary>Starts a top-level actor.</summary>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props, null);

    /// <summary>Starts a top-level actor.</summary>
    public IActorRef ActorOf(Props props, string name) => Sys.ActorOf(props, name);

    /// <summary>Starts a top-level actor.</summary>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new()
        => Sys.ActorOf(Props.Create<TActor>(), null);

    /// <summary>Starts a top-level actor.</summary>
    public IActorRef ActorOf<TActor>(string name)
        where TActor : ActorBase, new()
        => Sys.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Starts a top-level actor.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase
        => Sys.ActorOf(Props.Create(factory), null);

    /// <summary>Starts a top-level actor.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string name)
        where TActor : ActorBase
        => Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Selects actors by path.</summary>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors by path.</summary>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Starts a further test actor, whose messages are queued with those of the first.</summary>
    public IActorRef CreateTestActor(string name) => CreateTestActor(name, new TaskCompletionSource());

    /// <summary>Makes a probe: a test actor with a queue and expectations of its own.</summary>
    public virtual TestProbe CreateTestProbe(string name = null) => CreateTestProbe(Sys, name);

    /// <summary>Makes a probe in an actor system.</summary>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string name = null) => new(system, _assertions, name);

    /// <summary>Lets the test actor receive <see cref="Terminated"/> when the actor has stopped; returns when it is watched.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        WatchAsync(actorToWatch).Wait(RemainingOrDefault);
        return actorToWatch;
    }

    /// <summary>Lets the test actor receive <see cref="Terminated"/> when the actor has stopped.</summary>
    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TestActor.Tell(new WatchActor(actorToWatch, done), ActorRefs.NoSender);
        await done.Task;
        return actorToWatch;
    }

    /// <summary>Takes the watch back; returns when that is done.</summary>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        UnwatchAsync(actorToUnwatch).Wait(RemainingOrDefault);
        return actorToUnwatch;
    }

    /// <summary>Takes the watch back.</summary>
    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TestActor.Tell(new UnwatchActor(actorToUnwatch, done), ActorRefs.NoSender);
        await done.Task;
        return actorToUnwatch;
    }

    /// <summary>Lets the auto-pilot handle each message before the test sees it.</summary>
    public void SetAutoPilot(AutoPilot pilot) => TestActor.Tell(new SetAutoPilot(pilot), ActorRefs.NoSender);

    /// <summary>Keeps messages from the test, in place of those that were kept from it before.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage)
        => TestActor.Tell(new SetIgnore(shouldIgnoreMessage), ActorRefs.NoSender);

    /// <summary>Keeps messages of a type from the test, in place of those that were kept from it before.</summary>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage)
        => IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    /// <summary>Keeps all messages of a type from the test, in place of those that were kept from it before.</summary>
    public void IgnoreMessages<TMsg>() => IgnoreMessages<TMsg>(_ => true);

    /// <summary>Keeps no messages from the test any more.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new SetIgnore(null), ActorRefs.NoSender);

    private IActorRef CreateReadyTestActor(string name)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var testActor = CreateTestActor(name, ready);
        if (!ready.Task.Wait(TimeSpan.FromSeconds(5)))
            throw new TimeoutException("The test actor did not start.");
        return testActor;
    }

    private IActorRef CreateTestActor(string name, TaskCompletionSource ready)
    {
        var queue = _queue.Writer;
        var props = Props.Create(() => new InternalTestActor(queue, ready)).WithDispatcher(TestActorDispatcherId);
        return ((ExtendedActorSystem)Sys).SystemActorOf(props, name);
    }
}
