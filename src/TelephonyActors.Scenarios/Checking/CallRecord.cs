using System.Runtime.InteropServices;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>The state of a DN in a call, by its own column (call models 9, invariant 9).</summary>
internal enum StayState
{
    /// <summary>The DN was in the call before its column was heard.</summary>
    Unclear,
    Ringing,
    Dialing,
    Busy,
    Held,
    Connected,
}

/// <summary>A DN's stay in a call, from EventDialing, EventRinging or the EventPartyChanged that brought it, to the DN's leaving.</summary>
internal sealed class Stay(string dn, CallRecord call, StayState state, long position)
{
    public string DN { get; } = dn;

    /// <summary>The call in which the DN is; an EventPartyChanged can take it to another.</summary>
    public CallRecord Call { get; set; } = call;

    public StayState State { get; set; } = state;

    /// <summary>The event that brought the state.</summary>
    public long Position { get; set; } = position;

    /// <summary>ThisDNRole, CallState and period of the EventRinging, where there was one: members alerted together have the same.</summary>
    public (DNRole? Role, CallState? CallState, int Period)? Rang { get; init; }

    /// <summary>Whether it rang with an AppearanceIndex: for its shared line.</summary>
    public bool RingsOnAppearance { get; init; }

    /// <summary>The EventEstablished that answered, and in which period.</summary>
    public (long Position, int Period)? Answered { get; set; }

    /// <summary>The role with which the DN was established.</summary>
    public DNRole? EstablishedAs { get; set; }

    /// <summary>An EventPartyChanged brought it from another call.</summary>
    public bool Moved { get; set; }

    public long? Appearance { get; set; }

    public long AppearancePosition { get; set; }

    /// <summary>The monitoring event that took the party away.</summary>
    public long? GoneByMonitoring { get; set; }
}

/// <summary>A party, as monitoring has added it.</summary>
internal sealed class Party(string dn, int id, PartyState state, long position)
{
    public string DN { get; } = dn;

    public int ID { get; } = id;

    public PartyState State { get; set; } = state;

    public long Position { get; set; } = position;

    public ConnID? MovedFrom { get; init; }
}

/// <summary>What both sides, the columns and monitoring, have told of one call; kept while either still has something of it.</summary>
internal sealed class CallRecord(ConnID connID)
{
    private List<(string DN, int Invariants)>? _reported;
    private List<(string DN, long Position)>? _left;
    private List<(string DN, bool MoreThanTwo)>? _deletions;
    private List<(TEvent Heard, long Position)>? _unconfirmed;
    private List<string>? _awaited;

    public ConnID ConnID { get; } = connID;

    public List<Stay> Stays { get; } = new(2);

    public List<Party> Parties { get; } = new(2);

    /// <summary>Monitoring has told of the call.</summary>
    public bool Known { get; set; }

    /// <summary>Monitoring has told of the call only since some later moment: nothing can be held against what it leaves out.</summary>
    public bool Partial { get; set; }

    /// <summary>Monitoring told of the call without EventCallCreated: how many of its events, 0 where it was created.</summary>
    public int Orphaned { get; set; }

    public bool Deleted { get; set; }

    public int PartiesEver { get; set; }

    public long LastMonitoring { get; set; }

    public CallType? CallType { get; set; }

    /// <summary>The number that was dialed.</summary>
    public string? Dialed { get; set; }

    /// <summary>The first event that tells that somebody answered.</summary>
    public long? Answered { get; set; }

    /// <summary>Who left by monitoring since the last rest, and whether more than two parties remained.</summary>
    public List<(string DN, bool MoreThanTwo)> Deletions => _deletions ??= [];

    /// <summary>EventPartyDeleted of columns that monitoring has not yet confirmed.</summary>
    public List<(TEvent Heard, long Position)> Unconfirmed => _unconfirmed ??= [];

    public bool HasUnconfirmed => _unconfirmed is { Count: > 0 };

    public bool HasDeletions => _deletions is { Count: > 0 };

    /// <summary>How many parties have left by monitoring before their columns told anything of the call.</summary>
    public int Awaited => _awaited?.Count ?? 0;

    /// <summary>Monitoring's parties are not to be relied on any more: something about them was wrong.</summary>
    public bool CountDoubtful { get; set; }

    public bool Judged => Known && !Partial && Orphaned != 1;

    public Stay? StayOf(string dn)
    {
        foreach (var stay in Stays)
            if (stay.DN == dn) return stay;
        return null;
    }

    public Party? PartyOf(string dn)
    {
        foreach (var party in Parties)
            if (party.DN == dn) return party;
        return null;
    }

    public Party? PartyOf(int id)
    {
        foreach (var party in Parties)
            if (party.ID == id) return party;
        return null;
    }

    /// <summary>The event with which a DN that was in the call last left it; null where it never did.</summary>
    public long? LeftAt(string dn)
    {
        if (_left is null) return null;
        foreach (var (left, position) in _left)
            if (left == dn) return position;
        return null;
    }

    /// <summary>The column of a DN has yet to tell that it was in the call.</summary>
    public void Await(string dn) => (_awaited ??= new(1)).Add(dn);

    public void Leave(string dn, long position)
    {
        _awaited?.Remove(dn);
        _left ??= new(2);
        foreach (ref var left in CollectionsMarshal.AsSpan(_left))
        {
            if (left.DN != dn) continue;
            left.Position = position;
            return;
        }

        _left.Add((dn, position));
    }

    /// <summary>Whether an invariant is reported for the first time for a DN in this call ("": for the call as a whole).</summary>
    public bool FirstReport(string dn, int invariant)
    {
        _reported ??= [];
        foreach (ref var known in CollectionsMarshal.AsSpan(_reported))
        {
            if (known.DN != dn) continue;
            var first = (known.Invariants & (1 << invariant)) == 0;
            known.Invariants |= 1 << invariant;
            return first;
        }

        _reported.Add((dn, 1 << invariant));
        return true;
    }
}
