using System.Text.Json;

namespace TelephonyActors.TLibrary.Tests;

public sealed class JsonContextTests
{
    [Fact]
    public void The_generated_metadata_writes_and_reads_an_event_as_the_contract_says()
    {
        var ringing = new TEvent { Event = EventName.EventRinging, ConnID = new ConnID(0x70), ThisDN = "60970", State = PartyState.ConnectedDialing };

        var text = JsonSerializer.Serialize(ringing, TLibraryJsonContext.Default.TEvent);

        Assert.Equal(ringing, JsonSerializer.Deserialize(text, TLibraryJsonContext.Default.TEvent));
        Assert.Contains("\"ConnID\":\"0000000000000070\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_generated_metadata_reads_a_malformed_request_as_one_that_says_so()
    {
        var read = JsonSerializer.Deserialize("""{"Request":"TMakeCall","ReferenceID":7,"ThisDN":5}""", TLibraryJsonContext.Default.TRequest);

        Assert.Equal("TMakeCall", read!.Request);
        Assert.Contains("ThisDN", read.Malformed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_generated_metadata_refuses_what_is_no_event() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"Event":"EventNothing"}""", TLibraryJsonContext.Default.TEvent));
}
