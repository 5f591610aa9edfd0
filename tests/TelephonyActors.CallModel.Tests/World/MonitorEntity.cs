using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>Call monitoring, as CallMonitorActor does it.</summary>
internal sealed class MonitorEntity(ModelWorld world) : Entity(ModelWorld.Monitoring, world)
{
    public Watchers Watchers { get; private set; } = Watchers.Nobody;

    protected override void Handle(object message)
    {
        switch (message)
        {
            case CallFact fact: Report(fact.Event); break;
            case StartWatching(var by): Answer(by, Watchers.Start(by, World.Now)); break;
            case StopWatching(var by): Answer(by, Watchers.Stop(by, World.Now)); break;
            case WatcherGone(var client): Watchers = Watchers.Without(client); break;
        }
    }

    protected override void Fail(object? inHand)
    {
        if (inHand is not null) Handle(inHand);
    }

    private void Report(TEvent heard)
    {
        World.Recorded(ModelWorld.Monitoring, heard);
        foreach (var client in Watchers.Clients) World.Deliver(client, heard);
    }

    private void Answer(Requester.Client by, (Watchers Next, TEvent Answer) decision)
    {
        Watchers = decision.Next;
        World.Deliver(by.Id, decision.Answer);
    }
}

internal sealed record StartWatching(Requester.Client By);

internal sealed record StopWatching(Requester.Client By);

internal sealed record WatcherGone(int Client);
