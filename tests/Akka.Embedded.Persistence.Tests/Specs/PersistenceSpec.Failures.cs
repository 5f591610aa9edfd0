using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Ledgers;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    [Spec]
    public void A_rejected_event_is_reported_its_handler_does_not_run_and_the_actor_goes_on()
    {
        var ledger = OpenWith("a");

        ledger.Tell(Ledger.Write(Line.Unwritable));
        ledger.Tell(Ledger.Write("b"));

        Expect("rejected Line { Text = unwritable } at 2: This line cannot be written.", "wrote b at 3");
        Assert.Equal(["1", "3"], Database.Query("SELECT sequence_number FROM journal ORDER BY ordering"));
    }

    [Spec]
    public void The_events_of_a_PersistAll_are_rejected_together()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l =>
        {
            l.PersistAll([new Line("a"), new Line(Line.Unwritable)], l.Written);
            l.Persist(new Line("b"), l.Written);
        }));

        Expect(
            "rejected Line { Text = a } at 1: This line cannot be written.",
            "rejected Line { Text = unwritable } at 2: This line cannot be written.",
            "wrote b at 3");
        Assert.Equal(["3"], Database.Query("SELECT sequence_number FROM journal"));
    }

    [Spec]
    public void An_event_that_is_not_committed_is_reported_and_stops_the_actor()
    {
        var ledger = Watch(OpenWith("a"));
        Database.Execute("DROP TABLE journal");

        ledger.Tell(Ledger.Write("b"));
        ledger.Tell(Ledger.Write("c"));

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
        Expect("failed Line { Text = b } at 2", "stopped");
    }

    [Spec]
    public void Of_a_batch_that_fails_the_first_event_is_reported_and_then_the_actor_stops()
    {
        var ledger = Watch(OpenWith("a"));
        Database.Execute("DROP TABLE journal");

        ledger.Tell(Ledger.Do(l => l.PersistAll([new Line("b"), new Line("c")], l.Written)));

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
        Expect("failed Line { Text = b } at 2", "stopped");
    }

    [Spec]
    public void A_number_that_another_writer_took_is_a_failure()
    {
        var one = OpenNew();
        var other = Watch(OpenNew());
        one.Tell(Ledger.Write("a"));
        Expect("wrote a at 1");

        other.Tell(Ledger.Write("b"));

        ExpectTerminated(other, TimeSpan.FromSeconds(15));
        Expect("failed Line { Text = b } at 1", "stopped");
        Assert.Equal(["1"], Database.Query("SELECT count(*) FROM journal"));
    }

    [Spec]
    public void A_journal_that_cannot_be_read_fails_the_recovery_and_stops_the_actor()
    {
        Close(OpenNew());
        Database.Execute("DROP TABLE journal");

        var ledger = Watch(Start());

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
        Assert.StartsWith("recovery failed at 0 with nothing: ", Reader.ExpectMsg<string>(), StringComparison.Ordinal);
        Expect("stopped");
    }

    [Spec]
    public void Persisting_during_recovery_is_an_error()
    {
        var ledger = OpenNew();
        ledger.Tell(Ledger.Do(l => l.Persist("persist again", l.Written)));
        Expect("wrote persist again at 1");
        Close(ledger);

        Start();

        Expect(
            "recovery failed at 1 with persist again: "
            + "Cannot persist during replay. Events can be persisted when receiving RecoveryCompleted or later.",
            "stopped");
    }

    [Spec]
    public void Events_of_an_earlier_writer_that_came_after_those_of_a_later_one_are_discarded()
    {
        Close(OpenWith("a", "b", "c"));
        Database.Execute("UPDATE journal SET writer_uuid = 'later' WHERE sequence_number = 2");

        Start();

        Expect(
            "replays a at 1, recovering True",
            "replays b at 2, recovering True",
            "replayed",
            "recovered at 3, recovering False");
    }
}
