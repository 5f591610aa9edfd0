using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;

namespace TelephonyActors.Switch.Faults;

/// <summary>A guard of the switch that a driver can break, to see that its checks notice (contract, chapter 4, explore).</summary>
public enum BrokenGuard
{
    None,

    /// <summary>Who answers a call that another member has just answered hears EventEstablished instead of 496 (call models 7).</summary>
    SecondAnswerAccepted,

    /// <summary>The ring timeout strikes who has answered meanwhile (call models 1).</summary>
    StaleTimer,

    /// <summary>A seized appearance that is given back without dialing stays taken (call models 7).</summary>
    AppearanceLeak,

    /// <summary>A shared line is told after everybody else (call models 7).</summary>
    LateLine,
}

/// <summary>
/// A hook for drivers that test the switch: entities that fail while they handle their next message, a guard that is broken, and
/// what failed by itself. A switch has it only where it was started with it (<see cref="TransientSwitch"/>); the host's never has.
/// </summary>
/// <param name="broken">The guard that does not hold.</param>
public sealed class SwitchFaults(BrokenGuard broken)
{
    private readonly HashSet<string> _failing = [];

    /// <summary>The first failure of an entity that nobody injected: a bug of the switch.</summary>
    public Exception? Bug { get; private set; }

    internal bool KeepsRingTimers => broken == BrokenGuard.StaleTimer;

    /// <summary>The call fails while it handles its next message.</summary>
    public void FailCall(TLibrary.ConnID call) => _failing.Add(call.ToString());

    /// <summary>The DN or external number fails while it handles its next message.</summary>
    public void FailDn(string number) => _failing.Add(number);

    /// <summary>The shared line fails while it handles its next message.</summary>
    public void FailLine(string number) => _failing.Add(LineKey(number));

    /// <summary>Nobody fails any more.</summary>
    public void FailNobody() => _failing.Clear();

    internal object Pass(TLibrary.ConnID call, CallInput input) => Pass(call.ToString(), (object)input);

    internal object Pass(string dn, DnInput input) => Pass(dn, (object)input);

    internal object Pass(string line, LineInput input) => Pass(LineKey(line), (object)input);

    internal void Failed(Exception reason)
    {
        if (reason is not InjectedFailureException) Bug ??= reason;
    }

    /// <summary>What a call decides where a guard is broken; null: the rules hold.</summary>
    internal CallDecision? Decide(Call call, CallInput input) => (broken, input) switch
    {
        (BrokenGuard.SecondAnswerAccepted, CallInput.AnswerAsked asked) => BrokenCalls.SecondAnswer(call, asked),
        (BrokenGuard.StaleTimer, CallInput.RingTimedOut struck) => BrokenCalls.StaleTimeout(call, struck),
        _ => null,
    };

    /// <summary>Starts an entity whose effects are performed one at a time.</summary>
    internal IActorRef Start(IActorContext parent, IEffects effects, Func<IEffects, IIndirectActorProducer> entity, string? name)
    {
        var outbox = parent.ActorOf(Props.CreateBy(new Producer<Outbox>(() => new Outbox(effects))));
        IEffects stepped = new SteppedEffects(outbox);
        if (broken == BrokenGuard.LateLine) stepped = new LateLines(stepped);
        var started = parent.ActorOf(Props.CreateBy(entity(stepped)), name);
        outbox.Tell(started, ActorRefs.NoSender);
        return started;
    }

    /// <summary>Whether a line never hears of it.</summary>
    internal bool Swallows(LineInput input) => broken == BrokenGuard.AppearanceLeak && input is LineInput.SeizureEnded;

    private static string LineKey(string number) => "line " + number;

    private object Pass(string entity, object input) =>
        _failing.Count > 0 && _failing.Remove(entity) ? new FailureInjected(input) : input;
}
