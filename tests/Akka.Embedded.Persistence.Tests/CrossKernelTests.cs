using Akka.Actor;
using Akka.Configuration;
using Akka.Embedded.Persistence.Tests.Databases;
using Akka.Embedded.Persistence.Tests.Ledgers;
using Akka.Persistence;
using Akka.Persistence.Journal;
using Akka.TestKit;

namespace Akka.Embedded.Persistence.Tests;

/// <summary>A database that one kernel wrote is one for the other: the tests run on both, and read what each of them wrote.</summary>
public sealed class CrossKernelTests : Akka.TestKit.Xunit2.TestKit
{
    // Where to put the database that this kernel writes; set it to renew the kept ones.
    private const string FileToSave = "TELEPHONYACTORS_KEEP_DATABASE";

    private readonly TestProbe _reader;

    public CrossKernelTests() => _reader = CreateTestProbe();

    public static TheoryData<string> Kept => [KeptDatabase.OfAkka, KeptDatabase.OfEmbedded];

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_either_kernel_wrote_is_recovered_with_its_snapshot(string name)
    {
        using var database = new SqliteFile(KeptDatabase.Load(name));
        using var system = Start(database);

        var ledger = system.ActorOf(Ledger.Props("ledger", _reader));

        Expect(
            "offered Page { Lines = a 01FF text } at 3",
            "replays d at 4, recovering True",
            "replays e at 5, recovering True",
            "replayed",
            "recovered at 5, recovering False");
        ledger.Tell(Ledger.Write("f"));
        Expect("wrote f at 6");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_either_kernel_wrote_is_recovered_without_its_snapshot(string name)
    {
        using var database = new SqliteFile(KeptDatabase.Load(name));
        using var system = Start(database);

        system.ActorOf(Ledger.Props("ledger", _reader, new Recovery(SnapshotSelectionCriteria.None)));

        Expect(
            "replays a at 1, recovering True",
            "replays 01FF at 2, recovering True",
            "replays text at 3, recovering True",
            "replays d at 4, recovering True",
            "replays e at 5, recovering True",
            "replayed",
            "recovered at 5, recovering False");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_either_kernel_deleted_stays_deleted_and_numbering_goes_on(string name)
    {
        using var database = new SqliteFile(KeptDatabase.Load(name));
        using var system = Start(database);

        var ledger = system.ActorOf(Ledger.Props("emptied", _reader));

        Expect("replayed", "recovered at 2, recovering False");
        ledger.Tell(Ledger.Write("c"));
        Expect("wrote c at 3");
    }

    [Fact]
    public void This_kernel_writes_the_rows_that_were_kept()
    {
        using var database = new SqliteFile();
        using (var system = Start(database))
        {
            WriteLedger(system.ActorOf(Ledger.Props("ledger", _reader)));
            WriteEmptied(system.ActorOf(Ledger.Props("emptied", _reader)));
        }

        var rows = Rows(database);
        if (Environment.GetEnvironmentVariable(FileToSave) is { Length: > 0 } fileName)
            KeptDatabase.Save(database.Content(), fileName);

        using var ofAkka = new SqliteFile(KeptDatabase.Load(KeptDatabase.OfAkka));
        using var ofEmbedded = new SqliteFile(KeptDatabase.Load(KeptDatabase.OfEmbedded));

        Assert.Equal(Rows(ofAkka), rows);
        Assert.Equal(Rows(ofEmbedded), rows);
    }

    // Not the moments and the names of the writers, which differ each time.
    private static IReadOnlyList<string> Rows(SqliteFile database) =>
    [
        .. database.Query(
            "SELECT ordering, deleted, persistence_id, sequence_number, message, manifest, identifier FROM journal ORDER BY ordering"),
        .. database.Query("SELECT ordering_id, tag, persistence_id, sequence_nr FROM tags ORDER BY ordering_id, tag"),
        .. database.Query("SELECT persistence_id, sequence_number, snapshot, manifest, serializer_id FROM snapshot"),
    ];

    private static ActorSystem Start(SqliteFile database) => ActorSystem.Create(
        "kept", ConfigurationFactory.ParseString($"{LedgerSerializer.Hocon}\n{database.Hocon}\nakka.loglevel = WARNING"));

    private void WriteLedger(IActorRef ledger)
    {
        Expect("replayed", "recovered at 0, recovering False");
        ledger.Tell(Ledger.Do(l => l.PersistAll<object>(
            [new Tagged(new Line("a"), ["first", "letter"]), new byte[] { 1, 255 }, "text"], _ => l.Tell("wrote"))));
        Expect("wrote", "wrote", "wrote");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page("a 01FF text"))));
        Expect("saved at 3");
        ledger.Tell(Ledger.Do(l => l.PersistAll([new Line("d"), new Line("e")], l.Written)));
        Expect("wrote d at 4", "wrote e at 5");
    }

    private void WriteEmptied(IActorRef ledger)
    {
        Expect("replayed", "recovered at 0, recovering False");
        ledger.Tell(Ledger.Do(l => l.PersistAll([new Line("a"), new Line("b")], l.Written)));
        Expect("wrote a at 1", "wrote b at 2");
        ledger.Tell(Ledger.Do(l => l.DeleteMessages(long.MaxValue)));
        Expect("deleted to 2");
    }

    private void Expect(params string[] messages)
    {
        foreach (var message in messages)
            _reader.ExpectMsg(message, TimeSpan.FromSeconds(15));
    }
}
