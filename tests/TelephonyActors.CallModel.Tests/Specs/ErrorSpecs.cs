using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>call models, chapter 8: what is refused, with which code, and which check comes first.</summary>
public sealed class ErrorSpecs
{
    private const string NoCall = "00000000000000ff";

    private readonly Scene _scene = Scene.SharedLine(appearances: 2);

    [Fact]
    public void A_name_unknown_to_TLibrary_is_53() => Malformed(new TRequest { Request = "TMakeTea", ThisDN = "A" }, "TMakeTea");

    [Fact]
    public void A_request_without_a_name_is_53() => Malformed(new TRequest { ThisDN = "A" }, "Request");

    [Theory]
    [InlineData("TMakeCall", "OtherDN")]
    [InlineData("TAnswerCall", "ConnID")]
    [InlineData("TSingleStepConference", "ConnID")]
    [InlineData("TCompleteConference", "ConnID")]
    public void A_missing_attribute_is_53_and_named(string request, string missing) => Malformed(new TRequest { Request = request, ThisDN = "A" }, missing);

    [Fact]
    public void A_missing_ThisDN_is_53_and_named() => Malformed(new TRequest { Request = "TRegisterAddress" }, "ThisDN");

    [Fact]
    public void A_malformed_ConnID_is_53_and_named() => Malformed(new TRequest { Request = "TAnswerCall", ThisDN = "A", ConnID = "12" }, "ConnID");

    [Fact]
    public void What_the_frames_reader_found_is_53() =>
        Malformed(new TRequest { Request = "TAnswerCall", ThisDN = "A", ConnID = NoCall, Malformed = "ThisDN cannot be 7" }, "ThisDN cannot be 7");

    [Fact]
    public void A_request_of_TLibrary_that_is_not_emulated_is_51_and_the_message_lists_those_that_are()
    {
        _scene.Sends(new TRequest { Request = "TAgentLogin", ThisDN = "A" }, "client EventError@ ErrorCode=51 Request=TAgentLogin");
        foreach (var supported in (string[])["TMakeCall", "TSingleStepConference", "TStopCallMonitoring"]) Assert.Contains(supported, Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_DN_that_is_not_configured_is_59() =>
        _scene.Refuses(59, "TRegisterAddress 999", "999").Refuses(59, "TMakeCall X A").Refuses(59, $"TAnswerCall 999 {NoCall}");

    [Theory]
    [InlineData("TAnswerCall A")]
    [InlineData("TReleaseCall A")]
    [InlineData("THoldCall A")]
    [InlineData("TRetrieveCall A")]
    [InlineData("TQueryCall A")]
    [InlineData("TSingleStepConference A {0} B")]
    [InlineData("TInitiateConference A {0} B")]
    [InlineData("TDeleteFromConference A {0} B")]
    [InlineData("TCompleteConference A {0} {0}")]
    public void A_call_that_does_not_exist_is_56(string request) =>
        _scene.Refuses(56, request.Contains("{0}", StringComparison.Ordinal) ? request.Replace("{0}", NoCall, StringComparison.Ordinal) : $"{request} {NoCall}", NoCall);

    [Fact]
    public void A_call_that_is_over_is_56() => _scene.Do("TMakeCall A B", "TReleaseCall A 1").Refuses(56, "TReleaseCall A 1").Refuses(56, "TAnswerCall B 1");

    [Theory]
    [InlineData("TAnswerCall C 1")]
    [InlineData("TReleaseCall C 1")]
    [InlineData("THoldCall C 1")]
    [InlineData("TRetrieveCall C 1")]
    [InlineData("TQueryCall C 1")]
    [InlineData("TSingleStepConference C 1 D")]
    [InlineData("TSingleStepConference C 1 C")]
    [InlineData("TInitiateConference C 1 D")]
    [InlineData("TDeleteFromConference C 1 A")]
    public void A_call_of_others_is_470(string request) => _scene.Do("TMakeCall A B", "TAnswerCall B 1").Refuses(470, request);

    [Fact]
    public void Who_has_left_is_no_party_any_more() =>
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "TSingleStepConference B 1 C", "TAnswerCall C 1", "TReleaseCall C 1")
            .Refuses(470, "TReleaseCall C 1").Refuses(470, "TAnswerCall C 1");

    [Fact]
    public void A_call_that_does_not_ring_here_cannot_be_answered() =>
        _scene.Do("TMakeCall A B").Refuses(496, "TAnswerCall A 1").Do("TAnswerCall B 1").Refuses(496, "TAnswerCall B 1");

    [Fact]
    public void A_member_that_timed_out_comes_too_late_to_answer_and_that_is_496()
    {
        var scene = Scene.SharedLine(ringTimeout: 20).Do("TMakeCall 60972 60970");
        scene.World.Wait(TimeSpan.FromSeconds(20));
        scene.Do("TQueryAddress A").Refuses(496, "TAnswerCall 60970 1").Refuses(470, "TReleaseCall 60970 1");
    }

    [Fact]
    public void Error_53_comes_before_51() => Malformed(new TRequest { Request = "TAgentLogin", ThisDN = "999", Malformed = "ThisDN stands twice" }, "ThisDN");

    [Fact]
    public void Error_53_comes_before_59() => Malformed(new TRequest { Request = "TAnswerCall", ThisDN = "999" }, "ConnID");

    [Fact]
    public void Error_51_comes_before_59() =>
        _scene.Sends(new TRequest { Request = "TAgentLogin", ThisDN = "999" }, "client EventError@ ErrorCode=51");

    [Fact]
    public void Error_41_comes_before_56() => _scene.Do("client2 TRegisterAddress A").Causes($"client2 TAnswerCall B {NoCall}", "client2 EventError@ ErrorCode=41");

    [Fact]
    public void Error_56_of_either_call_comes_before_470_of_the_other()
    {
        _scene.Do("TMakeCall A B", "TAnswerCall B 1");
        _scene.Refuses(56, $"TCompleteConference C {NoCall} 1").Refuses(56, $"TCompleteConference C 1 {NoCall}");
    }

    [Fact]
    public void Error_470_of_either_call_comes_before_496_of_the_other()
    {
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "TMakeCall C D", "TAnswerCall D 2");
        _scene.Refuses(470, "TCompleteConference A 1 2").Refuses(470, "TCompleteConference A 2 1");
    }

    [Fact]
    public void Error_470_comes_before_496_71_and_231()
    {
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "THoldCall B 1");
        _scene.Refuses(470, "TSingleStepConference C 1 999").Refuses(470, "TSingleStepConference C 1 A").Refuses(470, "THoldCall C 1");
    }

    [Fact]
    public void Error_496_comes_before_71_and_231()
    {
        _scene.Do("TMakeCall A B", "TAnswerCall B 1", "THoldCall B 1");
        _scene.Refuses(496, "TSingleStepConference B 1 999").Refuses(496, "TSingleStepConference B 1 A");
    }

    [Fact]
    public void A_refused_request_leaves_the_next_correct_one_as_it_would_have_been()
    {
        _scene.Refuses(496, "phone A hangUp").Refuses(56, $"TReleaseCall A {NoCall}").Refuses(59, "TMakeCall 999 A");
        _scene.Do("TMakeCall A B").Refuses(496, "TMakeCall A C").Refuses(496, "THoldCall A 1").Do("TAnswerCall B 1", "TReleaseCall A 1");
        Assert.Empty(_scene.World.CallEntities);
    }

    [Fact]
    public void Every_error_has_its_own_ReferenceID_and_names_the_request() => _scene.Sends(
        new TRequest { Request = "TAnswerCall", ReferenceID = 4711, ThisDN = "A", ConnID = NoCall },
        "client EventError@ ReferenceID=4711 Request=TAnswerCall ThisDN=A ErrorCode=56");

    private string Message => _scene.World.Heard[1][^1].ErrorMessage!;

    private void Malformed(TRequest request, string named)
    {
        _scene.Sends(request, $"client EventError@ ErrorCode=53 Request={request.Request ?? "-"}");
        Assert.Contains(named, Message, StringComparison.Ordinal);
    }
}
