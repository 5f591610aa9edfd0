using System.Threading.Channels;
using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>The actor behind a test kit: queues what it receives for the test to look at.</summary>
internal sealed class InternalTestActor(ChannelWriter<MessageEnvelope> queue, TaskCompletionSource ready) : UntypedActor
{
    private Func<object, bool> _ignore;
    private AutoPilot _autoPilot;

    protected override void PreStart() => CallingThreadDispatcher.ReportEndOfTurn(ready);

    protected override void OnReceive(object message)
    {
        if (message is ITestActorCommand command)
            Handle(command);
        else
            Queue(message);
    }

    private void Handle(ITestActorCommand command)
    {
        switch (command)
        {
            case SetIgnore ignore:
                _ignore = ignore.Ignore;
                break;
            case SetAutoPilot pilot:
                _autoPilot = pilot.AutoPilot;
                break;
            case WatchActor watch:
                Context.Watch(watch.Actor);
                watch.Done.SetResult();
                break;
            case UnwatchActor unwatch:
                Context.Unwatch(unwatch.Actor);
                unwatch.Done.SetResult();
                break;
        }
    }

    private void Queue(object message)
    {
        var next = _autoPilot?.Run(Sender, message);
        if (next is not KeepRunning)
            _autoPilot = next;
        if (_ignore == null || !_ignore(message))
            queue.TryWrite(new RealMessageEnvelope(message, Sender));
    }
}

/// <summary>What a test kit, and nobody else, tells its test actor.</summary>
internal interface ITestActorCommand
{
}

internal sealed record SetIgnore(Func<object, bool> Ignore) : ITestActorCommand;

internal sealed record SetAutoPilot(AutoPilot AutoPilot) : ITestActorCommand;

internal sealed record WatchActor(IActorRef Actor, TaskCompletionSource Done) : ITestActorCommand;

internal sealed record UnwatchActor(IActorRef Actor, TaskCompletionSource Done) : ITestActorCommand;
