using Microsoft.Data.Sqlite;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Tests.Fixtures;

namespace TelephonyActors.Sessions.Tests;

/// <summary>Databases that are not as they should be, and sessions that come and go in them.</summary>
public sealed class DatabaseTests
{
    private static readonly string Flow = Path.Combine(Recorded.Flows, "shared-call-appearance-inbound-call-answered.yaml");

    [Fact]
    public void A_deleted_session_is_gone_and_its_name_and_its_space_are_free()
    {
        using var recorded = new Recorded();
        recorded.Run("kept", Flow);
        SqliteConnection.ClearAllPools();
        recorded.Database.Delete("none");
        var before = new FileInfo(recorded.File).Length;
        var printed = recorded.Run("again", [.. Enumerable.Repeat(Flow, 20)]);
        Assert.Equal(["again", "kept"], recorded.Database.List().Select(session => session.Name));

        recorded.Database.Delete("again");
        Assert.Equal(["kept"], recorded.Database.List().Select(session => session.Name));
        Assert.Equal(before, new FileInfo(recorded.File).Length);
        Assert.False(recorded.Database.Has("again"));

        Assert.Equal(printed, recorded.Run("again", [.. Enumerable.Repeat(Flow, 20)]));
        Assert.Equal(printed, recorded.Replay("again"));
    }

    [Fact]
    public void A_locked_database_is_one_sentence()
    {
        using var recorded = new Recorded();
        using var other = new SqliteConnection($"Data Source={recorded.File};Pooling=False");
        other.Open();
        using var locks = other.CreateCommand();
        locks.CommandText = "BEGIN EXCLUSIVE";
        locks.ExecuteNonQuery();
        var locked = SessionDatabase.Of($"Data Source={recorded.File};Default Timeout=1;Pooling=False");
        var refused = Assert.Throws<SessionDatabaseException>(() => locked.Prepare(fsync: true));
        Assert.Equal($"{recorded.File}: the database is locked by another process", refused.Message);
    }

    [Fact]
    public void A_file_that_is_no_database_is_one_sentence()
    {
        using var recorded = new Recorded();
        var path = Path.Combine(recorded.Folder, "letter.txt");
        File.WriteAllText(path, new string('x', 5000));
        var refused = Assert.Throws<SessionDatabaseException>(() => SessionDatabase.Of($"Data Source={path}").Prepare(fsync: true));
        Assert.Equal($"{path}: the file is no SQLite database", refused.Message);
    }

    [Fact]
    public void A_database_may_have_any_name()
    {
        using var folder = new Recorded();
        var file = Path.Combine(folder.Folder, "odd; ${x} {y} 'name' #1.db");
        using var odd = new Recorded(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        Assert.Equal(odd.Run("day", Flow), odd.Replay("day"));
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("", "--db cannot be ''")]
    [InlineData("sessions.db", "--db cannot be 'sessions.db'")]
    [InlineData("Server=x", "allowed are 'Data Source=FILE' (SQLite) and 'Host=...;Database=...' (PostgreSQL)")]
    [InlineData("Data Source=x;Colour=red", "--db cannot be 'Data Source=x;Colour=red'")]
    public void A_connection_string_that_is_none_is_one_sentence(string text, string said) =>
        Assert.Contains(said, Assert.Throws<SessionDatabaseException>(() => SessionDatabase.Of(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a", true)]
    [InlineData("Day_1.morning-2", true)]
    [InlineData("", false)]
    [InlineData("../day", false)]
    [InlineData("-day", false)]
    [InlineData("tag ein", false)]
    [InlineData("straße", false)]
    public void A_name_is_letters_digits_and_a_few_signs(string name, bool allowed) => Assert.Equal(allowed, SessionName.IsAllowed(name));

    [Fact]
    public void A_switch_whose_journal_fails_says_so_and_what_was_recorded_stays()
    {
        using var recorded = new Recorded();
        recorded.Run("day", Flow);
        var before = recorded.Replay("day");
        using (var breaks = new SqliteConnection($"Data Source={recorded.File}"))
        {
            breaks.Open();
            using var command = breaks.CreateCommand();
            // As a disk that is full: nothing more can be written.
            command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON journal WHEN NEW.manifest = 'batch' BEGIN SELECT RAISE(ABORT, 'disk is full'); END";
            command.ExecuteNonQuery();
        }

        var failed = Assert.Throws<RecordingFailedException>(() => recorded.Run("night", Flow));
        Assert.StartsWith("Session night is not recorded any more: ", failed.Message, StringComparison.Ordinal);
        Assert.Equal(before, recorded.Replay("day"));
    }
}
