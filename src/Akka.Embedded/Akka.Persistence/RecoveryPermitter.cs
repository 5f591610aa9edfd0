using Akka.Actor;

namespace Akka.Persistence;

/// <summary>Asks for the permission to recover.</summary>
internal sealed class RequestRecoveryPermit
{
    public static readonly RequestRecoveryPermit Instance = new();
}

/// <summary>Permits to recover.</summary>
internal sealed class RecoveryPermitGranted
{
    public static readonly RecoveryPermitGranted Instance = new();
}

/// <summary>The recovery has ended.</summary>
internal sealed class ReturnRecoveryPermit
{
    public static readonly ReturnRecoveryPermit Instance = new();
}

/// <summary>Lets only so many actors recover at a time, and shields the database with it.</summary>
internal sealed class RecoveryPermitter(int maxPermits) : UntypedActor
{
    private readonly LinkedList<IActorRef> _pending = [];
    private int _used;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RequestRecoveryPermit:
                Context.Watch(Sender);
                if (_used < maxPermits)
                    Grant(Sender);
                else
                    _pending.AddLast(Sender);
                break;
            case ReturnRecoveryPermit:
                Return(Sender);
                break;
            case Terminated terminated when !_pending.Remove(terminated.ActorRef):
                Return(terminated.ActorRef);
                break;
        }
    }

    private void Grant(IActorRef actor)
    {
        _used++;
        actor.Tell(RecoveryPermitGranted.Instance);
    }

    private void Return(IActorRef actor)
    {
        _used--;
        Context.Unwatch(actor);
        if (_pending.First is not { } next)
            return;
        _pending.RemoveFirst();
        Grant(next.Value);
    }
}
