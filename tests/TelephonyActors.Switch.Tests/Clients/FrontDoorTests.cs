using TelephonyActors.CallModel.Phones;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Clients;

/// <summary>What is refused before any entity looks at it (call models, chapter 8: 53, 51, 59).</summary>
public sealed class FrontDoorTests
{
    private static readonly string SomeCall = new ConnID(1).ToString();

    public static TheoryData<TRequest, int, string> Refused => new()
    {
        { new TRequest { ReferenceID = 1 }, 53, "Request" },
        { new TRequest { Request = "TMakeCoffee", ReferenceID = 1, ThisDN = A }, 53, "TMakeCoffee" },
        { new TRequest { Request = "TMakeCall", ReferenceID = 1, ThisDN = A }, 53, "OtherDN" },
        { new TRequest { Request = "TMakeCall", ReferenceID = 1, OtherDN = B }, 53, "ThisDN" },
        { new TRequest { Request = "TMakeCall", ReferenceID = 1, ThisDN = Nobody, OtherDN = B }, 59, Nobody },
        { new TRequest { Request = "TMakeCall", ReferenceID = 1, ThisDN = External, OtherDN = B }, 59, External },
        { new TRequest { Request = "TRegisterAddress", ReferenceID = 1, ThisDN = Nobody }, 59, Nobody },
        { new TRequest { Request = "TAnswerCall", ReferenceID = 1, ThisDN = A, ConnID = "1" }, 53, "ConnID" },
        { new TRequest { Request = "TAnswerCall", ReferenceID = 1, ThisDN = Nobody, ConnID = "1" }, 53, "ConnID" },
        { new TRequest { Request = "TAnswerCall", ReferenceID = 1, ThisDN = Nobody, ConnID = SomeCall }, 59, Nobody },
        { new TRequest { Request = "TAgentLogin", ReferenceID = 1, ThisDN = Nobody }, 51, "TAgentLogin" },
        { new TRequest { Malformed = "ThisDN is a list; allowed: a string", Request = "TMakeCall", ReferenceID = 1 }, 53, "ThisDN" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_request_that_is_wrong_in_itself_is_refused_at_once_to_its_client_alone(TRequest request, int code, string named)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var bench = new Bench();
        using var client = new TestClient(bench.Switch);
        bench.Client.News();
        client.Send(request);
        bench.Settle();

        var error = client.Heard[^1];
        Assert.Equal((EventName.EventError, code, request.Request, 1), (error.Event, error.ErrorCode, error.Request, error.ReferenceID));
        Assert.Contains(named, error.ErrorMessage, StringComparison.Ordinal);
        Assert.Null(error.EventSequenceNumber);
        Assert.Equal(2, client.Heard.Count);
        Assert.Empty(bench.Client.News());
        Assert.Empty(bench.CallPaths());
    }

    [Fact]
    public void A_request_without_a_ReferenceID_is_answered_53_without_one()
    {
        using var bench = new Bench();
        using var client = new TestClient(bench.Switch);
        client.Send(new TRequest { Request = "TRegisterAddress", ThisDN = A });
        var error = client.Heard[^1];
        Assert.Equal((EventName.EventError, 53, null), (error.Event, error.ErrorCode, error.ReferenceID));
        Assert.Contains("ReferenceID", error.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_on_a_DN_that_the_client_has_not_registered_is_41_whatever_others_have()
    {
        using var bench = new Bench();
        using var client = new TestClient(bench.Switch);
        var referenceID = client.Send(RequestName.TMakeCall, A, other: B);
        bench.Settle();
        Assert.Equal(41, client.Answer(referenceID).ErrorCode);
        Assert.Empty(bench.CallPaths());
    }

    [Fact]
    public void A_phone_that_is_no_number_of_the_switch_can_do_nothing()
    {
        using var bench = new Bench();
        Assert.Equal(59, Assert.IsType<PhoneOutcome.NotAllowed>(Assert.Single(bench.Act(Nobody, PhoneAction.OffHook))).Code);
    }
}
