using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>A timer's message names what it guards: one that was on its way already when that ended changes nothing.</summary>
public sealed class LateTimerSpecs
{
    [Fact]
    public void The_late_timer_of_an_ended_seizure_does_not_end_the_next_one()
    {
        var scene = Scene.SharedLine().Do("phone 60970 offHook");
        var ended = Assert.IsType<Hook.Seized>(scene.World.Dns["60970"].Dn.Hook);
        scene.Do("phone 60970 hangUp", "phone 60970 offHook");
        scene.World.ToDn("60970", new DnInput.SeizureTimedOut(ended.Attempt));
        scene.Silence(29.999).Waits(0.001, "60970 EventOnHook");
    }

    [Fact]
    public void The_late_timer_of_an_answered_ring_does_not_end_a_later_one()
    {
        var scene = Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B", "TAnswerCall B 1", "TSingleStepConference B 1 C");
        scene.World.CallEntities[0].Tell(new CallInput.RingTimedOut(1));
        scene.Silence(19.999);
    }

    [Fact]
    public void A_ring_timeout_that_meets_the_answer_on_its_way_loses()
    {
        var scene = Scene.Ordinary(ringTimeout: 20).Do("TMakeCall A B");
        scene.Start("TAnswerCall B 1");
        scene.World.Turn();
        scene.World.Turn();
        scene.World.Pass(TimeSpan.FromSeconds(20));
        scene.World.Run();
        scene.Check("""
            A          EventEstablished
            B          EventEstablished@
            monitoring EventCallPartyState
            """, "an answer just before the ring timeout");
    }
}
