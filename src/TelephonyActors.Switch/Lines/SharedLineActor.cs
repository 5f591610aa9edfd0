using Akka.Actor;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch.Lines;

/// <summary>Makes the actor of one shared line, and keeps the line while the actor is restarted.</summary>
internal sealed class SharedLineProducer(SharedLine line, Routes routes, IEffects effects) : IIndirectActorProducer
{
    public SharedLine Line { get; set; } = line;

    public Routes Routes { get; } = routes;

    public IEffects Effects { get; } = effects;

    public Type ActorType => typeof(SharedLineActor);

    public ActorBase Produce() => new SharedLineActor(this);

    public void Release(ActorBase actor)
    {
    }
}

/// <summary>Owns the appearances of one shared line and arbitrates their seizure.</summary>
internal sealed class SharedLineActor(SharedLineProducer line) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LineInput input: Act(input, failed: false, LineDecider.Decide(line.Line, input)); break;
            case FailureInjected: throw new InjectedFailureException();
            default: Unhandled(message); break;
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        line.Routes.Faults?.Failed(reason);
        var inHand = message is FailureInjected injected ? injected.InHand : message;
        Act(inHand as LineInput, failed: true, LineDecider.Fail(line.Line, inHand as LineInput));
        base.PreRestart(reason, message);
    }

    private void Act(LineInput? heard, bool failed, LineDecision decision)
    {
        line.Line = decision.Next;
        line.Routes.Recorder?.Take(
            new LineRecord(line.Line.Number, Context.System.Scheduler.Now, heard, failed, decision.Next, decision.Outputs));
        line.Effects.Perform(decision.Outputs);
    }
}
