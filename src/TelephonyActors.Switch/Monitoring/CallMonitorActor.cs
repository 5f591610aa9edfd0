using Akka.Actor;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Monitoring;

/// <summary>
/// Hears of the life of every call's parties on the event stream, and emits EventCallCreated, EventCallPartyAdded, -State, -Moved,
/// -Deleted and EventCallDeleted to the clients that have started call monitoring.
/// </summary>
internal sealed class CallMonitorActor(Clients clients) : UntypedActor
{
    private Watchers _watchers = Watchers.Nobody;

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(CallFact));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CallFact fact: Report(fact); break;
            case StartMonitoring(var by): Answer(by, _watchers.Start(by, Context.System.Scheduler.Now)); break;
            case StopMonitoring(var by): Answer(by, _watchers.Stop(by, Context.System.Scheduler.Now)); break;
            case ClientLeft(var client): _watchers = _watchers.Without(client); break;
            default: Unhandled(message); break;
        }
    }

    private void Report(CallFact fact)
    {
        if (_watchers.Clients.IsEmpty) return;

        var heard = fact.ToEvent();
        foreach (var client in _watchers.Clients) clients.Deliver(client, heard);
    }

    private void Answer(Requester.Client by, (Watchers Next, TEvent Answer) decision)
    {
        _watchers = decision.Next;
        clients.Deliver(by.Id, decision.Answer);
    }
}

internal sealed record StartMonitoring(Requester.Client By);

internal sealed record StopMonitoring(Requester.Client By);

internal sealed record ClientLeft(int Client);
