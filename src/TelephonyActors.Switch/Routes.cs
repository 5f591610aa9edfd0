using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.Switch.Faults;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>
/// How entities reach each other: by id, through the parent of each kind. Between one entity and another messages keep their order,
/// since all of them take the same way.
/// </summary>
internal sealed class Routes
{
    /// <summary>The parent of the calls; set once, before the first message.</summary>
    public IActorRef Calls { get; set; } = ActorRefs.Nobody;

    public IActorRef Dns { get; set; } = ActorRefs.Nobody;

    public IActorRef Lines { get; set; } = ActorRefs.Nobody;

    public IActorRef Monitor { get; set; } = ActorRefs.Nobody;

    /// <summary>What a test has go wrong; null in a switch that is no test's.</summary>
    public SwitchFaults? Faults { get; set; }

    /// <summary>Takes down what the entities decide, and delivers to the clients in their place; null where nothing is recorded.</summary>
    public IRecorder? Recorder { get; set; }

    public void ToCall(ConnID connID, CallInput input) => Calls.Tell(new CallMessage(connID, input), ActorRefs.NoSender);

    public void ToDn(string dn, DnInput input) => Dns.Tell(new DnMessage(dn, input), ActorRefs.NoSender);

    public void ToLine(string line, LineInput input)
    {
        if (Faults is not null && Faults.Swallows(input)) return;
        Lines.Tell(new LineMessage(line, input), ActorRefs.NoSender);
    }
}

/// <summary>For the call of this ConnID.</summary>
internal sealed record CallMessage(ConnID ConnID, CallInput Input);

/// <summary>For this DN or external number.</summary>
internal sealed record DnMessage(string Dn, DnInput Input);

/// <summary>For the shared line of this number.</summary>
internal sealed record LineMessage(string Line, LineInput Input);

/// <summary>
/// Makes the entity that receives it fail, as a bug in it would, while it handles <paramref name="InHand"/> (null: nothing). For tests
/// of what call models 8 says of failures.
/// </summary>
public sealed record FailureInjected(object? InHand);

/// <summary>What an entity fails with when a failure is injected.</summary>
public sealed class InjectedFailureException() : Exception("A failure was injected into this entity.");
