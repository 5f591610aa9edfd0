using TelephonyActors.CallModel;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>What the switch's front door answers itself, without any entity.</summary>
public abstract record FrontInput
{
    private FrontInput() { }

    /// <summary>A client has connected.</summary>
    public sealed record Connected(int Client) : FrontInput;

    /// <summary>What a client sent is no request that an entity could look at.</summary>
    public sealed record Refused(int Client, TRequest Sent) : FrontInput;

    /// <summary>The switch shuts down, and every client hears of it.</summary>
    public sealed record Closed : FrontInput
    {
        public static Closed Instance { get; } = new();
    }
}

/// <summary>The events of the front door, as a function (call models, chapter 8).</summary>
public static class FrontDoor
{
    /// <summary>What the clients concerned hear; null: a request that an entity answers.</summary>
    public static TEvent? Answer(SwitchPlan plan, FrontInput input, DateTimeOffset now) => input switch
    {
        FrontInput.Connected => new TEvent { Event = EventName.EventLinkConnected, Time = now },
        FrontInput.Closed => new TEvent { Event = EventName.EventLinkDisconnected, Time = now },
        FrontInput.Refused(var client, var sent) => Refusal(plan, sent) is { } refusal
            ? Errors.Of(new Requester.Client(client, sent.Request, sent.ReferenceID), sent.ThisDN, refusal, now)
            : null,
        _ => null,
    };

    private static Refusal? Refusal(SwitchPlan plan, TRequest sent) => RequestReader.Read(sent, out var refusal) switch
    {
        null => refusal,
        Request.OfDn request when !plan.IsDn(request.ThisDN) => CallModel.Refusal.NoSuchDn(request.ThisDN),
        _ => null,
    };
}
