using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>A call in the middle of which the service was killed: the next process shows it, and its clients go on with it.</summary>
public sealed class RestoredCallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-restored-");

    [Fact]
    public async Task A_call_in_which_the_service_was_killed_is_shown_with_its_parties_and_can_be_released()
    {
        var connID = await EstablishAndKill();
        using var service = Serve();

        using var live = await service.CallsAsync(
            "live", calls => calls is [var call] && call.GetProperty("parties").GetArrayLength() == 2);
        var shown = live.RootElement.GetProperty("calls")[0];
        Assert.Equal(1, live.RootElement.GetProperty("live").GetInt32());
        Assert.Equal(connID.ToString(), shown.GetProperty("connId").GetString());
        var parties = shown.GetProperty("parties").EnumerateArray().Select(party => party.GetProperty("dn").GetString());
        Assert.Equal(["60972", "60973"], parties.Order(StringComparer.Ordinal));
        Assert.Equal(["60972", "60973"], shown.GetProperty("dns").EnumerateArray().Select(dn => dn.GetString()));
        Assert.Equal("Internal", shown.GetProperty("callType").GetString());
        await Patience.UntilAsync(
            () => service.Http.GetStringAsync("/dns/60973"), dn => dn.Contains("\"otherDn\":\"60972\"", StringComparison.Ordinal));

        await using var client = await service.ConnectAsync();
        Assert.Equal(connID, Assert.Single(DescribedCalls.Of(await client.RegisterAddressAsync("60972"))));
        Assert.Equal(connID, Assert.Single(DescribedCalls.Of(await client.RegisterAddressAsync("60973"))));
        Assert.Equal(connID, (await client.ReleaseCallAsync("60973", connID)).ConnID);
        using var ended = await service.CallsAsync("ended", calls => calls is [_]);
        Assert.Equal(0, ended.RootElement.GetProperty("live").GetInt32());
        Assert.Equal(0, ended.RootElement.GetProperty("calls")[0].GetProperty("parties").GetArrayLength());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<ConnID> EstablishAndKill()
    {
        using var service = Serve();
        await using var client = await service.ConnectAsync();
        await client.RegisterAddressAsync("60972");
        await client.RegisterAddressAsync("60973");
        var dialing = await client.MakeCallAsync("60972", "60973");
        await client.AnswerCallAsync("60973", dialing.ConnID!);
        service.Signal("KILL");
        await service.EndAsync();
        return dialing.ConnID!;
    }

    private ServiceProcess Serve() =>
        ServiceProcess.Start(["--record", "day", "--db", $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}"]);
}
