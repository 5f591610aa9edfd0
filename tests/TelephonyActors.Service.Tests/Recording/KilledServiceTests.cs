using System.Collections.Concurrent;
using TelephonyActors.Client;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Verifying;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>A service that is killed while it records: what a client has heard is kept, and the next process goes on.</summary>
public sealed class KilledServiceTests : IDisposable
{
    private const string Session = "day";

    // Fifty times where LONG_TESTS=1.
    private static readonly int Times = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 50 : 3;

    private static readonly (string Caller, string Called)[] Pairs = [("7001", "7002"), ("7003", "7000"), ("7004", "7005")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-killed-");
    private readonly ConcurrentQueue<TEvent> _heard = [];

    [Fact]
    public async Task Every_event_that_a_client_heard_is_kept_and_the_switch_goes_on()
    {
        var random = new Random(20260105);
        for (var time = 0; time < Times; time++) await ServeUntilKilled(random.Next(20, 400));

        using var service = Serve();
        await using var client = await service.ConnectAsync();
        foreach (var dn in Pairs.SelectMany(pair => new[] { pair.Caller, pair.Called }).Append("7000_2"))
        {
            foreach (var call in DescribedCalls.Of(await client.RegisterAddressAsync(dn))) await End(client, dn, call);
            Assert.Empty(DescribedCalls.Of(await client.QueryAddressAsync(dn)));
        }

        AssertKept();
        service.Signal("TERM");
        Assert.Equal(0, await service.EndAsync());
        AssertKept();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task ServeUntilKilled(int events)
    {
        using var service = Serve();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = events;
        var driving = Pairs.Select(pair => Drive(service, pair.Caller, pair.Called, () =>
        {
            if (Interlocked.Decrement(ref left) == 0) enough.TrySetResult();
        })).ToList();
        await await Task.WhenAny([enough.Task, .. driving]);
        service.Signal("KILL");
        foreach (var drive in driving)
        {
            // The connection broke, in whatever it was doing.
            await Record.ExceptionAsync(() => drive);
        }

        await service.EndAsync();
        AssertKept();
    }

    // Calls, answers and releases, over and over; what is refused, because the process before left a call, is ended first.
    private async Task Drive(ServiceProcess service, string caller, string called, Action heard)
    {
        await using var client = await service.ConnectAsync();
        var listening = Listen(client, heard);
        foreach (var dn in new[] { caller, called })
            foreach (var call in DescribedCalls.Of(await client.RegisterAddressAsync(dn))) await End(client, dn, call);
        while (!listening.IsCompleted)
        {
            var dialing = await client.MakeCallAsync(caller, called);
            await Record.ExceptionAsync(() => client.AnswerCallAsync(called, dialing.ConnID!));
            await End(client, caller, dialing.ConnID!);
        }
    }

    private async Task Listen(TelephonyClient client, Action heard)
    {
        await foreach (var told in client.Events())
        {
            _heard.Enqueue(told);
            heard();
        }
    }

    private static async Task End(TelephonyClient client, string dn, ConnID call)
    {
        try
        {
            await client.ReleaseCallAsync(dn, call);
        }
        catch (RequestRefusedException)
        {
            // The other side was faster.
        }
    }

    private void AssertKept()
    {
        var items = SessionReader.Read(SessionDatabase.Of(Database), Session).ToList();
        var kept = items.OfType<SessionItem.Record>().SelectMany(item => HeardEvents.Of(item.Recorded)).Select(heard => Text(heard.Event)).ToHashSet();
        Assert.All(_heard, heard => Assert.Contains(Text(heard), kept));
        Assert.Empty(new SessionVerifier().Verify(items).SelectMany(divergence => divergence.Differences));
    }

    private static string Text(TEvent heard) => TLibraryJson.Write(heard with { ReferenceID = null });

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}";

    private ServiceProcess Serve()
    {
        var plan = Path.Combine(_folder.FullName, "switch.yaml");
        File.WriteAllText(plan, "dns: [\"7001\", \"7002\", \"7003\", \"7004\", \"7005\"]\nsharedLines:\n  - { number: \"7000\", members: [\"7000\", \"7000_2\"], appearances: 2 }\n");
        return ServiceProcess.Start(["--switch", plan, "--record", Session, "--db", Database]);
    }
}
