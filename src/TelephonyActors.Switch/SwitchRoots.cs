using Akka.Actor;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Switch.Calls;
using TelephonyActors.Switch.Dns;
using TelephonyActors.Switch.Lines;
using TelephonyActors.Switch.Monitoring;

namespace TelephonyActors.Switch;

/// <summary>Starts the actors at the top of a switch: call monitoring and the parents of the entities, which start those.</summary>
internal static class SwitchRoots
{
    public static void Start(ActorSystem system, SwitchFront front)
    {
        var (plan, routes, clients) = (front.Plan, front.Routes, front.Clients);
        var past = routes.Recorder?.Past;
        front.Start(system.Scheduler);
        if (past is not null)
        {
            clients.GoOn(past.LastClient, past.LastAct);
            routes.Resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        routes.Monitor = Start(system, "call-monitor", () => new CallMonitorActor(routes, clients, past?.Watchers ?? Watchers.Nobody));
        routes.Effects = new Effects(routes, system.EventStream);
        var kept = system.Settings.Config.GetInt("telephony-actors.kept-call-actors", 0);
        routes.Ids = new CallIds(front.FirstConnID, past?.CallsBegun ?? 0);
        routes.Calls =
        [
            .. Enumerable.Range(0, front.CallParents).Select(number =>
                Start(system, $"calls-{number}", () => new CallsActor(plan, routes, kept, number == 0 ? past : null))),
        ];
        routes.Lines = Start(system, "lines", () => new SharedLinesActor(plan, routes, past));
        routes.Dns = Start(system, "dns", () => new DnsActor(plan, routes, past));
        if (past is not null) routes.Calls[0].Tell(past, ActorRefs.NoSender);
    }

    private static IActorRef Start<T>(ActorSystem system, string name, Func<T> make)
        where T : ActorBase => system.ActorOf(Props.CreateBy(new Producer<T>(make)), name);
}
