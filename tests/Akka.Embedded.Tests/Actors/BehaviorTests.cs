using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class BehaviorTests : Spec
{
    [Fact]
    public async Task Become_replaces_and_BecomeStacked_covers()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Moody(probe.Ref)));
        foreach (var message in new[] { "x", "become a", "x", "become b", "x", "unbecome", "x", "stack a", "stack b", "x", "unbecome", "x", "unbecome", "unbecome", "x" })
            actor.Tell(message);
        await probe.Expect("own x", "a x", "b x", "own x", "b x", "a x", "own x");
    }

    [Fact]
    public async Task A_restart_forgets_what_an_actor_has_become()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Moody(probe.Ref)));
        foreach (var message in new[] { "become a", "x", "fail", "x" })
            actor.Tell(message);
        await probe.Expect("a x", "own x");
    }

    [Fact]
    public async Task The_first_handler_that_fits_and_whose_predicate_agrees_handles()
    {
        var probe = MakeProbe();
        var actor = System.ActorOf(Of(() => new Typed(probe.Ref, "")));
        foreach (var message in new object[] { 1, 200, 3, "text", new ArgumentNullException("n"), new InvalidOperationException(), 2.0, 4.0, 'c' })
            actor.Tell(message);
        await probe.Expect("small 1", "large 200", "odd 3", "text text", "argument", "exception", "half 2", "any 4", "any c");
    }

    [Fact]
    public async Task Instances_that_share_their_handlers_keep_their_state_apart()
    {
        var probe = MakeProbe();
        var actors = Enumerable.Range(0, 100).Select(i => System.ActorOf(Of(() => new Typed(probe.Ref, $"{i} ")))).ToArray();
        for (var i = 0; i < actors.Length; i++)
        {
            actors[i].Tell(1);
            await probe.Expect($"{i} small 1");
        }
    }

    [Fact]
    public async Task Handlers_may_capture_what_they_like()
    {
        var probe = MakeProbe();
        var one = System.ActorOf(Of(() => new Capturing(probe.Ref, "one")));
        var two = System.ActorOf(Of(() => new Capturing(probe.Ref, "two")));
        one.Tell("x");
        await probe.Expect("one x");
        two.Tell("x");
        await probe.Expect("two x");
        one.Tell(1);
        await probe.Expect("one any 1");
    }

    [Fact]
    public async Task Become_with_handlers_replaces_all_handlers()
    {
        var probe = MakeProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(UnhandledMessage));
        var actor = System.ActorOf(Of(() => new Switching(probe.Ref)));
        actor.Tell("x");
        await probe.Expect("off x");
        actor.Tell(true);
        actor.Tell("x");
        await probe.Expect("on x");
        actor.Tell(true);
        Assert.Equal(true, (await probe.Next<UnhandledMessage>()).Message);
        actor.Tell(false);
        actor.Tell("x");
        await probe.Expect("off x");
    }

    [Fact]
    public async Task Handlers_are_configured_in_the_constructor_or_in_Become_and_none_after_one_for_all()
    {
        var probe = MakeProbe();
        System.ActorOf(Of(() => new Misconfigured(probe.Ref))).Tell("x");
        await probe.Next<InvalidOperationException>();
        await probe.Next<InvalidOperationException>();
    }

    private sealed class Moody(IActorRef report) : UntypedActor
    {
        protected override void OnReceive(object message) => Handle("own", message);

        private void Handle(string mood, object message)
        {
            switch ((string)message)
            {
                case "fail":
                    throw new InvalidOperationException();
                case "unbecome":
                    UnbecomeStacked();
                    break;
                case ['b', .., var next]:
                    Become(m => Handle(next.ToString(), m));
                    break;
                case ['s', .., var next]:
                    BecomeStacked(m => Handle(next.ToString(), m));
                    break;
                default:
                    report.Tell($"{mood} {message}");
                    break;
            }
        }
    }

    private sealed class Typed : ReceiveActor
    {
        private readonly IActorRef _report;
        private readonly string _name;

        public Typed(IActorRef report, string name)
        {
            _report = report;
            _name = name;
            Receive<int>(i => Say($"odd {i}"), i => i == 3);
            Receive<int>(i => i > 100, i => Say($"large {i}"));
            Receive<int>(i => Say($"small {i}"));
            Receive<string>(OnText);
            Receive<ArgumentException>(_ => Say("argument"));
            Receive<Exception>(_ => Say("exception"));
            Receive<double>(d =>
            {
                if (d > 3)
                    return false;
                Say($"half {d}");
                return true;
            });
            ReceiveAny(m => Say($"any {m}"));
        }

        private void OnText(string text) => Say($"text {text}");

        private void Say(string text) => _report.Tell(_name + text);
    }

    private sealed class Capturing : ReceiveActor
    {
        public Capturing(IActorRef report, string name)
        {
            Receive<string>(text => report.Tell($"{name} {text}"));
            ReceiveAny(message => report.Tell($"{name} any {message}"));
        }
    }

    private sealed class Switching : ReceiveActor
    {
        private readonly IActorRef _report;

        public Switching(IActorRef report)
        {
            _report = report;
            Receive<string>(text => _report.Tell($"off {text}"));
            Receive<bool>(_ => BecomeStacked(On));
        }

        private void On()
        {
            Receive<string>(text => _report.Tell($"on {text}"));
            Receive<bool>(_ => UnbecomeStacked(), on => !on);
        }
    }

    private sealed class Misconfigured : ReceiveActor
    {
        private readonly IActorRef _report;

        public Misconfigured(IActorRef report)
        {
            _report = report;
            ReceiveAny(_ => Try(() => Receive<int>(_ => { })));
            Try(() => Receive<string>(_ => { }));
        }

        private void Try(Action configure)
        {
            try
            {
                configure();
            }
            catch (Exception e)
            {
                _report.Tell(e);
            }
        }
    }
}
