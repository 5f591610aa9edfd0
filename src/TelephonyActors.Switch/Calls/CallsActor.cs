using Akka.Actor;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Calls;

/// <summary>
/// A parent of calls: creates one for each order to dial, and answers for calls that do not exist. There are several,
/// since who creates and buries every call would be what all calls wait for; the first one has the calls of the past. The actor of a call
/// that has ended takes the next one: nothing that was meant for the call before reaches it any more (<see cref="CallDirectory"/>).
/// </summary>
internal sealed class CallsActor(SwitchPlan plan, Routes routes, int kept, SwitchPast? past) : UntypedActor
{
    // Actors whose calls have ended, for the next calls.
    private readonly Stack<IActorRef> _idle = new();

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.Strategy;

    protected override void PreStart()
    {
        if (past is null) return;
        foreach (var call in past.Calls)
        {
            routes.CallDirectory.Add(call.Header.ConnID, Start(call), begun: null);
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CallInput.Dialed dialed: Begin(dialed); break;
            case CallMessage(var connID, var input): Refuse(connID, input); break;
            case CallEnded: Keep(Sender); break;
            case SwitchPast goesOn: Resumption.Tell(routes, goesOn); break;
            default: Unhandled(message); break;
        }
    }

    private void Begin(CallInput.Dialed dialed)
    {
        var now = Context.System.Scheduler.Now;
        var first = CallDecider.Begin(plan, dialed, now);
        routes.Recorder?.Take(new CallRecord(dialed.Header.ConnID, now, dialed, Failed: false, first.Next, first.Outputs));
        if (_idle.TryPop(out var actor)) routes.Idle(-1);
        routes.CallDirectory.Add(dialed.Header.ConnID, actor ?? Start(first.Next), new CallBegun(first));
    }

    private IActorRef Start(Call call) => routes.Start(
        Context, effects => new CallProducer(call, routes, effects), kept == 0 ? call.Header.ConnID.ToString() : null);

    private void Keep(IActorRef ended)
    {
        if (_idle.Count < kept)
        {
            routes.Idle(1);
            _idle.Push(ended);
        }
        else
        {
            Context.Stop(ended);
        }
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
