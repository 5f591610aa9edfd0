namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 0, Lines: how many calls a DN takes. B has two lines, the others one.</summary>
public sealed class LinesSpecs
{
    private const string Busy = """
        D          EventOffHook
        D          EventDialing@
        D          EventDestinationBusy CallState=Busy
        monitoring EventCallCreated
        monitoring EventCallPartyAdded
        monitoring EventCallPartyState
        monitoring EventCallPartyState State=Busy
        """;

    private readonly Scene _scene = Scene.Ordinary();

    [Fact]
    public void A_second_call_rings_on_the_second_line_and_a_third_is_busy() =>
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "TMakeCall C B").Causes("TMakeCall D B", Busy);

    [Fact]
    public void A_ringing_call_takes_the_only_line() => _scene.Do("TMakeCall A C").Causes("TMakeCall D C", Busy).Refuses(496, "TMakeCall C B");

    [Fact]
    public void A_held_call_takes_the_only_line() =>
        _scene.Do("TMakeCall A C", "TAnswerCall C 1", "THoldCall C 1").Refuses(496, "TMakeCall C B").Causes("TMakeCall D C", Busy);

    [Fact]
    public void Of_a_DNs_calls_at_most_one_is_neither_held_nor_ringing() =>
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "TMakeCall C B").Refuses(496, "TAnswerCall B 2")
            .Do("THoldCall B 1", "TAnswerCall B 2").Refuses(496, "TRetrieveCall B 1")
            .Do("THoldCall B 2", "TRetrieveCall B 1");

    [Fact]
    public void TMakeCall_needs_that_no_other_call_is_active() =>
        _scene.Do("TMakeCall A B", "TAnswerCall B 1").Refuses(496, "TMakeCall B C").Do("THoldCall B 1", "TMakeCall B C").Refuses(496, "TMakeCall B D");

    [Fact]
    public void A_consultation_call_of_its_own_needs_no_line_and_one_received_does() =>
        _scene.Do("TMakeCall A C", "TAnswerCall C 1", "TInitiateConference C 1 B", "TAnswerCall B 2", "TMakeCall D B");

    [Fact]
    public void A_DN_that_consults_on_its_only_line_is_busy_for_others() =>
        _scene.Do("TMakeCall A C", "TAnswerCall C 1", "TInitiateConference C 1 B").Causes("TMakeCall D C", Busy);

    [Fact]
    public void A_released_line_can_be_called_again() => _scene.Do("TMakeCall A C", "TReleaseCall A 1", "TMakeCall D C", "TAnswerCall C 2");

    [Fact]
    public void A_phone_hangs_up_the_active_call_before_the_ringing_one_and_that_before_the_held_one()
    {
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "THoldCall B 1", "TMakeCall C B");
        _scene.Causes("phone B hangUp", """
            B          EventReleased ConnID=2
            C          EventDestinationBusy ConnID=2
            monitoring EventCallPartyDeleted ConnID=2
            monitoring EventCallPartyState ConnID=2
            """).Causes("phone B hangUp", """
            A          EventReleased ConnID=1
            B          EventReleased ConnID=1
            monitoring EventCallPartyDeleted ConnID=1
            monitoring EventCallPartyDeleted ConnID=1
            monitoring EventCallDeleted ConnID=1
            """).Refuses(496, "phone B hangUp");
    }
}
