using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Ledgers;
using Akka.Persistence;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    [Spec]
    public void Without_any_events_recovery_completes_too() => OpenNew();

    [Spec]
    public void Commands_that_come_during_recovery_wait_and_keep_their_order()
    {
        Close(OpenWith("a"));

        var ledger = Start();
        ledger.Tell("one");
        ledger.Tell("two");

        Expect("replays a at 1, recovering True", "replayed", "recovered at 1, recovering False", "command one", "command two");
    }

    [Spec]
    public void More_events_than_the_journal_reads_at_once_are_replayed()
    {
        const int count = 2500;
        var ledger = OpenNew();
        ledger.Tell(Ledger.Do(l => l.PersistAll(Enumerable.Range(1, count).Select(n => new Line($"{n}")), l.Written)));
        for (var n = 1; n <= count; n++)
            Expect($"wrote {n} at {n}");
        Close(ledger);

        Start();

        for (var n = 1; n <= count; n++)
            Expect($"replays {n} at {n}, recovering True");
        Expect("replayed", $"recovered at {count}, recovering False");
    }

    [Spec]
    public void Recovery_to_a_sequence_number_stops_there_and_goes_on_numbering_from_the_highest()
    {
        Close(OpenWith("a", "b", "c"));

        var ledger = Start(recovery: new Recovery(SnapshotSelectionCriteria.Latest, toSequenceNr: 2));

        Expect("replays a at 1, recovering True", "replays b at 2, recovering True", "replayed", "recovered at 3, recovering False");
        ledger.Tell(Ledger.Write("d"));
        Expect("wrote d at 4");
    }

    [Spec]
    public void Recovery_replays_no_more_events_than_it_may()
    {
        Close(OpenWith("a", "b", "c"));

        Start(recovery: new Recovery(SnapshotSelectionCriteria.Latest, long.MaxValue, replayMax: 1));

        Expect("replays a at 1, recovering True", "replayed", "recovered at 3, recovering False");
    }

    [Spec]
    public void Without_recovery_nothing_is_replayed_and_numbering_goes_on()
    {
        Close(OpenWith("a", "b"));

        var ledger = Open("recovered at 2, recovering False", recovery: Recovery.None);
        ledger.Tell(Ledger.Write("c"));

        Expect("wrote c at 3");
    }

    [Spec]
    public void An_event_that_cannot_be_read_fails_the_recovery_and_stops_the_actor()
    {
        Close(OpenWith(Line.Unreadable));

        var ledger = Watch(Start());

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
        Expect("recovery failed at 0 with nothing: This line cannot be read.", "stopped");
    }

    [Spec]
    public void A_recovery_handler_that_throws_fails_the_recovery_and_stops_the_actor()
    {
        var opened = OpenNew();
        opened.Tell(Ledger.Do(l => l.Persist("stumble", l.Written)));
        Expect("wrote stumble at 1");
        Close(opened);

        var ledger = Watch(Start());

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
        Expect("recovery failed at 1 with stumble: I stumble.", "stopped");
    }

    [Spec]
    public void A_restarted_actor_recovers_before_it_takes_what_was_in_its_mailbox()
    {
        var ledger = OpenWith("a");

        ledger.Tell(Ledger.Do(_ => throw new InvalidOperationException("a blot")));
        ledger.Tell("next");

        Expect(
            "restarts for a blot",
            "stopped",
            "replays a at 1, recovering True",
            "replayed",
            "recovered at 1, recovering False",
            "command next");
    }

    [Spec]
    public void A_handler_that_throws_restarts_the_actor_and_the_event_stays_persisted()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l => l.Persist(new Line("a"), _ => throw new InvalidOperationException("a blot"))));
        ledger.Tell("next");

        Expect(
            "restarts for a blot",
            "stopped",
            "replays a at 1, recovering True",
            "replayed",
            "recovered at 1, recovering False",
            "command next");
    }

    [Spec]
    public void What_was_stashed_while_persisting_survives_a_restart_in_order()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l =>
        {
            l.Persist(new Line("a"), _ => throw new InvalidOperationException("a blot"));
            l.Self().Tell("one");
            l.Self().Tell("two");
        }));

        Expect(
            "restarts for a blot",
            "stopped",
            "replays a at 1, recovering True",
            "replayed",
            "recovered at 1, recovering False",
            "command one",
            "command two");
    }

    [Spec]
    public void An_actor_without_an_id_does_not_start()
    {
        var ledger = Watch(Sys.ActorOf(Ledger.Props(null!, Reader)));

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
    }
}
