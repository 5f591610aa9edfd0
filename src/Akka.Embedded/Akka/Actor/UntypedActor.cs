namespace Akka.Actor;

/// <summary>An actor with one method for all messages, which calls Unhandled for those it does not know.</summary>
public abstract class UntypedActor : ActorBase
{
    protected new static IUntypedActorContext Context => (IUntypedActorContext)ActorBase.Context;

    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    protected abstract void OnReceive(object message);

    protected void Become(UntypedReceive receive) => Context.Become(receive);

    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);
}
