using System.Text.Json;
using Microsoft.Data.Sqlite;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Exporting;
using TelephonyActors.Sessions.Formats;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Tests.Fixtures;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Tests;

/// <summary>An export is taken in whole, or not at all.</summary>
public sealed class ImportTests : IDisposable
{
    private static readonly string Flow = Path.Combine(Recorded.Flows, "shared-call-appearance-inbound-call-answered.yaml");

    private readonly Recorded _recorded = new();

    public void Dispose() => _recorded.Dispose();

    [Fact]
    public async Task An_import_that_fails_in_its_middle_leaves_nothing_and_can_be_done_again()
    {
        _recorded.Run("day", Flow, Flow, Flow);
        var lines = _recorded.Export("day");
        _recorded.Database.Delete("day");
        Execute("CREATE TRIGGER full BEFORE INSERT ON journal WHEN NEW.sequence_number = 4 BEGIN SELECT RAISE(ABORT, 'disk is full'); END");

        var failed = await Assert.ThrowsAsync<RecordingFailedException>(() => _recorded.Import(lines));
        Assert.StartsWith("Session day could not be imported whole: ", failed.Message, StringComparison.Ordinal);
        Assert.False(_recorded.Database.Has("day"));

        Execute("DROP TRIGGER full");
        Assert.Equal(("day", 3, lines.Count - 3), await _recorded.Import(lines));
        Assert.Equal(lines, _recorded.Export("day"));
    }

    [Fact]
    public async Task A_reversed_export_is_refused_at_its_first_line()
    {
        _recorded.Run("day", Flow);
        var lines = _recorded.Export("day");
        _recorded.Database.Delete("day");
        var refused = await Assert.ThrowsAsync<BadExportException>(() => _recorded.Import(lines.AsEnumerable().Reverse()));
        Assert.Equal("session.jsonl:1: Run is 1, whose header does not stand before it", refused.Message);
        Assert.False(_recorded.Database.Has("day"));
    }

    [Fact]
    public async Task What_is_out_of_order_is_taken_in_as_it_stands()
    {
        _recorded.Run("day", Flow);
        var lines = _recorded.Export("day");
        _recorded.Database.Delete("day");
        List<string> changed = [lines[0], .. lines.Skip(1).Reverse()];
        await _recorded.Import(changed);
        Assert.Equal(changed, _recorded.Export("day"));
        Assert.NotEmpty(_recorded.Verify("day"));
    }

    // Where the order of a file was changed, most messages never arrive.
    [Fact]
    public void A_message_is_compared_with_those_of_its_call_alone()
    {
        var inFlight = new InFlight(writes: true, reads: false, byTarget: true);
        for (var call = 1ul; call <= 1000; call++) inFlight.Send(new CallOutput.Publish(FactOf(call)), new ConnID(call));
        var codec = new CountingCodec();
        Assert.Null(inFlight.Find("", FactOf(1001), codec));
        Assert.Equal(0, codec.Compared);

        var found = inFlight.Find("", FactOf(1000), codec);
        Assert.True(inFlight.TryArrive(new MonitorInput.Published(found!), out var number));
        Assert.Equal((999, 1), (number, codec.Compared));
        Assert.Null(inFlight.Find("", FactOf(1000), codec));
    }

    [Theory]
    [InlineData("", "00:00:30")]
    [InlineData(SessionImport.Patience, "01:00:00")]
    public async Task A_commit_has_half_a_minute_and_an_import_an_hour(string hocon, string time)
    {
        var journal = RecordingHosting.StartJournal("journal", _recorded.Database, hocon);
        var timeout = journal.Settings.Config.GetTimeSpan("akka.persistence.journal.sql.circuit-breaker.call-timeout");
        await journal.Terminate();
        Assert.Equal(TimeSpan.Parse(time, null), timeout);
    }

    private static CallFact FactOf(ulong call) => new(new TEvent { Event = EventName.EventCallCreated, ConnID = new ConnID(call) });

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_recorded.File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class CountingCodec : Codec<CallFact>
    {
        public int Compared { get; private set; }

        public override bool Same(CallFact left, CallFact right)
        {
            Compared++;
            return MonitorFormats.Fact.Same(left, right);
        }

        public override void Write(WireWriter to, CallFact value) => throw new NotSupportedException();

        public override CallFact Read(WireReader from) => throw new NotSupportedException();

        public override void WriteJson(Utf8JsonWriter to, CallFact value) => throw new NotSupportedException();

        public override CallFact ReadJson(JsonElement from) => throw new NotSupportedException();
    }
}
