using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Monitoring;

/// <summary>Who has started call monitoring (call models, chapter 8).</summary>
public sealed record Watchers(ImmutableArray<int> Clients)
{
    public static Watchers Nobody { get; } = new([]);

    /// <summary>TStartCallMonitoring: the answer, and who watches from now on.</summary>
    public (Watchers Next, TEvent Answer) Start(Requester.Client by, DateTimeOffset now) =>
        Clients.Contains(by.Id)
            ? (this, Errors.Of(by, thisDN: null, new Refusal(ErrorCode.AlreadySo, "call monitoring is started already"), now))
            : (new Watchers(Clients.Add(by.Id)), Ack(by, now));

    /// <summary>TStopCallMonitoring.</summary>
    public (Watchers Next, TEvent Answer) Stop(Requester.Client by, DateTimeOffset now) =>
        Clients.Contains(by.Id)
            ? (new Watchers(Clients.Remove(by.Id)), Ack(by, now))
            : (this, Errors.Of(by, thisDN: null, new Refusal(ErrorCode.AlreadySo, "call monitoring is not started"), now));

    /// <summary>A client went away.</summary>
    public Watchers Without(int client) => new(Clients.Remove(client));

    private static TEvent Ack(Requester.Client by, DateTimeOffset now) => new() { Event = EventName.EventACK, Time = now, ReferenceID = by.ReferenceID };
}
