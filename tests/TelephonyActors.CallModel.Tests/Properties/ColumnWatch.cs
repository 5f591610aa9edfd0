using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>One DN's column, event by event: what chapter 9 says of ringing, stays and sequence numbers (1, 2, 3, 7).</summary>
internal sealed class ColumnWatch(string dn)
{
    private static readonly EventName[] WithoutCall =
    [
        EventName.EventOffHook, EventName.EventOnHook, EventName.EventPrivateInfo,
        EventName.EventDNDOn, EventName.EventDNDOff, EventName.EventForwardSet, EventName.EventForwardCancel,
    ];

    private readonly Dictionary<ConnID, PartyState> _stays = [];
    private long _sequence;

    /// <summary>The calls the DN is in by its own column, and its state there (9.9).</summary>
    public IReadOnlyDictionary<ConnID, PartyState> Stays => _stays;

    public void See(TEvent happened)
    {
        if (happened.EventSequenceNumber != ++_sequence) Broken(7, happened, $"has number {happened.EventSequenceNumber} after {_sequence - 1}");
        if (happened.ThisDN != dn) Broken(0, happened, $"bears ThisDN {happened.ThisDN}");
        if (happened.ConnID is not { } connID)
        {
            if (!WithoutCall.Contains(happened.Event)) Broken(0, happened, "bears no ConnID");
            return;
        }

        switch (happened.Event)
        {
            case EventName.EventDialing: Begin(happened, PartyState.ConnectedDialing); break;
            case EventName.EventRinging: Begin(happened, PartyState.Alerting); break;
            case EventName.EventPartyChanged when happened.PreviousConnID != connID: Move(happened); break;
            case EventName.EventEstablished: Go(happened, PartyState.Connected, PartyState.Alerting, PartyState.ConnectedDialing); break;
            case EventName.EventDestinationBusy: Go(happened, PartyState.Busy, PartyState.ConnectedDialing); break;
            case EventName.EventHeld: Go(happened, PartyState.Held, PartyState.Connected); break;
            case EventName.EventRetrieved: Go(happened, PartyState.Connected, PartyState.Held); break;
            case EventName.EventAbandoned: Go(happened, null, PartyState.Alerting); break;
            case EventName.EventReleased: End(happened); break;
            case EventName.EventNetworkReached: Go(happened, PartyState.ConnectedDialing, PartyState.ConnectedDialing); break;
            case EventName.EventPartyDeleted when happened.OtherDN == dn: Broken(2, happened, "is about the DN itself"); break;
            default: StayOf(happened); break;
        }
    }

    private void Begin(TEvent happened, PartyState state)
    {
        if (!_stays.TryAdd(happened.ConnID!, state)) Broken(2, happened, $"begins a second stay, while {Words.Of(_stays[happened.ConnID!])}");
    }

    private void Move(TEvent happened)
    {
        if (!_stays.Remove(happened.PreviousConnID!, out var state)) Broken(3, happened, "comes from a call that the DN is not in");
        Begin(happened, state);
    }

    private void Go(TEvent happened, PartyState? to, params ReadOnlySpan<PartyState> from)
    {
        var state = StayOf(happened);
        if (!from.Contains(state)) Broken(1, happened, $"comes while {Words.Of(state)}");
        if (to is { } next) _stays[happened.ConnID!] = next;
        else _stays.Remove(happened.ConnID!);
    }

    private void End(TEvent happened)
    {
        StayOf(happened);
        _stays.Remove(happened.ConnID!);
    }

    private PartyState StayOf(TEvent happened)
    {
        if (!_stays.TryGetValue(happened.ConnID!, out var state)) Broken(3, happened, "comes while the DN is not in the call");
        return state;
    }

    private void Broken(int invariant, TEvent happened, string how) =>
        throw new InvariantBroken(invariant, $"on {dn}, {happened.Event} of {happened.ConnID} {how}");
}
