using Akka.Actor;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch.Dns;

/// <summary>Makes the actor of one DN, and keeps the DN while the actor is restarted: its registrations outlive a failure.</summary>
internal sealed class DnProducer(Dn dn, Routes routes, IEffects effects) : IIndirectActorProducer
{
    public Dn Dn { get; set; } = dn;

    public Routes Routes { get; } = routes;

    public IEffects Effects { get; } = effects;

    public Type ActorType => typeof(DnActor);

    public ActorBase Produce() => new DnActor(this);

    public void Release(ActorBase actor)
    {
    }
}

/// <summary>Owns one DN or external number: its registrations, its calls, its phone; stamps its events and sends them to its clients.</summary>
internal sealed class DnActor(DnProducer dn) : UntypedActor, IWithTimers
{
    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case DnInput input: Take(input); break;
            case PendingTimer.OfDn(_, var input, var due): Arm(input, due - Context.System.Scheduler.Now); break;
            case FailureInjected: throw new InjectedFailureException();
            default: Unhandled(message); break;
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        dn.Routes.Faults?.Failed(reason);
        var inHand = message is FailureInjected injected ? injected.InHand : message;
        var now = Context.System.Scheduler.Now;
        Act(inHand as DnInput, failed: true, DnDecider.Fail(dn.Dn, inHand as DnInput, now), now);
        // All its calls and seizures end: no time limit holds any more, one that has just been armed included.
        Timers.CancelAll();
        base.PreRestart(reason, message);
    }

    // The moment may be past.
    private void Arm(DnInput input, TimeSpan left) => Timers.StartSingleTimer(input, input, left > TimeSpan.Zero ? left : TimeSpan.Zero);

    private void Take(DnInput input)
    {
        var now = Context.System.Scheduler.Now;
        Act(input, failed: false, DnDecider.Decide(dn.Dn, input, now), now);
    }

    private void Act(DnInput? heard, bool failed, DnDecision decision, DateTimeOffset now)
    {
        dn.Dn = decision.Next;
        dn.Routes.Recorder?.Take(new DnRecord(dn.Dn.Number, now, heard, failed, decision.Next, decision.Outputs));
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case DnOutput.Arm(var after, var input) when after > TimeSpan.Zero: Timers.StartSingleTimer(input, input, after); break;
                case DnOutput.Disarm(var input): Timers.Cancel(input); break;
            }
        }

        dn.Effects.Perform(dn.Dn.Number, decision.Outputs);
    }
}
