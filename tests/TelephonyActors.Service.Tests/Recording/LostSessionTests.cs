using Microsoft.Data.Sqlite;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>A service that is to go on with a session which cannot be recovered says so in a sentence.</summary>
public sealed class LostSessionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-lost-");

    private string File => Path.Combine(_folder.FullName, "sessions.db");

    private string Database => $"Data Source={File}";

    [Fact]
    public async Task A_damaged_batch_is_one_sentence_and_exit_status_2()
    {
        if (OperatingSystem.IsWindows()) return;
        await RecordAsync();
        Damage("UPDATE journal SET message = X'01' WHERE sequence_number = (SELECT MAX(sequence_number) FROM journal)");
        var (status, error) = Serve();
        Assert.Equal(2, status);
        Assert.Matches("^Session day cannot be opened: record [0-9]+ of its journal is damaged: [^\n]+\n$", error);
    }

    [Fact]
    public async Task A_header_of_a_newer_version_is_one_sentence_and_exit_status_2()
    {
        if (OperatingSystem.IsWindows()) return;
        await RecordAsync();
        Damage("UPDATE journal SET message = X'09' WHERE manifest = 'run'");
        Assert.Equal(
            (2, $"session day in {File} cannot be opened: the header of its last run is damaged: version 9 of the format wrote it, known are up to 1\n"),
            Serve());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private (int Status, string Error) Serve() => ServiceProcess.Refused(["--urls", "http://127.0.0.1:0", "--record", "day", "--db", Database]);

    private async Task RecordAsync()
    {
        using var service = ServiceProcess.Start(["--record", "day", "--db", Database]);
        await using var client = await service.ConnectAsync();
        await client.RegisterAddressAsync("60972");
        service.Signal("TERM");
        await service.EndAsync();
    }

    private void Damage(string sql)
    {
        using var connection = new SqliteConnection($"{Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
