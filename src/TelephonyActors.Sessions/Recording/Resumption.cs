using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Recording;

/// <summary>What a switch goes on from, by the image that its records leave.</summary>
internal static class Resumption
{
    public static SwitchPast Of(SwitchImage image)
    {
        var entities = image.Entities.All.ToList();
        return new SwitchPast
        {
            CallsBegun = image.Calls,
            LastClient = image.LastClient,
            LastAct = image.LastAct,
            Dns = States<Dn>(entities),
            Lines = States<SharedLine>(entities),
            Calls = States<Call>(entities),
            Watchers = States<Watchers>(entities) is [var watchers] ? watchers : Watchers.Nobody,
            Timers = [.. entities.SelectMany(TimersOf)],
            Messages = [.. image.InFlight.InOrder.Select(MessageOf)],
        };
    }

    private static ImmutableArray<T> States<T>(IEnumerable<Entity> entities) => [.. entities.Select(entity => entity.State).OfType<T>()];

    private static IEnumerable<PendingTimer> TimersOf(Entity entity) => entity.Timers.OrderBy(timer => timer.Value).Select(timer => timer.Key switch
    {
        int ring => new PendingTimer.OfCall((ConnID)Entities.NameOf(entity.Id), ring, timer.Value),
        DnInput input => (PendingTimer)new PendingTimer.OfDn(entity.Id.Name, input, timer.Value),
        var other => throw new InvalidOperationException($"{other} is no timer."),
    });

    private static PendingMessage MessageOf(Message message) => message.Content switch
    {
        CallInput input => new PendingMessage.ToCall((ConnID)message.Target, input),
        DnInput input => new PendingMessage.ToDn((string)message.Target, input),
        LineInput input => new PendingMessage.ToLine((string)message.Target, input),
        DialOrder order => new PendingMessage.Dial(order),
        CallFact fact => new PendingMessage.Publish(fact),
        var other => throw new InvalidOperationException($"{other} is no message."),
    };
}
