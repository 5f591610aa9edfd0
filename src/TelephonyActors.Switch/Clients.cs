using System.Collections.Concurrent;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>The connected clients by number, and who waits for the outcome of an action at a phone.</summary>
internal sealed class Clients : IDeliveries
{
    private readonly ConcurrentDictionary<int, IClientListener> _listeners = [];
    private readonly ConcurrentDictionary<long, Action<PhoneOutcome>> _acts = [];
    private int _lastClient;
    private long _lastAct;

    /// <summary>Numbers count on from those of the past, before the first client of the present.</summary>
    public void GoOn(int lastClient, long lastAct) => (_lastClient, _lastAct) = (lastClient, lastAct);

    public int Add(IClientListener listener)
    {
        var client = Interlocked.Increment(ref _lastClient);
        _listeners[client] = listener;
        return client;
    }

    public bool Remove(int client) => _listeners.TryRemove(client, out _);

    /// <summary>To one client; one that has gone hears nothing.</summary>
    public void Deliver(int client, TEvent heard)
    {
        if (_listeners.TryGetValue(client, out var listener)) listener.Hear(heard);
    }

    public void DeliverToAll(TEvent heard)
    {
        foreach (var (_, listener) in _listeners) listener.Hear(heard);
    }

    public long Begin(Action<PhoneOutcome> outcome)
    {
        var act = Interlocked.Increment(ref _lastAct);
        _acts[act] = outcome;
        return act;
    }

    public void Complete(long act, PhoneOutcome outcome)
    {
        if (_acts.TryRemove(act, out var waiting)) waiting(outcome);
    }
}
