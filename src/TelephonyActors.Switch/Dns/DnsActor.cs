using Akka.Actor;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch.Dns;

/// <summary>The parent of the DNs and external numbers: makes them when the switch starts. A shard region can take its place.</summary>
internal sealed class DnsActor(SwitchPlan plan, Routes routes, SwitchPast? past) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        var former = past?.Dns.ToDictionary(dn => dn.Number);
        var resting = new RestingDns(plan);
        foreach (var number in plan.Numbers)
        {
            var begins = former?.GetValueOrDefault(number) ?? resting.Of(number);
            var dn = routes.Start(Context, effects => new DnProducer(begins, routes, effects), EntityNames.Of(number));
            routes.DnDirectory.Add(number, dn);
        }

        routes.DnDirectory.Open();
    }

    protected override void OnReceive(object message)
    {
        if (message is not Routed routed || !routes.DnDirectory.Pass(routed)) Unhandled(message);
    }
}
