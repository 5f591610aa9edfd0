using System.Threading.Channels;
using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

/// <summary>An actor that lets a test see, in order, what it is sent.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<(object Message, IActorRef Sender)> _received = Channel.CreateUnbounded<(object, IActorRef)>();

    public Probe(ActorSystem system, string? name = null)
    {
        Ref = system.ActorOf(Props.CreateBy(new Producer<ProbeActor>(() => new ProbeActor(_received.Writer))), name!);
    }

    public IActorRef Ref { get; }

    public IActorRef LastSender { get; private set; } = ActorRefs.Nobody;

    public async Task<object> Next()
    {
        var (message, sender) = await _received.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        LastSender = sender;
        return message;
    }

    public async Task<T> Next<T>() => Assert.IsAssignableFrom<T>(await Next());

    /// <summary>Asserts what arrives next, message by message.</summary>
    public async Task Expect(params object[] messages)
    {
        foreach (var message in messages)
            Assert.Equal(message, await Next());
    }

    /// <summary>Asserts that nothing has arrived but what has been read, as of a message sent now.</summary>
    public async Task ExpectNoMore()
    {
        var end = new object();
        Ref.Tell(end, ActorRefs.NoSender);
        Assert.Same(end, await Next());
    }

    private sealed class ProbeActor(ChannelWriter<(object, IActorRef)> received) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is WatchFor watch)
            {
                Context.Watch(watch.Subject);
                Sender.Tell(Watching.Instance);
                return;
            }

            received.TryWrite((message, Sender));
        }
    }

    /// <summary>Makes the probe watch an actor; done when it does.</summary>
    public Task Watch(IActorRef subject) => Ref.Ask<Watching>(new WatchFor(subject)).WaitAsync(Patience);

    private sealed record WatchFor(IActorRef Subject);

    private sealed class Watching
    {
        public static readonly Watching Instance = new();
    }
}
