namespace TelephonyActors.TLibrary.Tests;

public sealed class WordsTests
{
    [Fact]
    public void A_word_is_the_members_name_but_for_the_two_that_no_member_can_have()
    {
        Assert.Equal("Connected+Dialing", Words.Of(PartyState.ConnectedDialing));
        Assert.Equal("1stepTransfer", Words.Of(Cause.SingleStepTransfer));
        Assert.Equal("SitInvalidNum", Words.Of(CallState.SitInvalidNum));
        Assert.Equal<string>(["Unconditional", "OnBusy", "OnNoAnswer"], Words.All<ForwardMode>());
    }

    [Fact]
    public void Every_word_is_read_as_what_it_was_written_for()
    {
        RoundTrip<EventName>();
        RoundTrip<RequestName>();
        RoundTrip<CallType>();
        RoundTrip<CallState>();
        RoundTrip<Cause>();
        RoundTrip<DNRole>();
        RoundTrip<PartyState>();
        RoundTrip<ForwardMode>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("busy")]
    [InlineData("1")]
    [InlineData("Busy ")]
    [InlineData("Busy, Failed")]
    [InlineData("ConnectedDialing")]
    public void What_is_no_word_is_not_read(string? text)
    {
        Assert.False(Words.TryParse<PartyState>(text, out _));
        Assert.False(Words.TryParse<PartyState>(text.AsSpan(), out _));
    }

    [Fact]
    public void A_kind_reads_the_text_of_a_scenario_as_the_value_it_stands_for()
    {
        Assert.Equal(3, EventAttributes.PartyID.Kind.Parse("3"));
        Assert.Equal(3L, EventAttributes.ReferenceID.Kind.Parse("3"));
        Assert.Equal("60970", EventAttributes.ThisDN.Kind.Parse("60970"));
        Assert.Equal(PartyState.ConnectedDialing, EventAttributes.State.Kind.Parse("Connected+Dialing"));
        Assert.Equal(new ConnID(1), EventAttributes.ConnID.Kind.Parse("0000000000000001"));
        Assert.Null(EventAttributes.PartyID.Kind.Parse("three"));
        Assert.Null(EventAttributes.ConnID.Kind.Parse("$1"));
        Assert.Null(EventAttributes.UserData.Kind.Parse("a"));
        Assert.Equal<string>(["1stepTransfer", "Transfer"], EventAttributes.Cause.Kind.AllowedWords);
        Assert.Empty(EventAttributes.Time.Kind.AllowedWords);
    }

    [Fact]
    public void An_attribute_is_found_by_the_name_that_TLibrary_gives_it_and_no_other()
    {
        Assert.True(EventAttributes.Set.TryGet("ThisDNRole", out var attribute));
        Assert.Same(EventAttributes.ThisDNRole, attribute);
        Assert.False(EventAttributes.Set.TryGet("thisDNRole", out _));
        Assert.True(RequestAttributes.Set.TryGet("OtherConnID", out _));
    }

    [Fact]
    public void TLibrarys_own_names_are_told_from_invented_ones()
    {
        Assert.True(RequestNames.IsOfTLibrary("TMakeCall"));
        Assert.True(RequestNames.IsOfTLibrary("TAgentLogin"));
        Assert.False(RequestNames.IsOfTLibrary("TDance"));
        Assert.False(RequestNames.IsOfTLibrary("tmakecall"));
    }

    private static void RoundTrip<T>()
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.True(Words.TryParse<T>(Words.Of(value), out var read));
            Assert.Equal(value, read);
        }
    }
}
