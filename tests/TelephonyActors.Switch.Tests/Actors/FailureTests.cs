using Akka.Actor;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Actors;

/// <summary>Entities that fail on Akka.NET's own dispatchers (call models, chapter 8, An entity that fails).</summary>
public sealed class FailureTests() : OfficeKit(Plan())
{
    [Theory]
    [InlineData("dns", A, new[] { A, B })]
    [InlineData("lines", Line, new[] { C, Line })]
    public void A_DN_or_line_that_fails_ends_its_calls_alone_is_logged_and_goes_on_with_its_registrations(
        string kind, string failing, string[] ended)
    {
        var client = Connect(A, B, C, Line, Second);
        var calls = new Dictionary<string, ConnID> { [A] = client.Talk(A, B), [Line] = client.Talk(C, Line) };
        var entity = Entity(kind, failing);
        var other = calls.Single(call => call.Key != failing).Value;

        EventFilter.Exception<InjectedFailureException>().ExpectOne(() => entity.Tell(new FailureInjected(null)));
        client.AwaitFailure(calls[failing], ended);
        client.Ask(RequestName.THoldCall, failing == A ? C : A, other);
        client.Talk(ended[0], ended[1]);
        Assert.Equal(entity, Entity(kind, failing));
    }

    [Fact]
    public void A_call_that_fails_is_logged_and_stops_and_no_other_call_notices()
    {
        var client = Connect(A, B, C, Line, Second);
        var failing = client.Talk(A, B);
        var other = client.Talk(C, Line);
        var entity = Watch(Entity("calls", $"{failing}"));

        EventFilter.Exception<InjectedFailureException>().ExpectOne(() => entity.Tell(new FailureInjected(null)));
        client.AwaitFailure(failing, A, B);
        ExpectTerminated(entity);
        client.Ask(RequestName.THoldCall, C, other);
        client.Talk(A, B);
    }

    [Fact]
    public void Many_failures_on_many_threads_are_each_logged_and_every_entity_goes_on()
    {
        const int rounds = 50;
        var client = Connect(A, B, C, Line, Second);
        var entities = new[] { A, B, C }.Select(dn => Entity("dns", dn)).Append(Entity("lines", Line)).ToList();
        EventFilter.Exception<InjectedFailureException>().Expect(rounds * entities.Count, () =>
        {
            Parallel.ForEach(entities, entity =>
            {
                for (var round = 0; round < rounds; round++) entity.Tell(new FailureInjected(null));
            });
        });
        client.Talk(A, B);
        client.Talk(C, Line);
    }
}
