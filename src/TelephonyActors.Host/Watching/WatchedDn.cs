using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Watching;

/// <summary>A call at a DN: its state there, in the words of call monitoring, and the appearance that carries it.</summary>
internal sealed record CallAtDn(ConnID ConnID, PartyState State, CallType? CallType, string? OtherDN, long? Appearance);

/// <summary>One DN as its own events tell it (call models, invariant 9). Not for several threads at once.</summary>
internal sealed class WatchedDn(string number)
{
    private readonly List<CallAtDn> _calls = [];
    private readonly List<TEvent> _hookEvents = [];
    private ConnID? _released;

    public string Number { get; } = number;

    public IReadOnlyList<CallAtDn> Calls => _calls;

    public bool IsOffHook { get; private set; }

    public bool DoesNotDisturb { get; private set; }

    /// <summary>Where calls go instead, as EventForwardSet says it.</summary>
    public KVList? Forward { get; private set; }

    /// <summary>The appearance that it holds without a call.</summary>
    public long? Seized { get; private set; }

    /// <summary>Takes note of an event of this DN.</summary>
    /// <param name="heard">The event.</param>
    /// <param name="file">Is told the event, and those of the hook that belong to it, with the call to which they belong.</param>
    public void Note(TEvent heard, Action<ConnID, TEvent> file)
    {
        if (heard.ConnID is { } connID) NoteCall(heard, connID, file);
        else NoteDn(heard, file);
    }

    private void NoteCall(TEvent heard, ConnID connID, Action<ConnID, TEvent> file)
    {
        // What the hook did just before was for this call.
        foreach (var before in _hookEvents) file(connID, before);
        _hookEvents.Clear();
        file(connID, heard);

        _released = heard.Event == EventName.EventReleased ? connID : null;
        if (heard is { Event: EventName.EventPartyChanged, PreviousConnID: { } previous } && previous != connID) Rename(previous, connID);
        if (heard.Event is EventName.EventReleased or EventName.EventAbandoned) Remove(connID);
        else if (StateAfter(heard.Event) is { } state) Put(heard, connID, state);
    }

    private void NoteDn(TEvent heard, Action<ConnID, TEvent> file)
    {
        switch (heard.Event)
        {
            case EventName.EventOffHook:
                IsOffHook = true;
                _hookEvents.Add(heard);
                break;
            case EventName.EventPrivateInfo:
                Seized = Appearance(heard);
                _hookEvents.Add(heard);
                break;
            case EventName.EventOnHook:
                (IsOffHook, Seized) = (false, null);
                _hookEvents.Clear();
                if (_released is { } connID) file(connID, heard);
                break;
            case EventName.EventDNDOn: DoesNotDisturb = true; break;
            case EventName.EventDNDOff: DoesNotDisturb = false; break;
            case EventName.EventForwardSet: Forward = heard.Extensions?["Forward"] as KVList; break;
            case EventName.EventForwardCancel: Forward = null; break;
            case EventName.EventRegistered: Begin(heard.Extensions ?? KVList.Empty); break;
        }
    }

    // What was there before the watch began, after a restart for example.
    private void Begin(KVList described)
    {
        DoesNotDisturb = described["DND"] is true;
        Forward = described["Forward"] as KVList;
        if (described["Calls"] is not System.Collections.Immutable.ImmutableArray<object> calls) return;
        foreach (var call in calls.OfType<KVList>())
        {
            if (ConnID.TryParse(call["ConnID"] as string, out var connID)
                && Words.TryParse<PartyState>(call["State"] as string, out var state)
                && Words.TryParse<CallType>(call["CallType"] as string, out var type))
                _calls.Add(new CallAtDn(connID, state, type, null, AppearanceOf(call)));
        }

        IsOffHook = _calls.Exists(call => call.State != PartyState.Alerting);
    }

    private void Put(TEvent heard, ConnID connID, PartyState state)
    {
        Seized = heard.Event == EventName.EventDialing ? null : Seized;
        var at = _calls.FindIndex(call => call.ConnID == connID);
        var appearance = Appearance(heard) ?? (at < 0 ? null : _calls[at].Appearance);
        var call = new CallAtDn(connID, state, heard.CallType, heard.OtherDN, appearance);
        if (at < 0) _calls.Add(call);
        else _calls[at] = call;
    }

    private void Remove(ConnID connID)
    {
        _calls.RemoveAll(call => call.ConnID == connID);
        if (_calls.TrueForAll(call => call.State == PartyState.Alerting)) IsOffHook = Seized is not null;
    }

    private void Rename(ConnID from, ConnID to)
    {
        var at = _calls.FindIndex(call => call.ConnID == from);
        if (at >= 0) _calls[at] = _calls[at] with { ConnID = to };
    }

    /// <summary>Takes note of who is in a call that was there before the watch began.</summary>
    /// <returns>The call at this DN; null: it has left meanwhile.</returns>
    public CallAtDn? Restore(ConnID connID, IReadOnlyList<WatchedParty> parties)
    {
        var at = _calls.FindIndex(call => call.ConnID == connID);
        if (at < 0) return null;
        if (_calls[at].OtherDN is null && parties.Where(party => party.DN != Number).ToList() is [var other])
            _calls[at] = _calls[at] with { OtherDN = other.DN };
        return _calls[at];
    }

    private static PartyState? StateAfter(EventName heard) => heard switch
    {
        EventName.EventDialing => PartyState.ConnectedDialing,
        EventName.EventRinging => PartyState.Alerting,
        EventName.EventEstablished or EventName.EventRetrieved => PartyState.Connected,
        EventName.EventHeld => PartyState.Held,
        EventName.EventDestinationBusy => PartyState.Busy,
        _ => null,
    };

    private static long? Appearance(TEvent heard) => AppearanceOf(heard.Extensions);

    private static long? AppearanceOf(KVList? pairs) => pairs?["AppearanceIndex"] switch
    {
        long index => index,
        int index => index,
        _ => null,
    };
}
