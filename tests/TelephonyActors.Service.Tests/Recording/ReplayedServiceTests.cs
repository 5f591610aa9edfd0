using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>A recorded session is played to the clients of the link (contract, serve --replay).</summary>
public sealed class ReplayedServiceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-replayed-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}";

    [Fact]
    public async Task A_client_hears_of_its_DN_what_was_heard_when_it_was_recorded()
    {
        var recorded = Record();
        using var service = ServiceProcess.Start(["--replay", "flow", "--speed", "max", "--db", Database]);
        await using var client = await service.ConnectAsync();
        var events = client.Events();
        await client.RegisterAddressAsync("60970");

        var expected = recorded.Where(line => line.Column == "60970").Select(line => Text(line.Event)).ToList();
        var heard = new List<string>();
        await foreach (var told in events)
        {
            if (told.EventSequenceNumber is null) continue;
            heard.Add(Text(told));
            if (heard.Count == expected.Count) break;
        }

        Assert.Equal(expected, heard);
        var refused = await Assert.ThrowsAsync<Client.RequestRefusedException>(() => client.MakeCallAsync("60970", "60972"));
        Assert.Equal(51, refused.Code);
    }

    [Fact]
    public void A_session_that_is_missing_is_one_sentence()
    {
        var (status, error) = ServiceProcess.Refused(["--replay", "nothing", "--db", Database]);
        Assert.Equal((2, $"there is no session nothing in {Path.Combine(_folder.FullName, "sessions.db")}; 'sessions list' lists those that are"), (status, error.TrimEnd()));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private List<LoggedEvent> Record()
    {
        var flow = Path.Combine(AppContext.BaseDirectory, "config", "flows", "shared-call-appearance-inbound-call-answered.yaml");
        var output = RecordedScenario.Record(flow, "flow", Database);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            TLibraryJson.TryReadEvent(System.Text.Encoding.UTF8.GetBytes(line), out LoggedEvent? read, out _) ? read : throw new InvalidOperationException(line))];
    }

    private static string Text(TEvent heard) => TLibraryJson.Write(heard with { ReferenceID = null });
}
