using System.Collections.Immutable;
using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Calls;
using TelephonyActors.Switch.Faults;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>
/// How entities reach each other: by id, directly where the directory knows the entity, else through the parent of its kind. Between
/// one entity and another messages keep their order.
/// </summary>
internal sealed class Routes(SwitchPlan plan, Clients clients)
{
    private readonly EntityDirectory _dns = new(plan);
    private readonly EntityDirectory _lines = new(plan);
    private int _idle;

    /// <summary>
    /// The parents of the calls, of which a call's ConnID chooses one; the first one answers for calls that do not exist. Set once,
    /// before the first message.
    /// </summary>
    public ImmutableArray<IActorRef> Calls { get; set; } = [];

    /// <summary>The ids of the calls; set once, before the first message.</summary>
    public CallIds Ids { get; set; } = null!;

    public IActorRef Dns
    {
        get => _dns.Parent;
        set => _dns.Parent = value;
    }

    public IActorRef Lines
    {
        get => _lines.Parent;
        set => _lines.Parent = value;
    }

    public IActorRef Monitor { get; set; } = ActorRefs.Nobody;

    /// <summary>Who hears what DNs report and answer.</summary>
    public Clients Clients { get; } = clients;

    public EntityDirectory DnDirectory => _dns;

    public EntityDirectory LineDirectory => _lines;

    public CallDirectory CallDirectory { get; } = new();

    /// <summary>What a test has go wrong; null in a switch that is no test's.</summary>
    public SwitchFaults? Faults { get; set; }

    /// <summary>Takes down what the entities decide, and delivers to the clients in their place; null where nothing is recorded.</summary>
    public IRecorder? Recorder { get; set; }

    /// <summary>Completes when the entities have been told what was on the way to them; null: the switch has no past.</summary>
    public TaskCompletionSource? Resumed { get; set; }

    /// <summary>Performs what entities decide; set once, before the first message.</summary>
    public IEffects Effects { get; set; } = null!;

    /// <summary>Actors that wait for their next call.</summary>
    public int IdleCallActors => _idle;

    /// <summary>That many more actors wait for their next call.</summary>
    public void Idle(int more) => Interlocked.Add(ref _idle, more);

    /// <summary>Starts the actor of an entity; null: its name is Akka.NET's own.</summary>
    public IActorRef Start(IActorContext parent, Func<IEffects, IIndirectActorProducer> entity, string? name) =>
        Faults is { } faults
            ? faults.Start(parent, Effects, entity, name)
            : parent.ActorOf(Props.CreateBy(entity(Effects)), name);

    /// <summary>A call begins.</summary>
    public void Dial(DialOrder order)
    {
        var header = Ids.Next(plan, order);
        Calls[(int)(header.ConnID.Value % (ulong)Calls.Length)].Tell(new CallInput.Dialed(header, order), ActorRefs.NoSender);
    }

    public void ToCall(ConnID connID, CallInput input)
    {
        if (!CallDirectory.TryTell(connID, Faults?.Pass(connID, input) ?? input))
            Calls[0].Tell(new CallMessage(connID, input), ActorRefs.NoSender);
    }

    public void ToDn(string dn, DnInput input) => _dns.Tell(dn, Faults?.Pass(dn, input) ?? input);

    public void ToLine(string line, LineInput input)
    {
        if (Faults is null) _lines.Tell(line, input);
        else if (!Faults.Swallows(input)) _lines.Tell(line, Faults.Pass(line, input));
    }
}

/// <summary>For a call of this ConnID, of which there is none, or none any more.</summary>
internal sealed record CallMessage(ConnID ConnID, CallInput Input);

/// <summary>
/// Makes the entity that receives it fail, as a bug in it would, while it handles <paramref name="InHand"/> (null: nothing). For tests
/// of what call models 8 says of failures.
/// </summary>
public sealed record FailureInjected(object? InHand);

/// <summary>What an entity fails with when a failure is injected.</summary>
public sealed class InjectedFailureException() : Exception("A failure was injected into this entity.");
