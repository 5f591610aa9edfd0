using Akka.TestKit;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Tests.Threads;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Actors;

/// <summary>Calls publish what happens to their parties on the event stream; the monitoring actor is one subscriber.</summary>
public sealed class MonitoringTests() : OfficeKit(Plan())
{
    private const int Pairs = 40;

    private static readonly EventName[] _life =
    [
        EventName.EventCallCreated, EventName.EventCallPartyAdded, EventName.EventCallPartyAdded,
        EventName.EventCallPartyState, EventName.EventCallPartyState,
        EventName.EventCallPartyDeleted, EventName.EventCallPartyDeleted, EventName.EventCallDeleted,
    ];

    [Fact]
    public void A_client_and_an_actor_of_one_s_own_hear_the_same_facts_of_many_calls_each_call_in_order()
    {
        var subscriber = CreateTestProbe();
        Sys.EventStream.Subscribe(subscriber.Ref, typeof(CallFacts));
        var monitor = Connect();
        monitor.Ask(RequestName.TStartCallMonitoring);
        var pairs = Enumerable.Range(0, Pairs).Select(pair => (Client: Connect($"a{pair}", $"b{pair}"), Number: pair)).ToList();

        // On threads of their own: who waits for a probe must not take a dispatcher's thread.
        SideBySide.Run(pairs.Select<(KitClient Client, int Number), Action>(pair => () =>
        {
            var call = pair.Client.Talk($"a{pair.Number}", $"b{pair.Number}");
            pair.Client.Ask(RequestName.TReleaseCall, $"a{pair.Number}", call);
        }));

        var heard = Take(() => monitor.Await(_ => true));
        var facts = new Queue<TEvent>();
        var published = Take(() => Next(subscriber, facts));
        Assert.Equal(Pairs, heard.Count);
        foreach (var (call, life) in heard)
        {
            Assert.Equal(life, published[call]);
            Assert.Equal(Enumerable.Range(1, life.Count).Select(number => (long?)number), life.Select(one => one.EventSequenceNumber));
            Assert.Equal(EventName.EventCallCreated, life[0].Event);
            Assert.Equal(2, life.Count(one => one.Event == EventName.EventCallPartyAdded));
            Assert.Equal(2, life.Count(one => one.Event == EventName.EventCallPartyDeleted));
            Assert.Equal(EventName.EventCallDeleted, life[^1].Event);
            Assert.All(life, one => Assert.Contains(one.Event, _life));
        }
    }

    [Fact]
    public void The_monitoring_actor_reports_what_anybody_publishes_on_the_event_stream()
    {
        var monitor = Connect();
        monitor.Ask(RequestName.TStartCallMonitoring);
        var made = new TEvent { Event = EventName.EventCallCreated, EventSequenceNumber = 1 };
        Sys.EventStream.Publish(new CallFacts([new CallFact(made)]));
        Assert.Equal(made, monitor.Await(_ => true));
    }

    private static TEvent Next(TestProbe subscriber, Queue<TEvent> facts)
    {
        if (facts.Count == 0)
            foreach (var fact in subscriber.ExpectMsg<CallFacts>().Facts) facts.Enqueue(fact.Event);
        return facts.Dequeue();
    }

    // What is heard until every call has been deleted, by call.
    private static Dictionary<ConnID, List<TEvent>> Take(Func<TEvent> next)
    {
        var calls = new Dictionary<ConnID, List<TEvent>>();
        for (var deleted = 0; deleted < Pairs;)
        {
            var heard = next();
            if (!calls.TryGetValue(heard.ConnID!, out var life)) calls.Add(heard.ConnID!, life = []);
            life.Add(heard);
            if (heard.Event == EventName.EventCallDeleted) deleted++;
        }

        return calls;
    }

    private static SwitchPlan Plan() => new(
        "pairs",
        [.. Enumerable.Range(0, Pairs).SelectMany(pair => new[] { $"a{pair}", $"b{pair}" }).Select(dn => new DnPlan(dn, 1, Habits.None))],
        [],
        [],
        TimeSpan.Zero);
}
