using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A path without an actor: what is sent there is a dead letter.</summary>
public class EmptyLocalActorRef : MinimalActorRef
{
    private readonly EventStream _eventStream;

    public EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    {
        Provider = provider;
        Path = path;
        _eventStream = eventStream;
    }

    public override ActorPath Path { get; }
    public override IActorRefProvider Provider { get; }

    public override void SendSystemMessage(ISystemMessage message) => SpecialHandle(message, Provider.DeadLetters);

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is null)
            throw new InvalidMessageException("Message is null");
        if (message is DeadLetter letter)
            SpecialHandle(letter.Message, letter.Sender);
        else if (!SpecialHandle(message, sender))
            Publish(new DeadLetter(message, SenderOrDeadLetters(sender), this));
    }

    /// <summary>Deals with what is more, or less, than a lost message; true if that was it.</summary>
    protected virtual bool SpecialHandle(object message, IActorRef sender)
    {
        switch (message)
        {
            case Watch watch:
                if (watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
                    NotifyAbsent(watch);
                return true;
            case Unwatch:
                return true;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null));
                return true;
            case ActorSelectionMessage { Message: Identify identify } selection:
                if (!selection.WildCardFanOut)
                    sender?.Tell(new ActorIdentity(identify.MessageId, null));
                return true;
            case ActorSelectionMessage { Message: IDeadLetterSuppression suppressed }:
                PublishSuppressed(suppressed, sender);
                return true;
            case ActorSelectionMessage selection:
                Publish(new DeadLetter(selection.Message, SenderOrDeadLetters(sender), this));
                return true;
            case IDeadLetterSuppression suppressed:
                PublishSuppressed(suppressed, sender);
                return true;
            default:
                return false;
        }
    }

    private protected static void NotifyAbsent(Watch watch) =>
        watch.Watcher.SendSystemMessage(
            new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));

    private protected void Publish(AllDeadLetters letter) => _eventStream.Publish(letter);

    private protected IActorRef SenderOrDeadLetters(IActorRef sender) => sender.IsNobody() ? Provider.DeadLetters : sender;

    private void PublishSuppressed(IDeadLetterSuppression message, IActorRef sender) =>
        Publish(new SuppressedDeadLetter(message, SenderOrDeadLetters(sender), this));
}

/// <summary>Where messages go that have nowhere to go; it publishes them on the event stream.</summary>
internal sealed class DeadLetterActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    : EmptyLocalActorRef(provider, path, eventStream)
{
    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case null:
                throw new InvalidMessageException("Message is null");
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, ActorRefs.Nobody));
                break;
            case DeadLetter letter:
                if (!SpecialHandle(letter.Message, letter.Sender))
                    Publish(letter);
                break;
            default:
                if (!SpecialHandle(message, sender))
                    Publish(new DeadLetter(message, SenderOrDeadLetters(sender), this));
                break;
        }
    }

    protected override bool SpecialHandle(object message, IActorRef sender)
    {
        if (message is not Watch watch)
            return base.SpecialHandle(message, sender);
        if (!watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
            NotifyAbsent(watch);
        return true;
    }
}
