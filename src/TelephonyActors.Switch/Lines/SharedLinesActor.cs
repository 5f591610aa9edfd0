using Akka.Actor;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Switch.Lines;

/// <summary>The parent of the shared lines: takes messages to the one they name. A shard region can take its place.</summary>
internal sealed class SharedLinesActor(SwitchPlan plan, Routes routes) : UntypedActor
{
    private readonly Dictionary<string, IActorRef> _lines = [];

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        foreach (var line in plan.SharedLines)
        {
            var actor = Context.ActorOf(Props.CreateBy(new SharedLineProducer(SharedLine.Of(line), routes)), EntityNames.Of(line.Number));
            _lines.Add(line.Number, actor);
        }
    }

    protected override void OnReceive(object message)
    {
        if (message is LineMessage to && _lines.TryGetValue(to.Line, out var line)) line.Tell(routes.Faults?.Pass(to) ?? to.Input, ActorRefs.NoSender);
        else Unhandled(message);
    }
}
