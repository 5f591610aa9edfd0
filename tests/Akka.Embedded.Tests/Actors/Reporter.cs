using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

/// <summary>A <see cref="Terminated"/> that somebody has received: sent on as it is, it would be swallowed.</summary>
public sealed record Seen(Terminated Terminated);

/// <summary>Fails when it arrives.</summary>
public sealed class Fail(Exception cause)
{
    public Fail()
        : this(new InvalidOperationException("as asked"))
    {
    }

    public Exception Cause => cause;
}

/// <summary>Has the receiver make a child; the answer is its reference.</summary>
public sealed record MakeChild(Props Props, string? Name = null);

/// <summary>Has the receiver do something in its own context.</summary>
public sealed record Perform(Action<IUntypedActorContext> Action);

/// <summary>An actor that reports its life and its messages, and does as it is told.</summary>
public class Reporter(IActorRef report, string name = "", SupervisorStrategy? strategy = null) : UntypedActor
{
    protected IActorRef Report => report;

    protected override SupervisorStrategy SupervisorStrategy() => strategy ?? base.SupervisorStrategy();

    protected override void PreStart() => report.Tell(name + "started");

    protected override void PostStop() => report.Tell(name + "stopped");

    protected override void PreRestart(Exception reason, object message)
    {
        report.Tell(name + "restarting");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        report.Tell(name + "restarted");
        base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Fail fail:
                throw fail.Cause;
            case MakeChild make:
                Sender.Tell(Context.ActorOf(make.Props, make.Name));
                break;
            case Perform action:
                action.Action(Context);
                break;
            case Terminated terminated:
                report.Tell(new Seen(terminated));
                break;
            default:
                report.Tell(message);
                break;
        }
    }
}
