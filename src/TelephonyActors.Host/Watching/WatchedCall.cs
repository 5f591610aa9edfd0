using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Watching;

/// <summary>A party as call monitoring tells it.</summary>
internal sealed record WatchedParty(int PartyID, string DN, PartyState State)
{
    /// <summary>A party as EventPartyInfo describes it (call models, chapter 8).</summary>
    public static WatchedParty Of(KVList described) => new(
        Convert.ToInt32(described["PartyID"], CultureInfo.InvariantCulture),
        (string)described["DN"]!,
        Words.TryParse<PartyState>(described["State"] as string, out var state) ? state : default);
}

/// <summary>What is known of a call at one moment.</summary>
/// <param name="ConnID">The call.</param>
/// <param name="Newest">An event that bears its CallUUID, CallID and CallType.</param>
/// <param name="Begun">When its first event was reported; null: before the watch began.</param>
/// <param name="Ended">When it was deleted; null: it lives.</param>
/// <param name="Parties">The parties that are in it.</param>
/// <param name="EverParty">The DNs that are or were in it, in the order of their parties.</param>
/// <param name="EventCount">How many events it has had.</param>
internal sealed record CallSnapshot(
    ConnID ConnID,
    TEvent Newest,
    DateTimeOffset? Begun,
    DateTimeOffset? Ended,
    ImmutableArray<WatchedParty> Parties,
    ImmutableArray<string> EverParty,
    int EventCount);

/// <summary>One call as its events tell it, with the events themselves. Not for several threads at once.</summary>
internal sealed class WatchedCall(ConnID connID, TEvent first)
{
    private readonly List<WatchedParty> _parties = [];
    private readonly List<(string DN, int PartyID)> _everParty = [];
    private readonly List<TEvent> _events = [];
    private readonly DateTimeOffset? _begun = first.Event == EventName.EventPartyInfo ? null : first.Time;
    private TEvent _newest = first;
    private DateTimeOffset? _ended;
    private int _count;

    /// <summary>Whether call monitoring has told of it.</summary>
    public bool IsCreated { get; private set; }

    public bool IsLive => _ended is null;

    /// <summary>How many events are kept.</summary>
    public int Kept => _events.Count;

    /// <summary>The events that are kept, in the order heard: within a column as reported, between columns causally.</summary>
    public ImmutableArray<TEvent> Events => [.. _events];

    public CallSnapshot Snapshot => new(
        connID, _newest, _begun, _ended, [.. _parties], [.. _everParty.OrderBy(met => met.PartyID).Select(met => met.DN)], _count);

    /// <summary>Takes note of an event of this call.</summary>
    /// <param name="heard">The event.</param>
    /// <param name="keep">Whether there is room for it.</param>
    public void Note(TEvent heard, bool keep)
    {
        _count++;
        if (keep) _events.Add(heard);
        if (heard.CallUUID is not null && heard.ConnID == connID) _newest = heard;
        Meet(heard.DN, heard.PartyID);
        Meet(heard.ConnID is null ? null : heard.ThisDN, null);
        switch (heard.Event)
        {
            case EventName.EventCallCreated: IsCreated = true; break;
            case EventName.EventCallPartyAdded or EventName.EventCallPartyState: Put(heard); break;
            case EventName.EventCallPartyMoved when heard.ConnID == connID: Put(heard); break;
            case EventName.EventCallPartyMoved: _parties.RemoveAll(party => party.DN == heard.DN); break;
            case EventName.EventCallPartyDeleted: _parties.RemoveAll(party => party.PartyID == heard.PartyID); break;
            case EventName.EventCallDeleted: _ended = heard.Time; break;
        }
    }

    /// <summary>Takes over the parties of a call that was there before the watch began.</summary>
    public void Restore(IEnumerable<WatchedParty> parties)
    {
        IsCreated = true;
        foreach (var party in parties)
        {
            // What monitoring has told of a DN meanwhile is newer, also that it has left.
            if (_everParty.Exists(met => met.DN == party.DN && met.PartyID != int.MaxValue)) continue;
            Meet(party.DN, party.PartyID);
            _parties.Add(party);
        }
    }

    // In the order of their parties, though a DN's own events may come before monitoring's.
    private void Meet(string? dn, int? partyID)
    {
        if (dn is null) return;
        var at = _everParty.FindIndex(met => met.DN == dn);
        if (at < 0) _everParty.Add((dn, partyID ?? int.MaxValue));
        else if (_everParty[at].PartyID == int.MaxValue && partyID is { } id) _everParty[at] = (dn, id);
    }

    private void Put(TEvent heard)
    {
        if (heard is not { PartyID: { } id, DN: { } dn, State: { } state }) return;
        var at = _parties.FindIndex(party => party.PartyID == id);
        var party = new WatchedParty(id, dn, state);
        if (at < 0) _parties.Add(party);
        else _parties[at] = party;
    }
}
