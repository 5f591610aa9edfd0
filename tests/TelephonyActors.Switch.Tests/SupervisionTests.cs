using Akka.Actor;
using Akka.Event;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests;

/// <summary>The one supervisor strategy: an entity that fails is restarted, as often as it fails, and the others are left alone.</summary>
public sealed class SupervisionTests
{
    [Theory]
    [InlineData($"/user/dns/{A}")]
    [InlineData($"/user/lines/{Line}")]
    public void An_entity_that_fails_is_restarted_in_its_place_and_the_log_names_it_alone(string path)
    {
        var log = new List<LogEvent>();
        using var simulated = SimulatedSwitch.Start(Plan(), log: log.Add);
        var before = Refs(simulated);
        for (var failure = 1; failure <= 50; failure++)
        {
            simulated.System.ActorSelection(path).Tell(new FailureInjected(null));
            simulated.Settle();
        }

        Assert.Equal(before, Refs(simulated));
        var errors = log.OfType<Error>().ToList();
        Assert.Equal(50, errors.Count);
        Assert.All(errors, error => Assert.IsType<InjectedFailureException>(error.Cause));
        Assert.All(errors, error => Assert.EndsWith(path, error.LogSource.Split('#')[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_that_fails_ends_and_its_actor_stops_like_any_other()
    {
        using var bench = new Bench();
        var call = bench.Talk(A, B);
        var gone = new List<string>();
        bench.WatchUntilGone(Entities.CallPath(call), gone.Add);
        bench.Settle();
        Assert.Empty(gone);
        bench.Fail(Bench.PathOf(call));
        bench.Settle();
        Assert.Equal([Entities.CallPath(call)], gone);
    }

    [Theory]
    [InlineData("/user/dns")]
    [InlineData("/user/lines")]
    [InlineData("/user/calls-0")]
    [InlineData("/user/calls-1")]
    [InlineData($"/user/dns/{A}")]
    [InlineData($"/user/lines/{Line}")]
    [InlineData("/user/call-monitor")]
    public void A_message_that_an_actor_does_not_know_is_unhandled_and_changes_nothing(string path)
    {
        var log = new List<LogEvent>();
        using var simulated = SimulatedSwitch.Start(Plan(), log: log.Add);
        var unhandled = new List<UnhandledMessage>();
        var listener = simulated.System.ActorOf(Hearing.Props(message => unhandled.Add((UnhandledMessage)message)));
        simulated.System.EventStream.Subscribe(listener, typeof(UnhandledMessage));
        simulated.System.ActorSelection(path).Tell("nonsense");
        simulated.Settle();
        Assert.Equal("nonsense", Assert.Single(unhandled).Message);
        Assert.DoesNotContain(log, entry => entry is Error);
    }

    [Fact]
    public void What_is_sent_to_a_number_while_its_actor_is_being_restarted_is_not_lost()
    {
        using var bench = new Bench();
        bench.Fail($"/user/dns/{A}");
        var referenceID = bench.Client.Send(RequestName.TMakeCall, A, other: B);
        bench.Settle();
        Assert.Equal(EventName.EventDialing, bench.Client.Answer(referenceID).Event);
    }

    private static List<IActorRef> Refs(SimulatedSwitch simulated)
    {
        var refs = new List<IActorRef>();
        Entities.Find(simulated.System, "/user/dns/*", refs.Add);
        Entities.Find(simulated.System, "/user/lines/*", refs.Add);
        simulated.Settle();
        return [.. refs.OrderBy(found => found.Path.ToStringWithoutAddress(), StringComparer.Ordinal)];
    }
}
