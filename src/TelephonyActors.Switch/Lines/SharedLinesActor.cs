using Akka.Actor;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Switch.Lines;

/// <summary>The parent of the shared lines: makes them when the switch starts. A shard region can take its place.</summary>
internal sealed class SharedLinesActor(SwitchPlan plan, Routes routes) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        foreach (var line in plan.SharedLines)
        {
            var actor = Context.ActorOf(Props.CreateBy(new SharedLineProducer(SharedLine.Of(line), routes)), EntityNames.Of(line.Number));
            routes.LineDirectory.Add(line.Number, actor);
        }

        routes.LineDirectory.Open();
    }

    protected override void OnReceive(object message)
    {
        if (message is not Routed routed || !routes.LineDirectory.Pass(routed)) Unhandled(message);
    }
}
