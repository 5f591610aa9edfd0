using System.Collections.Immutable;
using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Faults;

/// <summary>
/// Performs the effects of one entity's turns one at a time, each in a turn of its own, so that whoever chooses whose turn it is can let
/// others act between two of them, as they can on real threads. The effects of one entity keep their order.
/// </summary>
internal sealed class SteppedEffects(IActorRef outbox) : IEffects
{
    public void Perform(ConnID call, ImmutableArray<CallOutput> outputs)
    {
        // The facts of a turn are one message.
        var facts = outputs.RemoveAll(static output => output is not CallOutput.Publish);
        var published = false;
        foreach (var output in outputs)
        {
            if (output is CallOutput.Publish && published) continue;
            published |= output is CallOutput.Publish;
            var step = output is CallOutput.Publish ? facts : [output];
            Put(effects => effects.Perform(call, step));
        }
    }

    public void Perform(string dn, ImmutableArray<DnOutput> outputs)
    {
        foreach (var output in outputs) Put(effects => effects.Perform(dn, [output]));
    }

    public void Perform(ImmutableArray<LineOutput> outputs)
    {
        foreach (var output in outputs) Put(effects => effects.Perform([output]));
    }

    private void Put(Action<IEffects> step) => outbox.Tell(step, ActorRefs.NoSender);
}

/// <summary>Holds the effects of one entity that have not been performed; stops behind the entity.</summary>
internal sealed class Outbox(IEffects effects) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Action<IEffects> step: step(effects); break;
            case IActorRef entity: Context.Watch(entity); break;
            case Terminated: Context.Stop(Self); break;
            default: Unhandled(message); break;
        }
    }
}
