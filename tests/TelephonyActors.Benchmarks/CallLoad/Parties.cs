using Akka.Actor;

namespace TelephonyActors.Benchmarks.CallLoad;

/// <summary>Dials, hangs up when the callee has answered, and dials again when the call is over and the callee free.</summary>
internal sealed class Caller(IActorRef callee) : UntypedActor
{
    private int _left;
    private int _ends;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Dial dial:
                _left = dial.Calls - 1;
                var call = Context.ActorOf(Props.CreateBy(new CallProducer(Self, callee)));
                call.Tell(new Begin(_left), Self);
                break;
            case Established established:
                established.Call.Tell(new Release(), Self);
                break;
            case Over over:
                Context.Stop(over.Call);
                Ended();
                break;
            case Free:
                Ended();
                break;
        }
    }

    private void Ended()
    {
        if (++_ends < 2) return;

        _ends = 0;
        if (_left > 0) Self.Tell(new Dial(_left), Self);
    }
}

/// <summary>Answers when it rings, and tells the caller when it is free again.</summary>
internal sealed class Callee : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Offer offer:
                offer.Call.Tell(new Accepted(), Self);
                break;
            case Ringing ringing:
                ringing.Call.Tell(new Answer(), Self);
                break;
            case Released released:
                released.Caller.Tell(new Free(), Self);
                break;
        }
    }
}

/// <summary>One call: tells both parties what happens, and publishes it.</summary>
internal sealed class Call(IActorRef caller, IActorRef callee) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Begin begin:
                Publish(begin.Number, 2);
                caller.Tell(new Dialing(Self), Self);
                callee.Tell(new Offer(Self), Self);
                break;
            case Accepted:
                Publish(0, 1);
                caller.Tell(new Ringing(Self), Self);
                callee.Tell(new Ringing(Self), Self);
                break;
            case Answer:
                Publish(0, 2);
                caller.Tell(new Established(Self), Self);
                callee.Tell(new Talking(Self), Self);
                break;
            case Release:
                Publish(0, 3);
                caller.Tell(new Released(caller), Self);
                callee.Tell(new Released(caller), Self);
                caller.Tell(new Over(Self), Self);
                break;
        }
    }

    private static void Publish(int number, int events)
    {
        var stream = Context.System.EventStream;
        for (var i = 0; i < events; i++) stream.Publish(new LoadEvent(number, i));
    }
}

internal sealed class CallProducer(IActorRef caller, IActorRef callee) : IIndirectActorProducer
{
    public Type ActorType => typeof(Call);

    public ActorBase Produce() => new Call(caller, callee);

    public void Release(ActorBase actor)
    {
    }
}

/// <summary>What is published of a call.</summary>
internal sealed record LoadEvent(int Number, int Step);

internal sealed record Dial(int Calls);

internal sealed record Begin(int Number);

internal sealed record Dialing(IActorRef Call);

internal sealed record Offer(IActorRef Call);

internal sealed record Accepted;

internal sealed record Ringing(IActorRef Call);

internal sealed record Answer;

internal sealed record Established(IActorRef Call);

internal sealed record Talking(IActorRef Call);

internal sealed record Release;

internal sealed record Released(IActorRef Caller);

internal sealed record Over(IActorRef Call);

internal sealed record Free;
