using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.TestKit;

/// <summary>
/// A test actor with a queue and expectations of its own, beside the test's. It can be used wherever a reference is expected.
/// </summary>
public class TestProbe : TestKitBase, INoImplicitSender, IInternalActorRef
{
    /// <summary>A probe in the actor system.</summary>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    /// <summary>The probe's test actor.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>Who sent the last message that was received.</summary>
    public IActorRef Sender => LastSender;

    ActorPath IActorRef.Path => TestActor.Path;

    bool IActorRefScope.IsLocal => Internal.IsLocal;

    IInternalActorRef IInternalActorRef.Parent => Internal.Parent;

    IActorRefProvider IInternalActorRef.Provider => Internal.Provider;

    private IInternalActorRef Internal => (IInternalActorRef)TestActor;

    /// <summary>Sends a message from the probe.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Sends a message on behalf of who sent the last one received.</summary>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    /// <summary>Passes the last message received on.</summary>
    public void Forward(IActorRef actor) => actor.Tell(LastMessage, Sender);

    /// <summary>Answers the last message received.</summary>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>A probe makes no probes.</summary>
    [Obsolete("A probe makes no probes.", true)]
#pragma warning disable CS0809 // Obsolete in Akka.NET too, so that the mistake shows when the test is compiled.
    public override TestProbe CreateTestProbe(string name = null) => throw new NotSupportedException("A probe makes no probes.");
#pragma warning restore CS0809

    /// <inheritdoc />
    public void SendSystemMessage(ISystemMessage message) => Internal.SendSystemMessage(message);

    /// <inheritdoc />
    public int CompareTo(object obj) => TestActor.CompareTo(obj);

    /// <inheritdoc />
    public override bool Equals(object obj) => TestActor.Equals(obj);

    /// <inheritdoc />
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => $"TestProbe({TestActor})";

    int IComparable<IActorRef>.CompareTo(IActorRef other) => TestActor.CompareTo(other);

    bool IEquatable<IActorRef>.Equals(IActorRef other) => TestActor.Equals(other);

    void ICanTell.Tell(object message, IActorRef sender) => TestActor.Tell(message, sender);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => Internal.GetChild(name);

    void IInternalActorRef.Resume(Exception causedByFailure) => Internal.Resume(causedByFailure);

    void IInternalActorRef.Start() => Internal.Start();

    void IInternalActorRef.Stop() => Internal.Stop();

    void IInternalActorRef.Restart(Exception cause) => Internal.Restart(cause);

    void IInternalActorRef.Suspend() => Internal.Suspend();
}
