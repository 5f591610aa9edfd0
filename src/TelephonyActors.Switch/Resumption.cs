using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch;

/// <summary>
/// What the entities of a switch that goes on are told first: what was on the way to them, what they wait for, and that its clients are
/// gone. Told by the first parent of the calls, once it has made those of the past.
/// </summary>
internal static class Resumption
{
    public static void Tell(Routes routes, SwitchPast past)
    {
        foreach (var message in past.Messages)
        {
            switch (message)
            {
                case PendingMessage.ToCall(var connID, var input): routes.ToCall(connID, input); break;
                case PendingMessage.ToDn(var number, var input): routes.ToDn(number, input); break;
                case PendingMessage.ToLine(var number, var input): routes.ToLine(number, input); break;
                case PendingMessage.Dial(var order): routes.Dial(order); break;
                // It may not have subscribed to the event stream yet.
                case PendingMessage.Publish(var fact): routes.Monitor.Tell(new CallFacts([fact]), ActorRefs.NoSender); break;
            }
        }

        foreach (var timer in past.Timers)
        {
            if (timer is PendingTimer.OfCall of) routes.CallDirectory.TryTell(of.ConnID, of);
            else if (timer is PendingTimer.OfDn at) routes.DnDirectory.Tell(at.Number, at);
        }

        foreach (var call in past.Calls)
            if (call.Phase is CallPhase.Over or CallPhase.JoinedInto) routes.CallDirectory.End(call.Header.ConnID);

        // call models 8: a client that goes away loses its registrations and monitoring.
        foreach (var dn in past.Dns)
            foreach (var client in dn.Clients) routes.ToDn(dn.Number, new DnInput.ClientGone(client));
        foreach (var client in past.Watchers.Clients) routes.Monitor.Tell(new MonitorInput.ClientGone(client), ActorRefs.NoSender);
        routes.Resumed?.TrySetResult();
    }
}
