using System.Collections.Immutable;
using Akka.Actor;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Switch.Monitoring;

/// <summary>
/// Hears of the life of every call's parties on the event stream, and emits EventCallCreated, EventCallPartyAdded, -State, -Moved,
/// -Deleted and EventCallDeleted to the clients that have started call monitoring.
/// </summary>
internal sealed class CallMonitorActor(Routes routes, Clients clients, Watchers watchers) : UntypedActor
{
    private Watchers _watchers = watchers;

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(CallFacts));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CallFacts(var facts): Report(facts); break;
            case MonitorInput input: Take(input); break;
            default: Unhandled(message); break;
        }
    }

    private void Report(ImmutableArray<CallFact> facts)
    {
        foreach (var fact in facts)
        {
            if (routes.Recorder is not null) Take(new MonitorInput.Published(fact));
            else
                foreach (var client in _watchers.Clients) clients.Deliver(client, fact.Event);
        }
    }

    private void Take(MonitorInput input)
    {
        var now = Context.System.Scheduler.Now;
        var decision = MonitorDecider.Decide(_watchers, input, now);
        _watchers = decision.Next;
        var record = new MonitorRecord(now, input, decision.Next, decision.Output);
        if (routes.Recorder is { } recorder) recorder.Take(record);
        else record.Deliver(clients);
    }
}
