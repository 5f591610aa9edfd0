using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Ledgers;
using Akka.Persistence;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    [Spec]
    public void The_latest_snapshot_is_offered_and_what_came_after_it_is_replayed()
    {
        var ledger = OpenWith("a", "b");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page(l.Lines))));
        Expect("saved at 2");
        ledger.Tell(Ledger.Write("c"));
        Expect("wrote c at 3");
        Close(ledger);

        var again = Start();
        Expect(
            "offered Page { Lines = a b } at 2",
            "replays c at 3, recovering True",
            "replayed",
            "recovered at 3, recovering False");
        again.Tell(Ledger.Do(l => l.Tell($"{l.Lines}, snapshot number {l.SnapshotSequenceNr}")));
        Expect("a b c, snapshot number 3");
    }

    [Spec]
    public void A_snapshot_of_the_last_event_is_enough()
    {
        var ledger = OpenWith("a");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page(l.Lines))));
        Expect("saved at 1");
        Close(ledger);

        var again = Start();
        Expect("offered Page { Lines = a } at 1", "replayed", "recovered at 1, recovering False");
        again.Tell(Ledger.Write("b"));
        Expect("wrote b at 2");
    }

    [Spec]
    public void A_snapshot_at_the_same_number_replaces_the_former_one()
    {
        var ledger = OpenWith("a");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page("first"))));
        Expect("saved at 1");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page("second"))));
        Expect("saved at 1");
        Close(ledger);

        Start();
        Expect("offered Page { Lines = second } at 1");
    }

    [Spec]
    public void Recovery_chooses_the_snapshot_by_its_number()
    {
        Close(OpenWithSnapshots());

        Start(recovery: new Recovery(new SnapshotSelectionCriteria(2)));

        Expect(
            "offered Page { Lines = a b } at 2",
            "replays c at 3, recovering True",
            "replayed",
            "recovered at 3, recovering False");
    }

    [Spec]
    public void Recovery_to_a_sequence_number_takes_no_later_snapshot()
    {
        Close(OpenWithSnapshots());

        Start(recovery: new Recovery(SnapshotSelectionCriteria.Latest, toSequenceNr: 1));

        Expect("offered Page { Lines = a } at 1", "replayed", "recovered at 3, recovering False");
    }

    [Spec]
    public void Recovery_without_snapshots_replays_everything()
    {
        Close(OpenWithSnapshots());

        Start(recovery: new Recovery(SnapshotSelectionCriteria.None));

        Expect(
            "replays a at 1, recovering True",
            "replays b at 2, recovering True",
            "replays c at 3, recovering True",
            "replayed",
            "recovered at 3, recovering False");
    }

    [Spec]
    public void Recovery_chooses_the_snapshot_by_its_time()
    {
        Close(OpenWithSnapshots());
        Database.Execute("UPDATE snapshot SET created = 1000 * sequence_number");

        Start(recovery: new Recovery(new SnapshotSelectionCriteria(long.MaxValue, new DateTime(2500))));

        Expect("offered Page { Lines = a b } at 2");
    }

    [Spec]
    public void A_snapshot_is_deleted_by_its_number()
    {
        var ledger = OpenWithSnapshots();

        ledger.Tell(Ledger.Do(l => l.DeleteSnapshot(2)));

        Expect("deleted snapshot 2");
        Assert.Equal(["1", "3"], SnapshotNumbers());
    }

    [Spec]
    public void Snapshots_are_deleted_up_to_a_number()
    {
        var ledger = OpenWithSnapshots();

        ledger.Tell(Ledger.Do(l => l.DeleteSnapshots(new SnapshotSelectionCriteria(2))));

        Expect("deleted snapshots to 2");
        Assert.Equal(["3"], SnapshotNumbers());
    }

    [Spec]
    public void All_snapshots_are_deleted()
    {
        var ledger = OpenWithSnapshots();

        ledger.Tell(Ledger.Do(l => l.DeleteSnapshots(SnapshotSelectionCriteria.Latest)));

        Expect($"deleted snapshots to {long.MaxValue}");
        Assert.Empty(SnapshotNumbers());
    }

    [Spec]
    public void A_snapshot_that_cannot_be_written_is_reported_and_the_actor_goes_on()
    {
        var ledger = OpenWith("a");

        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page(Line.Unwritable))));

        Expect("not saved: This page cannot be written.");
        ledger.Tell(Ledger.Write("b"));
        Expect("wrote b at 2");
    }

    [Spec]
    public void A_snapshot_that_cannot_be_read_fails_the_recovery_and_stops_the_actor()
    {
        var ledger = OpenWith("a");
        ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page(Line.Unreadable))));
        Expect("saved at 1");
        Close(ledger);

        Start();

        Expect("recovery failed at 0 with nothing: This line cannot be read.", "stopped");
    }

    private IActorRef OpenWithSnapshots()
    {
        var ledger = OpenNew();
        string[] lines = ["a", "b", "c"];
        for (var i = 0; i < lines.Length; i++)
        {
            ledger.Tell(Ledger.Write(lines[i]), Reader);
            ledger.Tell(Ledger.Do(l => l.SaveSnapshot(new Page(l.Lines))), Reader);
            Expect($"wrote {lines[i]} at {i + 1}", $"saved at {i + 1}");
        }

        return ledger;
    }

    private IReadOnlyList<string> SnapshotNumbers() => Database.Query("SELECT sequence_number FROM snapshot ORDER BY sequence_number");
}
