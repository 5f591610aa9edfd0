using Microsoft.Data.Sqlite;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Verifying;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>A service whose journal takes nothing any more while it serves (hocon: recording.on-failure).</summary>
public sealed class FailingJournalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-failing-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}";

    [Fact]
    public async Task The_switch_tells_its_clients_and_stops_and_what_they_heard_is_kept()
    {
        if (OperatingSystem.IsWindows()) return;
        using var service = ServiceProcess.Start(["--record", "day", "--db", Database]);
        await using var client = await service.ConnectAsync();
        var events = client.Events();
        await client.RegisterAddressAsync("60972");
        var dialing = await client.MakeCallAsync("60972", "60973");
        RefuseInserts();
        var unheard = client.ReleaseCallAsync("60972", dialing.ConnID!);

        var heard = new List<EventName>();
        await foreach (var told in events) heard.Add(told.Event);
        Assert.Equal(EventName.EventLinkDisconnected, heard[^1]);
        Assert.DoesNotContain(EventName.EventReleased, heard);
        await Assert.ThrowsAnyAsync<Exception>(() => unheard);
        Assert.Equal("the switch stops", client.CloseReason);
        Assert.Equal(1, await service.EndAsync().Patiently());
        Assert.Matches("^Session day is not recorded any more: [^\n]*the disk is full[^\n]*; the switch stops serving\n$", service.Log);
        AssertKept("EventDialing", butNot: "EventReleased");
    }

    [Fact]
    public async Task The_switch_goes_on_without_recording_where_it_is_told_to_and_says_so()
    {
        if (OperatingSystem.IsWindows()) return;
        var program = ServiceProcess.Copy(_folder.CreateSubdirectory("program"));
        var settings = Path.Combine(program, "hocon", "recording", "recording.conf");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("on-failure = stop", "on-failure = continue", StringComparison.Ordinal));
        using var service = ServiceProcess.StartIn(program, ["--record", "day", "--db", Database]);
        await using var client = await service.ConnectAsync();
        await client.RegisterAddressAsync("60972");
        var dialing = await client.MakeCallAsync("60972", "60973");
        RefuseInserts();

        await client.ReleaseCallAsync("60972", dialing.ConnID!).Patiently();
        await client.MakeCallAsync("60972", "60973").Patiently();
        service.Signal("TERM");
        Assert.Equal(1, await service.EndAsync().Patiently());
        Assert.Matches("^Session day is not recorded any more: [^\n]*the disk is full[^\n]*; the switch goes on without recording\n$", service.Log);
        AssertKept("EventDialing", butNot: "EventReleased");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    // As a disk that is full: nothing more can be written.
    private void RefuseInserts()
    {
        using var breaks = new SqliteConnection($"{Database};Pooling=False");
        breaks.Open();
        using var command = breaks.CreateCommand();
        command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
        command.ExecuteNonQuery();
    }

    private void AssertKept(string name, string butNot)
    {
        var items = SessionReader.Read(SessionDatabase.Of(Database), "day").ToList();
        var kept = items.OfType<SessionItem.Record>().SelectMany(item => HeardEvents.Of(item.Recorded)).Select(heard => heard.Event.Event.ToString()).ToHashSet();
        Assert.Contains(name, kept);
        Assert.DoesNotContain(butNot, kept);
        Assert.Empty(new SessionVerifier().Verify(items).SelectMany(divergence => divergence.Differences));
    }
}
