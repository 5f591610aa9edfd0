using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Ledgers;
using Akka.Persistence.Journal;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    [Spec]
    public void Deleted_events_are_not_replayed()
    {
        var ledger = OpenWith("a", "b", "c");
        ledger.Tell(Ledger.Do(l => l.DeleteMessages(2)));
        Expect("deleted to 2");
        Close(ledger);

        Start();

        Expect("replays c at 3, recovering True", "replayed", "recovered at 3, recovering False");
    }

    [Spec]
    public void Of_the_deleted_events_the_last_is_only_marked_so_that_numbering_goes_on()
    {
        var ledger = OpenWith("a", "b", "c");
        ledger.Tell(Ledger.Do(l => l.DeleteMessages(long.MaxValue)));
        Expect("deleted to 3");
        Close(ledger);
        Assert.Equal(["3"], Database.Query("SELECT sequence_number FROM journal WHERE deleted ORDER BY ordering"));
        Assert.Empty(Database.Query("SELECT sequence_number FROM journal WHERE NOT deleted"));

        var again = Open("recovered at 3, recovering False");
        again.Tell(Ledger.Write("d"));

        Expect("wrote d at 4");
    }

    [Spec]
    public void Events_that_were_not_yet_persisted_cannot_be_deleted()
    {
        var ledger = OpenWith("a");

        ledger.Tell(Ledger.Do(l => l.DeleteMessages(2)));

        Expect("not deleted to 2: InvalidOperationException");
    }

    [Spec]
    public void A_delete_that_fails_is_reported()
    {
        var ledger = OpenWith("a");
        Database.Execute("DROP TABLE journal");

        ledger.Tell(Ledger.Do(l => l.DeleteMessages(1)));

        Assert.StartsWith("not deleted to 1: ", Reader.ExpectMsg<string>(TimeSpan.FromSeconds(15)), StringComparison.Ordinal);
    }

    [Spec]
    public void The_tags_of_an_event_are_in_a_table_of_their_own_and_go_with_it()
    {
        var ledger = OpenNew();
        ledger.Tell(Ledger.Do(l =>
        {
            l.PersistAll<object>(
                [
                    new Tagged(new Line("a"), ["red", "round"]),
                    new Line("b"),
                    new Tagged(new Line("c"), ["red"]),
                ],
                _ => l.Tell($"wrote at {l.LastSequenceNr}"));
        }));
        Expect("wrote at 1", "wrote at 2", "wrote at 3");
        const string tags =
            """
            SELECT t.tag, t.persistence_id, t.sequence_nr FROM tags t, journal j
            WHERE t.ordering_id = j.ordering AND t.sequence_nr = j.sequence_number ORDER BY t.sequence_nr, t.tag
            """;
        Assert.Equal(["red|ledger|1", "round|ledger|1", "red|ledger|3"], Database.Query(tags));

        ledger.Tell(Ledger.Do(l => l.DeleteMessages(2)));
        Expect("deleted to 2");
        Assert.Equal(["red|ledger|3"], Database.Query(tags));
        Close(ledger);

        Start();
        Expect("replays c at 3, recovering True", "replayed", "recovered at 3, recovering False");
    }
}
