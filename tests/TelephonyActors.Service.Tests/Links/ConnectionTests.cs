using System.Net.WebSockets;
using TelephonyActors.Client;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Links;

/// <summary>Clients that come, go, and do not read.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task The_call_of_a_client_that_vanished_stays_and_its_registration_ends()
    {
        using var service = ServiceProcess.Start();
        await using var witness = await service.ConnectAsync();
        await witness.RegisterAddressAsync("60973");
        ConnID call;
        using (var raw = await RawLink.ConnectAsync(service))
        {
            await raw.AskAsync("""{"Request":"TRegisterAddress","ReferenceID":1,"ThisDN":"60972"}""");
            await raw.SendAsync("""{"Request":"TMakeCall","ReferenceID":2,"ThisDN":"60972","OtherDN":"60973"}""");
            Assert.Equal(EventName.EventOffHook, (await raw.NextAsync()).Event);
            call = (await raw.NextAsync()).ConnID!;
            raw.Socket.Abort();
        }

        var answered = await witness.AnswerCallAsync("60973", call).Patiently();
        Assert.Equal("60972", answered.OtherDN);
        var refusal = await Assert.ThrowsAsync<RequestRefusedException>(() => witness.ReleaseCallAsync("60972", call));
        Assert.Equal(41, refusal.Code);
    }

    [Fact]
    public async Task Clients_that_come_and_go_in_the_middle_of_calls_leave_no_client_behind()
    {
        using var service = ServiceProcess.Start();
        for (var left = LongTests.Of(10_000); left > 0; left--)
        {
            using var raw = await RawLink.ConnectAsync(service);
            await raw.SendAsync("""{"Request":"TRegisterAddress","ReferenceID":1,"ThisDN":"60972"}""");
            await raw.SendAsync("""{"Request":"TMakeCall","ReferenceID":2,"ThisDN":"60972","OtherDN":"60970"}""");
            raw.Socket.Abort();
        }

        await Patience.UntilAsync(() => MetricAsync(service, "telephony_link_clients"), clients => clients == 0);
        using var answer = await service.Http.PostAsync("/phones/60972", new StringContent("""{"action":"hangUp"}"""));
        await Patience.UntilAsync(() => MetricAsync(service, "telephony_calls_live"), calls => calls == 0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_dropped_and_the_others_go_on()
    {
        using var service = ServiceProcess.Start(null, ("TELEPHONYACTORS_Link__QueueFrames", "1000"));
        using var sleeper = await RawLink.ConnectAsync(service);
        await sleeper.SendAsync("""{"Request":"TRegisterAddress","ReferenceID":1,"ThisDN":"60972"}""");
        await sleeper.SendAsync("""{"Request":"TRegisterAddress","ReferenceID":2,"ThisDN":"60973"}""");

        await using var worker = await service.ConnectAsync();
        await worker.RegisterAddressAsync("60972");
        await worker.RegisterAddressAsync("60973");
        // Every answer is as long as it may be, so that what the sleeper does not read soon fills what lies between.
        var data = KVList.Of(("Note", new string('x', 30_000)));
        while (await MetricAsync(service, "telephony_link_dropped_clients_total") == 0)
        {
            for (var times = 0; times < 50; times++)
            {
                var dialing = await worker.MakeCallAsync("60972", "60973", data).Patiently();
                await worker.ReleaseCallAsync("60972", dialing.ConnID!).Patiently();
            }
        }

        await Patience.UntilAsync(() => Task.FromResult(service.Log), log => log.Contains("is dropped: 1000 events wait", StringComparison.Ordinal));
        await Patience.UntilAsync(() => MetricAsync(service, "telephony_link_clients"), clients => clients == 1);
        await worker.QueryAddressAsync("60972").Patiently();
        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            while (true) await sleeper.NextAsync();
        });
    }

    [Fact]
    public async Task Two_clients_of_a_DN_hear_the_same_event_and_only_the_one_that_asked_its_ReferenceID()
    {
        using var service = ServiceProcess.Start();
        await using var asking = await service.ConnectAsync();
        await using var listening = await service.ConnectAsync();
        await asking.RegisterAddressAsync("60972");
        await listening.RegisterAddressAsync("60972");
        var heard = listening.Events().GetAsyncEnumerator();
        var answer = await asking.SetDNDOnAsync("60972");
        Assert.True(await heard.MoveNextAsync().AsTask().Patiently());
        Assert.NotNull(answer.ReferenceID);
        Assert.Equal(answer with { ReferenceID = null }, heard.Current);
        await heard.DisposeAsync();
    }

    private static async Task<double> MetricAsync(ServiceProcess service, string name)
    {
        var start = name + "{} ";
        var line = (await service.Http.GetStringAsync("/metrics")).Split('\n')
            .SingleOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.AsSpan(start.Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}
