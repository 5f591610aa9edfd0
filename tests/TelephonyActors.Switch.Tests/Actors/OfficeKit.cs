using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch.Faults;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Actors;

/// <summary>A switch in a TestKit's actor system: on Akka.NET's own dispatchers, heard by test probes.</summary>
public abstract class OfficeKit : TestKit
{
    // Long enough on a busy machine; nothing is measured against it.
    private const string Patience = "akka.test { single-expect-default = 30s, filter-leeway = 30s, default-timeout = 30s }";

    private readonly TransientSwitch _switch;

    protected OfficeKit(SwitchPlan plan, string hocon = "")
        : base($"{Patience}\n{hocon}") =>
        _switch = TransientSwitch.Start(Sys, plan, SimulatedSwitch.FirstConnID, new SwitchFaults(BrokenGuard.None));

    /// <inheritdoc cref="TransientSwitch.IdleActors"/>
    protected int IdleActors => _switch.IdleActors;

    internal KitClient Connect(params string[] dns)
    {
        var client = new KitClient(_switch.Switch, CreateTestProbe());
        foreach (var dn in dns) client.Ask(RequestName.TRegisterAddress, dn);
        return client;
    }

    /// <summary>The actor of an entity, by its kind and its number or ConnID; a kind may have several parents.</summary>
    protected IActorRef Entity(string kind, string name)
    {
        var probe = CreateTestProbe();
        Entities.Find(Sys, $"/user/{kind}*/{name}", found => probe.Ref.Tell(found));
        return probe.ExpectMsg<IActorRef>();
    }
}

/// <summary>A client whose probe is told what it hears.</summary>
internal sealed class KitClient : IClientListener
{
    private readonly TestProbe _probe;
    private readonly ISwitchClient _client;
    private long _lastReferenceID;

    public KitClient(ISwitch at, TestProbe probe)
    {
        _probe = probe;
        _client = at.Connect(this);
        Await(heard => heard.Event == EventName.EventLinkConnected);
    }

    public long Send(RequestName name, string? dn = null, ConnID? call = null, string? other = null)
    {
        _client.Send(new TRequest
        {
            Request = Words.Of(name),
            ReferenceID = ++_lastReferenceID,
            ThisDN = dn,
            OtherDN = other,
            ConnID = call?.ToString(),
        });
        return _lastReferenceID;
    }

    /// <summary>Sends a request and takes what is heard until its answer, which is no refusal.</summary>
    public TEvent Ask(RequestName name, string? dn = null, ConnID? call = null, string? other = null)
    {
        var referenceID = Send(name, dn, call, other);
        var answer = Await(heard => heard.ReferenceID == referenceID);
        Assert.NotEqual(EventName.EventError, answer.Event);
        return answer;
    }

    /// <summary>Takes what is heard up to the first event that is this.</summary>
    public TEvent Await(Predicate<TEvent> wanted) => _probe.FishForMessage<TEvent>(wanted);

    /// <summary>Dials and has the called DN answer; the call.</summary>
    public ConnID Talk(string from, string to)
    {
        // On real threads the two are heard in any order.
        var referenceID = Send(RequestName.TMakeCall, from, other: to);
        var (dialing, rings) = ((TEvent?)null, false);
        while (dialing is null || !rings)
        {
            var heard = Await(_ => true);
            if (heard.ReferenceID == referenceID) dialing = heard;
            rings |= heard.Event == EventName.EventRinging && heard.ThisDN == to;
        }

        Assert.Equal(EventName.EventDialing, dialing.Event);
        Ask(RequestName.TAnswerCall, to, dialing.ConnID);
        return dialing.ConnID!;
    }

    /// <summary>Awaits that a failure ends this call for each of these DNs, in whatever order.</summary>
    public void AwaitFailure(ConnID call, params string[] dns)
    {
        var open = dns.ToHashSet(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            var heard = Await(heard => heard is { Event: EventName.EventReleased, CallState: CallState.GeneralError });
            Assert.Equal(call, heard.ConnID);
            Assert.True(open.Remove(heard.ThisDN!), $"{heard.ThisDN} is released twice, or should not be.");
        }
    }

    void IClientListener.Hear(TEvent heard) => _probe.Ref.Tell(heard);
}
