using Akka.Actor;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

/// <summary>
/// A program with everything whose order Akka.NET could choose: subscribers of one event, children stopped by their parent, watchers,
/// a restart, stashed messages, timers of one moment. Its trace tells who did what when.
/// </summary>
internal static class BusyProgram
{
    public static IReadOnlyList<string> Run(Choice choice)
    {
        using var bench = new Bench(choice);
        bench.System.ActorOf(Props.CreateBy(new Producer<Root>(() => new Root(bench.Trace))), "root");
        bench.Simulation.Settle();
        bench.System.EventStream.Publish(new News("one"));
        bench.System.EventStream.Publish(new News("two"));
        bench.Simulation.Advance(TimeSpan.FromSeconds(5));
        bench.Trace.Add($"end {(bench.Simulation.Now - Bench.Epoch).TotalSeconds} s, {bench.Simulation.PendingTimers} timers");
        return bench.Trace;
    }

    private sealed record News(string Text);

    private sealed record Heard(string By, string Text);

    private sealed class Producer<T>(Func<T> produce) : IIndirectActorProducer
        where T : ActorBase
    {
        public Type ActorType => typeof(T);

        public ActorBase Produce() => produce();

        public void Release(ActorBase actor)
        {
        }
    }

    /// <summary>Creates and watches the readers, collects what they heard, and stops the readers together.</summary>
    private sealed class Root : ReceiveActor
    {
        private readonly List<string> _trace;
        private int _left = 5;

        public Root(List<string> trace)
        {
            _trace = trace;
            Receive<Heard>(heard => trace.Add($"root: {heard.By} heard {heard.Text}"));
            Receive<Terminated>(end =>
            {
                trace.Add($"root: {end.ActorRef.Path.Name} ended");
                _left--;
            });
            Receive<string>(text => trace.Add($"root: {text}, {_left} left"));
            Receive<IActorRef>(reader => Context.Watch(reader));
        }

        protected override void PreStart()
        {
            var desk = Context.ActorOf(Props.CreateBy(new Producer<Desk>(() => new Desk(_trace))), "desk");
            var hall = Context.ActorOf(
                Bench.Props((context, message) => Enter(context, message, desk), () => _trace.Add("hall stopped")), "hall");
            Context.WatchWith(hall, "hall closed");
            hall.Tell("open");
            Context.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(3), hall, PoisonPill.Instance, Self);
        }

        private void Enter(IUntypedActorContext hall, object message, IActorRef desk)
        {
            _trace.Add($"hall: {message}");
            foreach (var name in new[] { "ada", "bob", "cid", "dan", "eve" })
            {
                var reader = hall.ActorOf(Props.CreateBy(new Producer<Reader>(() => new Reader(_trace, desk))), name);
                hall.Parent.Tell(reader);
                hall.System.EventStream.Subscribe(reader, typeof(News));
            }
        }
    }

    /// <summary>Reports what it hears, twice; fails over the second news if it is named bob or eve, and is restarted.</summary>
    private sealed class Reader(List<string> trace, IActorRef desk) : UntypedActor
    {
        private string Name => Self.Path.Name;

        protected override void PreStart()
        {
            trace.Add($"{Name} started");
#pragma warning disable AK1004 // The system scheduler itself is under test: every reader, those that stop early too, has a message due.
            Context.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), Self, "clock", Self);
#pragma warning restore AK1004
        }

        protected override void PostStop() => trace.Add($"{Name} stopped");

        protected override void PreRestart(Exception reason, object message) => trace.Add($"{Name} restarts: {reason.Message}");

        protected override void PostRestart(Exception reason) => trace.Add($"{Name} restarted");

        protected override void OnReceive(object message)
        {
            var text = message is News news ? news.Text : $"{message}";
            trace.Add($"{Name}: {text}");
            desk.Tell(new Heard(Name, text));
            if (text == "two" && Name is ("bob" or "eve"))
                throw new InvalidOperationException($"{Name} dislikes two");
            Context.ActorSelection("../..").Tell(new Heard(Name, text));
        }
    }

    /// <summary>Stashes what it hears until the clock has struck for everybody, then writes it down.</summary>
    private sealed class Desk(List<string> trace) : UntypedActor, IWithUnboundedStash
    {
        private int _strokes;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            var heard = (Heard)message;
            if (heard.Text == "clock")
            {
                if (++_strokes == 5)
                    Stash.UnstashAll();
            }
            else if (_strokes < 5)
            {
                Stash.Stash();
            }
            else
            {
                trace.Add($"desk: {heard.By} {heard.Text}");
            }
        }
    }
}
