using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Ledgers;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    [Spec]
    public void What_was_persisted_is_replayed_in_order()
    {
        Close(OpenWith("a", "b", "c"));

        Start();

        Expect(
            "replays a at 1, recovering True",
            "replays b at 2, recovering True",
            "replays c at 3, recovering True",
            "replayed",
            "recovered at 3, recovering False");
    }

    [Spec]
    public void Sequence_numbers_go_on_after_recovery()
    {
        Close(OpenWith("a"));

        var ledger = Start();
        Expect("replays a at 1, recovering True", "replayed", "recovered at 1, recovering False");
        ledger.Tell(Ledger.Write("b"));

        Expect("wrote b at 2");
    }

    [Spec]
    public void Commands_wait_until_the_handler_of_Persist_has_run()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Write("a"));
        ledger.Tell("one");
        ledger.Tell(Ledger.Write("b"));
        ledger.Tell("two");

        Expect("wrote a at 1", "command one", "wrote b at 2", "command two");
    }

    [Spec]
    public void Several_Persists_of_a_command_run_their_handlers_in_order_before_the_next_command()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l =>
        {
            l.Persist(new Line("a"), l.Written);
            l.PersistAll([new Line("b"), new Line("c")], l.Written);
            l.Persist(new Line("d"), l.Written);
            l.Tell("command done");
        }));
        ledger.Tell("next");

        Expect("command done", "wrote a at 1", "wrote b at 2", "wrote c at 3", "wrote d at 4", "command next");
    }

    [Spec]
    public void PersistAll_of_nothing_persists_nothing()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l => l.PersistAll(Array.Empty<Line>(), l.Written)));
        ledger.Tell("next");

        Expect("command next");
    }

    [Spec]
    public void A_handler_persists_more_before_the_next_command()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l => l.Persist(new Line("a"), a =>
        {
            l.Written(a);
            l.Persist(new Line("b"), l.Written);
        })));
        ledger.Tell("next");

        Expect("wrote a at 1", "wrote b at 2", "command next");
    }

    [Spec]
    public void The_sender_of_the_command_is_the_sender_in_the_handler()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l => l.Persist(new Line("a"), l.Answer)), TestActor);

        ExpectMsg(new Line("a"), TimeSpan.FromSeconds(15));
    }

    [Spec]
    public void PersistAsync_lets_commands_pass_and_keeps_the_order_of_its_handlers()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l =>
        {
            l.PersistAsync(new Line("a"), l.Written);
            l.PersistAsync(new Line("b"), l.Written);
            l.Self().Tell("next");
        }));

        var seen = Enumerable.Range(0, 3).Select(_ => Reader.ExpectMsg<string>(TimeSpan.FromSeconds(15))).ToList();
        Assert.Equal(["wrote a at 1", "wrote b at 2"], seen.Where(m => m.StartsWith("wrote", StringComparison.Ordinal)));
        Assert.Contains("command next", seen);
    }

    [Spec]
    public void DeferAsync_runs_after_what_was_persisted_before_it_and_is_not_replayed()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l =>
        {
            l.DeferAsync("first", l.Tell);
            l.Tell("command");
            l.PersistAsync(new Line("a"), l.Written);
            l.DeferAsync("second", l.Tell);
        }));
        Expect("first", "command", "wrote a at 1", "second");
        Close(ledger);

        Start();
        Expect("replays a at 1, recovering True", "replayed", "recovered at 1, recovering False");
    }

    [Spec]
    public void Deferred_and_persisted_of_one_command_keep_their_order_across_commands()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l =>
        {
            l.Persist(new Line("a"), l.Written);
            l.DeferAsync("after a", l.Tell);
        }));
        ledger.Tell("next");

        Expect("wrote a at 1");
        Assert.Equal(
            ["after a", "command next"],
            Enumerable.Range(0, 2).Select(_ => Reader.ExpectMsg<string>(TimeSpan.FromSeconds(15))).Order());
    }

    [Spec]
    public void What_the_user_stashed_comes_back_before_what_the_kernel_stashed()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l => l.StashNext()));
        ledger.Tell("stashed");
        ledger.Tell(Ledger.Do(l => l.Persist(new Line("a"), a =>
        {
            l.Written(a);
            l.Stash.UnstashAll();
        })));
        ledger.Tell("later");

        Expect("wrote a at 1", "command stashed", "command later");
    }

    [Spec]
    public void Become_changes_the_behaviour_of_commands()
    {
        var ledger = OpenNew();

        ledger.Tell(Ledger.Do(l => l.Persist(new Line("a"), a =>
        {
            l.Written(a);
            l.Retire();
        })));
        ledger.Tell("one");

        Expect("wrote a at 1", "retired: one");
    }

    [Spec]
    public void Many_actors_persist_at_the_same_time_and_each_recovers_its_own()
    {
        const int actors = 60;
        var lines = Enumerable.Range(1, 5).Select(n => $"{n}").ToArray();
        var ledgers = Enumerable.Range(0, actors).Select(n => Sys.ActorOf(Ledger.Props($"ledger-{n}", ActorRefs.Nobody))).ToList();
        foreach (var line in lines)
        {
            foreach (var ledger in ledgers)
                ledger.Tell(Ledger.Write(line));
        }

        ExpectLines(ledgers);
        Assert.Equal([$"{actors * lines.Length}"], Database.Query("SELECT count(*) FROM journal"));
        foreach (var ledger in ledgers)
        {
            Watch(ledger);
            ledger.Tell(PoisonPill.Instance);
            ExpectTerminated(ledger);
        }

        ExpectLines([.. Enumerable.Range(0, actors).Select(n => Sys.ActorOf(Ledger.Props($"ledger-{n}", ActorRefs.Nobody)))]);

        void ExpectLines(List<IActorRef> all)
        {
            foreach (var ledger in all)
            {
                ledger.Tell(Ledger.Do(l => l.Answer(l.Lines)), TestActor);
                ExpectMsg(string.Join(' ', lines), TimeSpan.FromSeconds(30));
            }
        }
    }
}
