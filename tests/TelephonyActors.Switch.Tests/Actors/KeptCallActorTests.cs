using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Actors;

/// <summary>hocon/switch.conf, kept-call-actors: the actor of a call that has ended takes the next one.</summary>
public sealed class KeptCallActorTests() : OfficeKit(Plan(), "telephony-actors.kept-call-actors = 1")
{
    // Two parents have the calls in turn; each keeps one actor, which has an outbox in a switch that explore could explore.
    private const int Kept = 4;

    [Fact]
    public void An_actor_serves_one_call_after_the_other_and_answers_for_none_that_has_ended()
    {
        var client = Connect(A, B);
        var ended = new List<ConnID>();
        for (var count = 0; count < 10; count++)
        {
            var call = client.Talk(A, B);
            if (count > 1) Assert.Equal(Kept - 2, IdleActors);
            foreach (var before in ended)
            {
                var referenceID = client.Send(RequestName.THoldCall, A, before);
                Assert.Equal(56, client.Await(heard => heard.ReferenceID == referenceID).ErrorCode);
            }

            client.Ask(RequestName.TReleaseCall, A, call);
            ended.Add(call);
            AwaitAssert(() => Assert.Equal(count == 0 ? 2 : Kept, IdleActors));
        }
    }
}
