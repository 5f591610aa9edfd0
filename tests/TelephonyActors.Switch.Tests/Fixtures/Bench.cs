using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Checking;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Fixtures;

/// <summary>
/// A switch in virtual time with one client that has registered every DN and monitors every call. What that client hears is held
/// against the invariants of call models, chapter 9, whenever the switch has come to rest.
/// </summary>
internal sealed class Bench : IDisposable
{
    private readonly SimulatedSwitch _simulated;
    private readonly List<Violation> _violations = [];
    private readonly InvariantChecker _checker;
    private int _heard;
    private int _sent;

    public Bench(SwitchPlan? plan = null, Choice? choice = null, ulong firstConnID = SimulatedSwitch.FirstConnID)
    {
        Plan = plan ?? Office.Plan();
        _simulated = SimulatedSwitch.Start(Plan, choice, firstConnID: firstConnID);
        _checker = new InvariantChecker(Facts(Plan), complete: true, RequestKnowledge.OneClient, _violations.Add);
        Client = new TestClient(Switch);
        foreach (var dn in Plan.Columns) Client.Send(RequestName.TRegisterAddress, dn);
        Client.Send(RequestName.TStartCallMonitoring);
        Settle();
    }

    public SwitchPlan Plan { get; }

    public ISwitch Switch => _simulated.Switch;

    public Simulation Simulation => _simulated.Simulation;

    /// <summary>The client that hears everything.</summary>
    public TestClient Client { get; }

    /// <summary>A further client, which has registered these DNs.</summary>
    public TestClient Connect(params string[] dns)
    {
        var client = new TestClient(Switch);
        foreach (var dn in dns) client.Send(RequestName.TRegisterAddress, dn);
        Settle();
        return client;
    }

    /// <summary>Lets the switch do what it has to do, and holds what was heard against the invariants.</summary>
    public void Settle()
    {
        _simulated.Settle();
        Check();
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span)
    {
        _simulated.Advance(span);
        Check();
    }

    /// <summary>Sends a request of the client that hears everything, and lets the switch come to rest; the answer.</summary>
    public TEvent Ask(RequestName name, string? dn = null, ConnID? call = null, string? other = null, ConnID? otherCall = null)
    {
        var referenceID = Client.Send(name, dn, call, other, otherCall);
        Settle();
        return Client.Answer(referenceID);
    }

    /// <summary>Dials; the new call.</summary>
    public ConnID Dial(string from, string to)
    {
        var dialing = Ask(RequestName.TMakeCall, from, other: to);
        Assert.Equal(EventName.EventDialing, dialing.Event);
        return dialing.ConnID!;
    }

    /// <summary>Dials, and has a DN answer; the call.</summary>
    public ConnID Talk(string from, string to, string? answering = null)
    {
        var call = Dial(from, to);
        Assert.Equal(EventName.EventEstablished, Ask(RequestName.TAnswerCall, answering ?? to, call).Event);
        return call;
    }

    /// <summary>Somebody at a phone acts; every outcome told until the switch has come to rest.</summary>
    public IReadOnlyList<PhoneOutcome> Act(string number, PhoneAction action, string? destination = null, ConnID? call = null)
    {
        var outcomes = new List<PhoneOutcome>();
        Switch.Act(new PhoneAct(number, action, destination, call), outcomes.Add);
        Settle();
        return outcomes;
    }

    /// <summary>Has an entity fail as soon as it handles this; it is not waited for.</summary>
    /// <param name="path">The path of the entity's actor.</param>
    /// <param name="inHand">What it is handling at that moment; null: nothing.</param>
    public void Fail(string path, object? inHand = null) =>
        _simulated.System.ActorSelection(path).Tell(new FailureInjected(inHand));

    /// <summary>The path of a call's actor.</summary>
    public static string PathOf(ConnID call) => Entities.CallPath(call);

    /// <summary>The paths of all entities, in ordinal order.</summary>
    public IReadOnlyList<string> EntityPaths()
    {
        var paths = Entities.Ask(_simulated.System);
        _simulated.Settle();
        return [.. paths.Order(StringComparer.Ordinal)];
    }

    /// <summary>Calls <paramref name="gone"/> when the actor at a path has stopped; at once where there is none.</summary>
    public void WatchUntilGone(string path, Action<string> gone) => Entities.WatchUntilGone(_simulated.System, [path], gone);

    /// <summary>The paths of the live calls' actors.</summary>
    public IReadOnlyList<string> CallPaths() => [.. EntityPaths().Where(path => path.StartsWith("/user/calls-", StringComparison.Ordinal))];

    /// <summary>Call models 9.10: no call and no timer is left.</summary>
    public void AssertNothingIsLeft()
    {
        Assert.Empty(CallPaths());
        Assert.Equal(0, Simulation.PendingTimers);
        foreach (var dn in Plan.Columns)
        {
            var calls = Ask(RequestName.TQueryAddress, dn).Extensions!["Calls"];
            Assert.Empty(Assert.IsType<System.Collections.Immutable.ImmutableArray<object>>(calls));
        }
    }

    public void Dispose() => _simulated.Dispose();

    private void Check()
    {
        for (; _sent < Client.Sent.Count; _sent++) _checker.Request(Client.Sent[_sent], _sent);
        for (; _heard < Client.Heard.Count; _heard++) _checker.Hear(Client.Heard[_heard], _heard);
        _checker.AtRest();
        Assert.Empty(_violations);
    }

    private static SwitchFacts Facts(SwitchPlan plan)
    {
        var facts = new SwitchFacts();
        foreach (var dn in plan.Dns) facts.WithColumn(dn.Number);
        foreach (var line in plan.SharedLines) facts.WithLine(line.Members, line.Appearances);
        return facts;
    }
}
