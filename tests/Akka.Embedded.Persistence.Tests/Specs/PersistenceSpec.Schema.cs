using System.Text;
using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Ledgers;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    protected abstract string ExpectedColumns { get; }

    protected abstract string ExpectedIndexes { get; }

    [Spec]
    public void The_tables_are_those_of_Akka_Persistence_Sql()
    {
        OpenNew();

        Assert.Equal(ExpectedColumns, string.Join('\n', Database.Columns()));
        Assert.Equal(ExpectedIndexes, string.Join('\n', Database.Indexes()));
    }

    [Spec]
    public void Tables_that_are_there_already_are_taken_as_they_are()
    {
        Close(OpenWith("a"));
        using var other = ActorSystem.Create("other", Sys.Settings.Config);

        other.ActorOf(Ledger.Props(Id, Reader));

        Expect("replays a at 1, recovering True", "replayed", "recovered at 1, recovering False");
    }

    [Spec]
    public void An_event_is_a_row_with_the_serializer_that_wrote_it()
    {
        var ledger = OpenNew();
        ledger.Tell(
            Ledger.Do(l => l.PersistAll<object>([new Line("a"), new byte[] { 1, 2, 255 }, "text"], _ => l.Tell("wrote"))), Reader);
        Expect("wrote", "wrote", "wrote");

        Assert.Equal(
            [
                $"1|ledger|1|L|7001|{Hex("a")}",
                "2|ledger|2||4|0102FF",
                $"3|ledger|3||1|{Hex("\"text\"")}",
            ],
            Database.Query(
                "SELECT ordering, persistence_id, sequence_number, manifest, identifier, message FROM journal ORDER BY ordering"));

        // One journal has written them all, and at moments that have ticks of their own.
        var writer = Assert.Single(Database.Query("SELECT DISTINCT writer_uuid FROM journal"));
        Assert.True(Guid.TryParseExact(writer, "N", out _), writer);
        Assert.All(
            Database.Query("SELECT created FROM journal"),
            ticks => Assert.Equal(DateTime.UtcNow, new DateTime(long.Parse(ticks), DateTimeKind.Utc), TimeSpan.FromDays(1)));
    }

    [Spec]
    public void A_snapshot_is_a_row_with_the_serializer_that_wrote_it()
    {
        var ledger = OpenWith("a");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page("a"))), Reader);
        Expect("saved at 1");

        Assert.Equal(
            [$"ledger|1|P|7001|{Hex("a")}"],
            Database.Query("SELECT persistence_id, sequence_number, manifest, serializer_id, snapshot FROM snapshot"));
        Assert.All(
            Database.Query("SELECT created FROM snapshot"),
            ticks => Assert.Equal(DateTime.UtcNow, new DateTime(long.Parse(ticks), DateTimeKind.Utc), TimeSpan.FromDays(1)));
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));
}
