using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Calls;

/// <summary>
/// The parent of the calls: creates one for each order to dial, gives it its ids, and answers for calls that do not exist. A shard
/// region can take its place.
/// </summary>
internal sealed class CallsActor(SwitchPlan plan, CallIds ids, Routes routes, SwitchPast? past) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        if (past is null) return;
        foreach (var call in past.Calls)
        {
            var connID = call.Header.ConnID;
            routes.CallDirectory.Add(connID, Context.ActorOf(Props.CreateBy(new CallProducer(call, routes)), connID.ToString()));
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case DialOrder order: Begin(order); break;
            case CallMessage(var connID, var input): Refuse(connID, input); break;
            case SwitchPast goesOn: Resumption.Tell(routes, goesOn); break;
            default: Unhandled(message); break;
        }
    }

    private void Begin(DialOrder order)
    {
        var header = ids.Next(plan, order);
        var now = Context.System.Scheduler.Now;
        var dialed = new CallInput.Dialed(header, order);
        var first = CallDecider.Begin(plan, dialed, now);
        routes.Recorder?.Take(new CallRecord(header.ConnID, now, dialed, Failed: false, first.Next, first.Outputs));
        var call = Context.ActorOf(Props.CreateBy(new CallProducer(first.Next, routes)), header.ConnID.ToString());
        routes.CallDirectory.Add(header.ConnID, call);
        call.Tell(new CallBegun(first), ActorRefs.NoSender);
    }

    private void Refuse(ConnID connID, CallInput input)
    {
        // A call of the past may have been made meanwhile.
        if (past is not null && routes.CallDirectory.TryTell(connID, input)) return;

        var output = CallDecider.NoSuchCall(connID, input);
        routes.Recorder?.Take(new StrayRecord(connID, Context.System.Scheduler.Now, input, output));
        switch (output)
        {
            case CallOutput.ToDn(var dn, var answer): routes.ToDn(dn, answer); break;
            case CallOutput.ToCall(var asker, var answer): routes.ToCall(asker, answer); break;
        }
    }
}
