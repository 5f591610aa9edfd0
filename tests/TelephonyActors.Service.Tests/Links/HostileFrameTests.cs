using System.Net.WebSockets;
using System.Text.Json;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Links;

/// <summary>What is no request is answered 53, and nothing else comes of it (contract, chapter 5).</summary>
public sealed class HostileFrameTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Request\":\"TMakeCall\"")]
    [InlineData("{\"Request\":\"TFly\",\"ReferenceID\":1}")]
    [InlineData("{\"Request\":7,\"ReferenceID\":1}")]
    [InlineData("{\"Request\":\"TRegisterAddress\",\"ReferenceID\":\"1\",\"ThisDN\":\"60972\"}")]
    [InlineData("{\"Request\":\"TRegisterAddress\",\"ThisDN\":\"60972\"}")]
    [InlineData("{\"Request\":\"TRegisterAddress\",\"ReferenceID\":1,\"ThisDN\":60972}")]
    [InlineData("{\"Request\":\"TRegisterAddress\",\"ReferenceID\":1,\"ThisDN\":null}")]
    [InlineData("{\"Request\":\"TRegisterAddress\",\"ReferenceID\":1,\"ThisDN\":\"60972\",\"OtherDN\":\"60973\"}")]
    [InlineData("{\"Request\":\"TRegisterAddress\",\"ReferenceID\":1,\"ReferenceID\":2,\"ThisDN\":\"60972\"}")]
    [InlineData("{\"Request\":\"TAnswerCall\",\"ReferenceID\":1,\"ThisDN\":\"60972\",\"ConnID\":\"zz\"}")]
    [InlineData("{\"Request\":\"TMakeCall\",\"ReferenceID\":1,\"ThisDN\":\"60972\",\"OtherDN\":\"60973\",\"UserData\":[1]}")]
    [InlineData("{\"Request\":\"TMakeCall\",\"ReferenceID\":1,\"ThisDN\":\"60972\",\"OtherDN\":\"60973\",\"UserData\":{\"a\":1.5}}")]
    public async Task A_frame_that_is_no_request_is_answered_53_and_the_connection_stays(string frame)
    {
        using var raw = await RawLink.ConnectAsync(shared.Service);
        var answer = await raw.AskAsync(frame);
        Assert.Equal((EventName.EventError, 53), (answer.Event, answer.ErrorCode));
        Assert.NotEmpty(answer.ErrorMessage!);
        Assert.Equal(EventName.EventAddressInfo, (await AddressAsync(raw)).Event);
    }

    [Fact]
    public async Task A_binary_frame_is_answered_53()
    {
        using var raw = await RawLink.ConnectAsync(shared.Service);
        await raw.SendAsync("""{"Request":"TQueryAddress","ReferenceID":1,"ThisDN":"60972"}"""u8.ToArray(), WebSocketMessageType.Binary);
        var answer = await raw.NextAsync();
        Assert.Equal(53, answer.ErrorCode);
        Assert.Contains("binary", answer.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(EventName.EventAddressInfo, (await AddressAsync(raw)).Event);
    }

    [Theory]
    [InlineData(65_537)]
    [InlineData(5_000_000)]
    public async Task A_frame_that_is_too_long_is_answered_53_once_and_skipped(int length)
    {
        using var raw = await RawLink.ConnectAsync(shared.Service);
        await raw.SendAsync(new string('x', length));
        var answer = await raw.NextAsync();
        Assert.Equal(53, answer.ErrorCode);
        Assert.Contains("65536", answer.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(EventName.EventAddressInfo, (await AddressAsync(raw)).Event);
    }

    [Fact]
    public async Task A_request_in_many_fragments_is_one_request()
    {
        using var raw = await RawLink.ConnectAsync(shared.Service);
        var bytes = """{"Request":"TRegisterAddress","ReferenceID":5,"ThisDN":"60973"}"""u8.ToArray();
        for (var at = 0; at < bytes.Length; at++) await raw.SendAsync(bytes.AsMemory(at, 1), WebSocketMessageType.Text, at == bytes.Length - 1);
        var answer = await raw.NextAsync();
        Assert.Equal((EventName.EventRegistered, 5L), (answer.Event, answer.ReferenceID));
    }

    [Fact]
    public async Task Half_a_frame_and_a_broken_connection_change_nothing()
    {
        using (var raw = await RawLink.ConnectAsync(shared.Service))
        {
            await raw.SendAsync("""{"Request":"TSetDNDOn","ReferenceID":1,"This"""u8.ToArray(), WebSocketMessageType.Text, last: false);
            raw.Socket.Abort();
        }

        using var other = await RawLink.ConnectAsync(shared.Service);
        Assert.Equal(EventName.EventAddressInfo, (await AddressAsync(other)).Event);
    }

    [Fact]
    public async Task A_call_of_another_client_cannot_be_touched_from_a_DN_that_has_no_part_in_it()
    {
        await using var owner = await shared.Service.ConnectAsync();
        await owner.RegisterAddressAsync("60980");
        var dialing = await owner.MakeCallAsync("60980", "60980_x");

        using var raw = await RawLink.ConnectAsync(shared.Service);
        await raw.AskAsync("""{"Request":"TRegisterAddress","ReferenceID":1,"ThisDN":"60972"}""");
        foreach (var request in new[] { "TReleaseCall", "THoldCall", "TRetrieveCall", "TQueryCall" })
        {
            var answer = await raw.AskAsync($$"""{"Request":"{{request}}","ReferenceID":2,"ThisDN":"60972","ConnID":"{{dialing.ConnID}}"}""");
            Assert.Equal((EventName.EventError, 470), (answer.Event, answer.ErrorCode));
        }

        await owner.ReleaseCallAsync("60980", dialing.ConnID!);
    }

    [Fact]
    public async Task Mutated_frames_are_each_answered_once_and_leave_no_call()
    {
        const int batch = 100;
        var frames = LongTests.Of(1_000_000);
        var random = new Random(20260105);
        using var raw = await RawLink.ConnectAsync(shared.Service);
        for (var sent = 0; sent < frames; sent += batch)
        {
            var reading = ReadAsync(raw, batch);
            for (var at = 0; at < batch; at++) await raw.SendAsync(Mutations.Next(random), WebSocketMessageType.Text);
            Assert.Equal(batch, await reading);
        }

        using var other = await RawLink.ConnectAsync(shared.Service);
        Assert.Equal(EventName.EventAddressInfo, (await AddressAsync(other)).Event);
        using var dns = JsonDocument.Parse(await shared.Service.Http.GetStringAsync("/dns/60983"));
        Assert.Empty(dns.RootElement.GetProperty("calls").EnumerateArray());
    }

    // Nothing is registered, so that every frame has one answer and nothing besides.
    private static async Task<int> ReadAsync(RawLink raw, int count)
    {
        for (var at = 0; at < count; at++)
        {
            var answer = await raw.NextAsync();
            Assert.True(
                answer.Event is EventName.EventAddressInfo || answer is { Event: EventName.EventError, ErrorCode: 41 or 51 or 53 or 59, ErrorMessage: not null },
                TLibraryJson.Write(answer));
        }

        return count;
    }

    private static async Task<TEvent> AddressAsync(RawLink raw)
    {
        await raw.AskAsync("""{"Request":"TRegisterAddress","ReferenceID":90,"ThisDN":"60983"}""");
        return await raw.AskAsync("""{"Request":"TQueryAddress","ReferenceID":91,"ThisDN":"60983"}""");
    }
}

/// <summary>Requests with something wrong in them, most of the time.</summary>
internal static class Mutations
{
    private static readonly byte[][] _requests =
    [
        """{"Request":"TMakeCall","ReferenceID":7,"ThisDN":"60983","OtherDN":"60970","UserData":{"a":"b","c":{"d":[1,2]}}}"""u8.ToArray(),
        """{"Request":"TAnswerCall","ReferenceID":8,"ThisDN":"60983","ConnID":"0070028e1a3c4001"}"""u8.ToArray(),
        """{"Request":"TCompleteTransfer","ReferenceID":9,"ThisDN":"60983","ConnID":"0070028e1a3c4001","OtherConnID":"0070028e1a3c4002"}"""u8.ToArray(),
        """{"Request":"TCallSetForward","ReferenceID":10,"ThisDN":"60983","OtherDN":"60970","ForwardMode":"OnBusy"}"""u8.ToArray(),
    ];

    public static byte[] Next(Random random)
    {
        var text = _requests[random.Next(_requests.Length)].ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(text.Count);
            // Printable characters alone: what is no UTF-8 is no text frame, and ends the connection as WebSockets have it.
            var character = (byte)random.Next(' ', '~' + 1);
            switch (random.Next(4))
            {
                case 0: text[at] = character; break;
                case 1: text.Insert(at, character); break;
                case 2 when text.Count > 1: text.RemoveAt(at); break;
                default: text.RemoveRange(at, Math.Min(random.Next(8), text.Count - at - 1)); break;
            }
        }

        return [.. text];
    }
}
