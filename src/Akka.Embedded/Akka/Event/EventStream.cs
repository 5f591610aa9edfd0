using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>
/// Publishes events to those who have subscribed to their type, a base type or an interface. Subscribers are told in the
/// order of their subscriptions, type by type; an actor that has stopped is unsubscribed.
/// </summary>
public class EventStream(bool debug) : LoggingBus
{
    private readonly Dictionary<Type, List<Subscription>> _channels = [];
    private readonly List<IActorRef> _waitingForUnsubscriber = [];

    // Who gets an event of a type; replaced as a whole by every change.
    private volatile ConcurrentDictionary<Type, IActorRef[]> _receivers = new();
    private volatile IActorRef _unsubscriber;

    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        TellUnsubscriber(subscriber);
        bool added;
        lock (_channels)
        {
            if (!_channels.TryGetValue(channel, out var subscriptions))
                _channels.Add(channel, subscriptions = []);
            added = !subscriptions.Exists(s => s.Subscriber.Equals(subscriber));
            if (added)
                subscriptions.Add(new Subscription(subscriber));
            _receivers = new();
        }

        if (debug)
            Publish(new Debug(nameof(EventStream), GetType(), $"subscribing {subscriber} to channel {channel}"));
        return added;
    }

    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (debug)
            Publish(new Debug(nameof(EventStream), GetType(), $"unsubscribing {subscriber} from channel {channel}"));
        _unsubscriber?.Tell(new EventStreamUnsubscriber.Forget(subscriber));
        lock (_channels)
        {
            var removed = _channels.TryGetValue(channel, out var subscriptions)
                ? subscriptions.RemoveAll(s => s.Subscriber.Equals(subscriber)) > 0
                : Except(subscriber, channel);
            _receivers = new();
            return removed;
        }
    }

    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (debug)
            Publish(new Debug(nameof(EventStream), GetType(), $"unsubscribing {subscriber} from all channels"));
        _unsubscriber?.Tell(new EventStreamUnsubscriber.Forget(subscriber));
        lock (_channels)
        {
            var removed = false;
            foreach (var subscriptions in _channels.Values)
                removed |= subscriptions.RemoveAll(s => s.Subscriber.Equals(subscriber)) > 0;
            _receivers = new();
            return removed;
        }
    }

    public override void Publish(object @event)
    {
        var type = @event.GetType();
        var receivers = _receivers;
        if (!receivers.TryGetValue(type, out var subscribers))
            subscribers = FindReceivers(type);
        foreach (var subscriber in subscribers)
            subscriber.Tell(@event);
    }

    internal void StartUnsubscriber(ActorSystemImpl system)
    {
        var props = Props.CreateBy(new FactoryProducer<EventStreamUnsubscriber>(() => new EventStreamUnsubscriber(this)))
            .WithDispatcher(Dispatchers.InternalDispatcherId);
        lock (_waitingForUnsubscriber)
        {
            _unsubscriber = system.SystemActorOf(props, "EventStreamUnsubscriber-1");
            foreach (var subscriber in _waitingForUnsubscriber)
                _unsubscriber.Tell(new EventStreamUnsubscriber.Register(subscriber));
            _waitingForUnsubscriber.Clear();
        }
    }

    private IActorRef[] FindReceivers(Type type)
    {
        lock (_channels)
        {
            var subscribers = _channels
                .Where(channel => channel.Key.IsAssignableFrom(type))
                .SelectMany(channel => channel.Value)
                .Where(subscription => !subscription.Excepts(type))
                .Select(subscription => subscription.Subscriber)
                .Distinct()
                .ToArray();
            _receivers[type] = subscribers;
            return subscribers;
        }
    }

    /// <summary>Unsubscribes from a type that was subscribed to only as part of a wider one.</summary>
    private bool Except(IActorRef subscriber, Type channel)
    {
        var affected = _channels
            .Where(c => c.Key.IsAssignableFrom(channel))
            .SelectMany(c => c.Value)
            .Where(s => s.Subscriber.Equals(subscriber))
            .ToList();
        affected.ForEach(s => s.Except(channel));
        return affected.Count > 0;
    }

    private void TellUnsubscriber(IActorRef subscriber)
    {
        lock (_waitingForUnsubscriber)
        {
            if (_unsubscriber is null)
                _waitingForUnsubscriber.Add(subscriber);
        }

        _unsubscriber?.Tell(new EventStreamUnsubscriber.Register(subscriber));
    }

    private sealed class Subscription(IActorRef subscriber)
    {
        private readonly List<Type> _exceptions = [];

        public IActorRef Subscriber => subscriber;

        public void Except(Type channel) => _exceptions.Add(channel);

        public bool Excepts(Type type) => _exceptions.Exists(e => e.IsAssignableFrom(type));
    }
}

/// <summary>Watches subscribers, and unsubscribes those that stop.</summary>
internal sealed class EventStreamUnsubscriber(EventStream eventStream) : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Register register:
                Context.Watch(register.Actor);
                return true;
            case Forget forget:
                Context.Unwatch(forget.Actor);
                return true;
            case Terminated terminated:
                eventStream.Unsubscribe(terminated.ActorRef);
                return true;
            default:
                return false;
        }
    }

    internal sealed record Register(IActorRef Actor);

    internal sealed record Forget(IActorRef Actor);
}
