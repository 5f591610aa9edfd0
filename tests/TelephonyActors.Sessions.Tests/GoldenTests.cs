using System.Security.Cryptography;
using System.Text;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Tests;

/// <summary>What a former version recorded replays for ever; what cannot be read is told with its place, and what precedes it is read.</summary>
public sealed class GoldenTests
{
    // Of what was printed when it was recorded.
    private const string Version1 = "A6B31A6CD8B6868D6D6A8229AC83B7EAAA53DC4A4F31C105C2A2B8C8729C3C29";

    [Fact]
    public async Task A_recording_of_version_1_replays_as_it_was()
    {
        var output = new StringWriter { NewLine = "\n" };
        var replay = new SessionReplay(new JsonlReplay(output), new ReplayPace(TimeProvider.System, double.PositiveInfinity));
        await replay.PlayAsync(SessionReader.Read("golden", Entries()), CancellationToken.None);
        Assert.Equal(Version1, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(output.ToString()))));
    }

    [Fact]
    public void A_damaged_record_is_told_with_its_place_and_what_precedes_it_is_read()
    {
        var entries = Entries();
        var damaged = entries[20].Bytes.ToArray();
        damaged[^3] ^= 0x40;
        entries[20] = entries[20] with { Bytes = damaged };
        var (read, told) = ReadWhatCan(entries);
        Assert.Equal(ReadWhatCan(entries[..20]).Read, read);
        Assert.StartsWith("session golden, run ", told, StringComparison.Ordinal);
        Assert.EndsWith("(row 21 of the journal): its bytes are damaged", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_newer_version_is_told_with_its_place()
    {
        var entries = Entries();
        var newer = entries[2].Bytes.ToArray();
        newer[0] = 2;
        entries[2] = entries[2] with { Bytes = newer };
        Assert.EndsWith("(row 3 of the journal): version 2 of the format wrote it, known are up to 1", ReadWhatCan(entries).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_missing_is_told()
    {
        var entries = Entries();
        entries.RemoveAt(7);
        Assert.EndsWith("(row 9 of the journal): a row before it is missing", ReadWhatCan(entries).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_byte_of_a_batch_is_changed_nothing_but_damage_is_told()
    {
        var entries = Entries()[..3];
        var sound = entries[2].Bytes;
        for (var at = 0; at < sound.Length; at++)
        {
            var changed = sound.ToArray();
            changed[at] ^= 0xff;
            entries[2] = entries[2] with { Bytes = changed };
            Assert.NotEqual("", ReadWhatCan(entries).Told);
        }
    }

    private static (int Read, string Told) ReadWhatCan(List<JournalEntry> entries)
    {
        var read = 0;
        try
        {
            foreach (var _ in SessionReader.Read("golden", entries)) read++;
            return (read, "");
        }
        catch (DamagedRecordException damaged)
        {
            return (read, damaged.Message);
        }
    }

    private static List<JournalEntry> Entries()
    {
        using var stream = typeof(GoldenTests).Assembly.GetManifestResourceStream("version-1.base64")!;
        using var reader = new StreamReader(stream);
        var entries = new List<JournalEntry>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            entries.Add(new JournalEntry(entries.Count + 1, line[..space], Convert.FromBase64String(line[(space + 1)..])));
        }

        return entries;
    }
}
