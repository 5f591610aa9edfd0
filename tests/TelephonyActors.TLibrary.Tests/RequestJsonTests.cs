using System.Text;

namespace TelephonyActors.TLibrary.Tests;

public sealed class RequestJsonTests
{
    public static TheoryData<RequestName> EveryRequest => new(Enum.GetValues<RequestName>());

    [Fact]
    public void The_example_of_the_contract_is_written_as_it_stands_there()
    {
        const string example = """{"Request":"TMakeCall","ReferenceID":7,"ThisDN":"60972","OtherDN":"60970"}""";
        var request = new TRequest { Request = "TMakeCall", ReferenceID = 7, ThisDN = "60972", OtherDN = "60970" };

        Assert.Equal(example, TLibraryJson.Write(request));
        Assert.Equal(request, Read(example));
    }

    [Theory, MemberData(nameof(EveryRequest))]
    public void Every_request_with_all_it_takes_comes_back_as_it_was_written_and_has_no_fault(RequestName name)
    {
        var request = Full(name);
        var read = Read(TLibraryJson.Write(request));

        Assert.Equal(request, read);
        Assert.Null(RequestAttributes.FaultOf(read));
    }

    [Theory, MemberData(nameof(EveryRequest))]
    public void A_missing_attribute_is_named_and_one_too_many_is(RequestName name)
    {
        var shape = RequestAttributes.Of(name);
        foreach (var required in shape.Required)
        {
            var without = Full(name);
            typeof(TRequest).GetProperty(required.Name)!.SetValue(without, null);
            Assert.Equal($"{required} is missing; {name} takes: {shape.Names}", RequestAttributes.FaultOf(Read(TLibraryJson.Write(without))));
        }

        foreach (var other in RequestAttributes.Set.All.Skip(2).Where(attribute => !shape.Has(attribute)))
        {
            var with = Full(name);
            typeof(TRequest).GetProperty(other.Name)!.SetValue(with, other == RequestAttributes.UserData ? KVList.Empty : "1");
            Assert.Equal($"{other} is no attribute of {name}; allowed: {shape.Names}", Read(TLibraryJson.Write(with)).Malformed);
        }
    }

    [Theory]
    [InlineData("hello", "this is no JSON: 'h' is an invalid start of a value; allowed: one object in one line")]
    [InlineData("", "this is no JSON: ")]
    [InlineData("[1]", "this is no JSON object; allowed: ")]
    [InlineData("\"TMakeCall\"", "this is no JSON object; allowed: ")]
    [InlineData("""{"ReferenceID":7,"Request":5}""", "Request cannot be 5; allowed: a string")]
    [InlineData("""{"Request":"TMakeCall","ReferenceID":"7"}""", "ReferenceID cannot be \"7\"; allowed: an integer")]
    [InlineData("""{"Request":"TMakeCall","ReferenceID":7.5}""", "ReferenceID cannot be 7.5; allowed: an integer")]
    [InlineData("""{"Request":"TMakeCall","ReferenceID":99999999999999999999}""", "ReferenceID cannot be 99999999999999999999; allowed: an integer")]
    [InlineData("""{"Request":"TMakeCall","ThisDN":60972}""", "ThisDN cannot be 60972; allowed: a string")]
    [InlineData("""{"Request":"TMakeCall","UserData":null}""", "UserData cannot be null; allowed: an object of strings")]
    [InlineData("""{"Request":"TMakeCall","UserData":{"A":true}}""", "UserData cannot be {\"A\":true}; allowed: an object of strings")]
    [InlineData("""{"Request":"TMakeCall","Colour":"red"}""", "Colour is no attribute of TMakeCall; allowed: ThisDN, OtherDN, UserData?")]
    [InlineData("""{"Colour":"red","Request":"TStartCallMonitoring"}""", "Colour is no attribute of TStartCallMonitoring; allowed: none")]
    [InlineData("""{"Request":"TMakeCall","OtherDN":"1","OtherDN":"2"}""", "OtherDN stands twice; allowed: once")]
    [InlineData("""{"Request":"TMakeCall","ConnID":"0070028e1a3c4001"}""", "ConnID is no attribute of TMakeCall; allowed: ")]
    public void What_is_wrong_with_a_frame_is_said_with_what_is_allowed(string frame, string sentence) =>
        Assert.StartsWith(sentence, Read(frame).Malformed, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Request":"TAnswerCall","ReferenceID":7,"ThisDN":"1","ConnID":5}""", "ConnID cannot be 5; allowed: 16 lower-case hexadecimal digits")]
    [InlineData("""{"ConnID":[{"a":[1]}],"Request":"TAnswerCall","ReferenceID":7,"ThisDN":"1"}""", "ConnID cannot be [{\"a\":[1]}]; allowed: 16")]
    [InlineData("""{"Request":"TAnswerCall","ReferenceID":7,"ThisDN":"1","ConnID":""", "this is no JSON: ")]
    [InlineData("""{"Request":"TAnswerCall","ReferenceID":7,"ThisDN":"1"} trailing""", "this is no JSON: ")]
    [InlineData("""{"Request":"TAnswerCall","ReferenceID":7,"ThisDN":"1","ConnID":"\ud800"}""", "this is no JSON: a string is no valid UTF-8; allowed: UTF-8")]
    public void A_bad_request_is_read_as_far_as_it_can_be(string frame, string sentence)
    {
        var request = Read(frame);

        Assert.StartsWith(sentence, request.Malformed, StringComparison.Ordinal);
        Assert.Equal(("TAnswerCall", 7, "1", null), (request.Request, request.ReferenceID, request.ThisDN, request.ConnID));
    }

    [Theory]
    [InlineData("""{"Request":"TAnswerCall","ThisDN":"1","ConnID":"12"}""", "ConnID cannot be \"12\"; allowed: 16 lower-case hexadecimal digits")]
    [InlineData("""{"Request":"TCallSetForward","ThisDN":"1","OtherDN":"2","ForwardMode":"onBusy"}""", "ForwardMode cannot be \"onBusy\"; allowed: Unconditional, OnBusy, OnNoAnswer")]
    [InlineData("""{"ReferenceID":1}""", "Request is missing; allowed: the name of a request such as TMakeCall")]
    [InlineData("""{"Request":"TDance","Colour":"red"}""", "Request cannot be \"TDance\", which T-Library does not have; allowed: TRegisterAddress, ")]
    public void What_only_a_look_at_the_values_shows_is_found_too(string frame, string sentence)
    {
        var request = Read(frame);

        Assert.Null(request.Malformed);
        Assert.StartsWith(sentence, RequestAttributes.FaultOf(request), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_of_TLibrary_that_is_not_emulated_has_no_fault_whatever_its_attributes()
    {
        var request = Read("""{"Request":"TAgentLogin","ReferenceID":3,"ThisDN":"1","AgentID":"5","Extensions":{"a":null}}""");

        Assert.Equal(("TAgentLogin", 3, null), (request.Request, request.ReferenceID, request.Malformed));
        Assert.Null(RequestAttributes.FaultOf(request));
    }

    [Fact]
    public void A_malformed_ConnID_stays_as_it_was_sent() =>
        Assert.Equal("0070028E1A3C4001", Read("""{"Request":"THoldCall","ThisDN":"1","ConnID":"0070028E1A3C4001"}""").ConnID);

    [Fact]
    public void No_bytes_at_all_make_the_reader_throw()
    {
        var frame = """{"Request":"TMakeCall","ReferenceID":7,"ThisDN":"60972","OtherDN":"60970","UserData":{"a":[1,{"b":"é"}]}}"""u8.ToArray();
        for (var length = 0; length < frame.Length; length++) Assert.NotNull(TLibraryJson.ReadRequest(frame.AsSpan(0, length)).Malformed);
        for (var at = 0; at < frame.Length; at++)
        {
            foreach (byte value in (byte[])[0, (byte)'"', (byte)'\\', (byte)'{', (byte)'}', (byte)'[', 0x80, 0xff])
            {
                var bent = (byte[])frame.Clone();
                bent[at] = value;
                Assert.NotNull(TLibraryJson.ReadRequest(bent));
            }
        }

        Assert.NotNull(TLibraryJson.ReadRequest(Encoding.UTF8.GetBytes(new string('[', 100_000))).Malformed);
        Assert.NotNull(TLibraryJson.ReadRequest(Encoding.UTF8.GetBytes("{\"UserData\":" + new string('[', 100_000))).Malformed);
    }

    private static TRequest Full(RequestName name)
    {
        var request = new TRequest { Request = Words.Of(name), ReferenceID = 7 };
        var shape = RequestAttributes.Of(name);
        foreach (var attribute in shape.Required.Concat(shape.Optional))
        {
            typeof(TRequest).GetProperty(attribute.Name)!.SetValue(request, attribute.Name switch
            {
                "ConnID" => "0070028e1a3c4001",
                "OtherConnID" => "0070028e1a3c4002",
                "UserData" => KVList.Of(("Name", "é+")),
                "ForwardMode" => "OnBusy",
                _ => "60972",
            });
        }

        return request;
    }

    private static TRequest Read(string frame) => TLibraryJson.ReadRequest(Encoding.UTF8.GetBytes(frame));
}
