using Akka.Actor;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.Switch.Dns;

/// <summary>The parent of the DNs and external numbers: takes messages to the one they name. A shard region can take its place.</summary>
internal sealed class DnsActor(SwitchPlan plan, Routes routes, Clients clients) : UntypedActor
{
    private readonly Dictionary<string, IActorRef> _dns = [];

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        foreach (var number in plan.Columns.Concat(plan.Externals.Select(external => external.Number)))
        {
            var dn = Context.ActorOf(Props.CreateBy(new DnProducer(Dn.Of(plan, number), routes, clients)), EntityNames.Of(number));
            _dns.Add(number, dn);
        }
    }

    protected override void OnReceive(object message)
    {
        if (message is DnMessage to && _dns.TryGetValue(to.Dn, out var dn)) dn.Tell(routes.Faults?.Pass(to) ?? to.Input, ActorRefs.NoSender);
        else Unhandled(message);
    }
}
