using Akka.Actor;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch.Lines;

/// <summary>The parent of the shared lines: makes them when the switch starts. A shard region can take its place.</summary>
internal sealed class SharedLinesActor(SwitchPlan plan, Routes routes, SwitchPast? past) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        var former = past?.Lines.ToDictionary(line => line.Number);
        foreach (var line in plan.SharedLines)
        {
            var begins = former?.GetValueOrDefault(line.Number) ?? SharedLine.Of(line);
            var actor = routes.Start(Context, effects => new SharedLineProducer(begins, routes, effects), EntityNames.Of(line.Number));
            routes.LineDirectory.Add(line.Number, actor);
        }

        routes.LineDirectory.Open();
    }

    protected override void OnReceive(object message)
    {
        if (message is not Routed routed || !routes.LineDirectory.Pass(routed)) Unhandled(message);
    }
}
