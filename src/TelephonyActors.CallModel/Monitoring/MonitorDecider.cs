using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Monitoring;

/// <summary>What call monitoring can be told or asked.</summary>
public abstract record MonitorInput
{
    private MonitorInput() { }

    /// <summary>A step in the life of a call.</summary>
    public sealed record Published(CallFact Fact) : MonitorInput;

    /// <summary>TStartCallMonitoring.</summary>
    public sealed record StartAsked(Requester.Client By) : MonitorInput;

    /// <summary>TStopCallMonitoring.</summary>
    public sealed record StopAsked(Requester.Client By) : MonitorInput;

    /// <summary>A client went away.</summary>
    public sealed record ClientGone(int Client) : MonitorInput;
}

/// <summary>What clients hear of it.</summary>
public abstract record MonitorOutput
{
    private MonitorOutput() { }

    /// <summary>An event for the clients that watch at this moment.</summary>
    public sealed record Report(TEvent Event, ImmutableArray<int> To) : MonitorOutput;

    /// <summary>An answer to one client alone.</summary>
    public sealed record Reply(int Client, TEvent Event) : MonitorOutput;
}

/// <summary>What call monitoring decided: who watches from now on, and what is heard; null: nothing.</summary>
public readonly record struct MonitorDecision(Watchers Next, MonitorOutput? Output);

/// <summary>The rules of call monitoring (call models, chapters 0 and 8) as a total function.</summary>
public static class MonitorDecider
{
    public static MonitorDecision Decide(Watchers watchers, MonitorInput input, DateTimeOffset now) => input switch
    {
        MonitorInput.Published(var fact) =>
            new(watchers, watchers.Clients.IsEmpty ? null : new MonitorOutput.Report(fact.Event, watchers.Clients)),
        MonitorInput.StartAsked(var by) => Answered(by, watchers.Start(by, now)),
        MonitorInput.StopAsked(var by) => Answered(by, watchers.Stop(by, now)),
        MonitorInput.ClientGone(var client) => new(watchers.Without(client), null),
        _ => new(watchers, null),
    };

    private static MonitorDecision Answered(Requester.Client by, (Watchers Next, TEvent Answer) decided) =>
        new(decided.Next, new MonitorOutput.Reply(by.Id, decided.Answer));
}
