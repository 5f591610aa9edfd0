using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch.Calls;

/// <summary>Makes the actor of one call, and keeps the call while the actor is restarted.</summary>
internal sealed class CallProducer(Call call, Routes routes, IEffects effects) : IIndirectActorProducer
{
    public Call Call { get; set; } = call;

    public Routes Routes { get; } = routes;

    public IEffects Effects { get; } = effects;

    public Type ActorType => typeof(CallActor);

    public ActorBase Produce() => new CallActor(this);

    public void Release(ActorBase actor)
    {
    }
}

/// <summary>
/// Owns one call and coordinates the life of its parties. When the call has ended, it waits for the next one or stops, as its parent says.
/// </summary>
internal sealed class CallActor(CallProducer call) : UntypedActor, IWithTimers
{
    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CallInput input: Take(input); break;
            case CallBegun begun:
                call.Call = begun.First.Next;
                Act(begun.First);
                break;
            case CallEnded ended: End(ended); break;
            case PendingTimer.OfCall pending: Arm(pending.Ring, pending.Due - Now); break;
            case FailureInjected: throw new InjectedFailureException();
            default: Unhandled(message); break;
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        call.Routes.Faults?.Failed(reason);
        // Who dialed waits for what the beginning decided, whatever happens then.
        if (message is CallBegun begun) Act(begun.First);
        var inHand = message is FailureInjected injected ? injected.InHand : message;
        var now = Now;
        Act(inHand as CallInput, failed: true, CallDecider.Fail(call.Call, inHand as CallInput, now), now);
        // Nothing of the base: a call has no children to stop.
    }

    private void End(CallEnded ended)
    {
        call.Routes.Recorder?.Take(new CallStopped(call.Call.Header.ConnID, Now));
        Timers.CancelAll();
        Context.Parent.Tell(ended, Self);
    }

    private static DateTimeOffset Now => Context.System.Scheduler.Now;

    // An alerting that another call took over may be due already.
    private void Arm(int ring, TimeSpan left) =>
        Timers.StartSingleTimer(ring, new CallInput.RingTimedOut(ring), left > TimeSpan.Zero ? left : TimeSpan.Zero);

    private void Take(CallInput input)
    {
        var now = Now;
        Act(input, failed: false, call.Routes.Faults?.Decide(call.Call, input) ?? CallDecider.Decide(call.Call, input, now), now);
    }

    private void Act(CallInput? input, bool failed, CallDecision decision, DateTimeOffset now)
    {
        call.Routes.Recorder?.Take(new CallRecord(call.Call.Header.ConnID, now, input, failed, decision.Next, decision.Outputs));
        Act(decision);
    }

    private void Act(CallDecision decision)
    {
        call.Call = decision.Next;
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case CallOutput.ArmRing(var ring, var deadline): Arm(ring, deadline - Now); break;
                case CallOutput.DisarmRing when call.Routes.Faults is { KeepsRingTimers: true }: break;
                case CallOutput.DisarmRing(var ring): Timers.Cancel(ring); break;
            }
        }

        call.Effects.Perform(call.Call.Header.ConnID, decision.Outputs);
    }
}

/// <summary>The first message of a call's actor: what its beginning decided.</summary>
internal sealed record CallBegun(CallDecision First);

/// <summary>The last message of a call, which has refused what was on the way to it: nobody reaches it any more.</summary>
internal sealed record CallEnded
{
    public static CallEnded Instance { get; } = new();
}
