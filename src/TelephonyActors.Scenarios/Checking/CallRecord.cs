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

/// <summary>ThisDNRole, CallState and period of an EventRinging: members alerted together have the same.</summary>
internal readonly record struct Rang(DNRole? Role, CallState? CallState, int Period);

/// <summary>How positions are kept where there are many: one more than they are, 0 for none.</summary>
internal static class Positions
{
    /// <summary>Behind the four billionth event they are no longer told apart.</summary>
    public static uint Pack(long position) => (uint)Math.Min(position + 1, uint.MaxValue);
}

/// <summary>
/// A DN's stay in a call, from EventDialing, EventRinging or the EventPartyChanged that brought it, to the DN's leaving. A load has one for
/// every phone that is in a call, so that it is kept small: a position is one more than it is, and 0 is none; so is an appearance.
/// </summary>
internal sealed class Stay(string dn, CallRecord call, StayState state, long position)
{
    private const int HalfByte = 15;

    private uint _position = Positions.Pack(position);
    private uint _appearancePosition;
    private uint _answeredPosition;
    private uint _goneByMonitoring;
    private int _answeredPeriod;
    private int _rangPeriod;
    private int _appearance;

    // That it rang with is in the low half, that it was established with in the high one.
    private byte _roles;
    private byte _rangCallState;
    private byte _state = (byte)state;
    private Traits _traits;

    public string DN { get; } = dn;

    /// <summary>The call in which the DN is; an EventPartyChanged can take it to another.</summary>
    public CallRecord Call { get; set; } = call;

    public StayState State
    {
        get => (StayState)_state;
        set => _state = (byte)value;
    }

    /// <summary>The event that brought the state.</summary>
    public long Position
    {
        get => _position - 1L;
        set => _position = Positions.Pack(value);
    }

    /// <summary>Its EventRinging, where there was one.</summary>
    public Rang? Rang
    {
        get => Is(Traits.Rang) ? new Rang(RoleOf(_roles & HalfByte), _rangCallState == 0 ? null : (CallState)(_rangCallState - 1), _rangPeriod) : null;
        init
        {
            if (value is not { } rang) return;
            Set(Traits.Rang, true);
            _rangPeriod = rang.Period;
            _roles = (byte)((_roles & ~HalfByte) | Half(rang.Role));
            _rangCallState = rang.CallState is { } callState ? (byte)((int)callState + 1) : (byte)0;
        }
    }

    /// <summary>Whether it rang with an AppearanceIndex: for its shared line.</summary>
    public bool RingsOnAppearance
    {
        get => Is(Traits.RingsOnAppearance);
        init => Set(Traits.RingsOnAppearance, value);
    }

    /// <summary>The EventEstablished that answered, and in which period.</summary>
    public (long Position, int Period)? Answered
    {
        get => _answeredPosition == 0 ? null : (_answeredPosition - 1L, _answeredPeriod);
        set => (_answeredPosition, _answeredPeriod) = value is { } answered ? (Positions.Pack(answered.Position), answered.Period) : (0, 0);
    }

    /// <summary>The role with which the DN was established.</summary>
    public DNRole? EstablishedAs
    {
        get => RoleOf(_roles >> 4);
        set => _roles = (byte)((_roles & HalfByte) | (Half(value) << 4));
    }

    /// <summary>An EventPartyChanged brought it from another call.</summary>
    public bool Moved
    {
        get => Is(Traits.Moved);
        set => Set(Traits.Moved, value);
    }

    /// <summary>The appearance of its line, from 1.</summary>
    public long? Appearance
    {
        get => _appearance == 0 ? null : _appearance;
        set => _appearance = (int)value.GetValueOrDefault();
    }

    public long AppearancePosition
    {
        get => _appearancePosition - 1L;
        set => _appearancePosition = Positions.Pack(value);
    }

    /// <summary>The monitoring event that took the party away.</summary>
    public long? GoneByMonitoring
    {
        get => _goneByMonitoring == 0 ? null : _goneByMonitoring - 1L;
        set => _goneByMonitoring = value is { } gone ? Positions.Pack(gone) : 0;
    }

    private static DNRole? RoleOf(int packed) => packed == 0 ? null : (DNRole)(packed - 1);

    private static int Half(DNRole? role) => role is { } there ? (int)there + 1 : 0;

    private bool Is(Traits trait) => (_traits & trait) != 0;

    private void Set(Traits trait, bool value) => _traits = value ? _traits | trait : _traits & ~trait;

    [Flags]
    private enum Traits : byte
    {
        Rang = 1,
        RingsOnAppearance = 2,
        Moved = 4,
    }
}

/// <summary>A party, as monitoring has added it.</summary>
internal class Party(string dn, int id, PartyState state, long position)
{
    private byte _state = (byte)state;

    public string DN { get; } = dn;

    public int ID { get; } = id;

    public PartyState State
    {
        get => (PartyState)_state;
        set => _state = (byte)value;
    }

    public long Position { get; set; } = position;

    /// <summary>The call that it was taken from; null: it came by itself.</summary>
    public virtual ConnID? MovedFrom => null;
}

/// <summary>A party that another call has handed over.</summary>
internal sealed class MovedParty(string dn, int id, PartyState state, ConnID from, long position) : Party(dn, id, state, position)
{
    public override ConnID? MovedFrom => from;
}

/// <summary>What both sides, the columns and monitoring, have told of one call; kept while either still has something of it.</summary>
internal sealed class CallRecord(ConnID connID)
{
    private List<(string DN, long Position)>? _left;
    private Seldom? _seldom;
    private Few<Stay> _stays;
    private Few<Party> _parties;
    private uint _answered;
    private uint _lastMonitoring;
    private byte _callType;

    public ConnID ConnID { get; } = connID;

    public ref Few<Stay> Stays => ref _stays;

    public ref Few<Party> Parties => ref _parties;

    /// <summary>Monitoring has told of the call.</summary>
    public bool Known { get; set; }

    /// <summary>Monitoring has told of the call only since some later moment: nothing can be held against what it leaves out.</summary>
    public bool Partial { get; set; }

    /// <summary>Monitoring told of the call without EventCallCreated: how many of its events, 0 where it was created.</summary>
    public int Orphaned { get; set; }

    public bool Deleted { get; set; }

    public int PartiesEver { get; set; }

    public long LastMonitoring
    {
        get => _lastMonitoring - 1L;
        set => _lastMonitoring = Positions.Pack(value);
    }

    public CallType? CallType
    {
        get => _callType == 0 ? null : (CallType)(_callType - 1);
        set => _callType = value is { } type ? (byte)((int)type + 1) : (byte)0;
    }

    /// <summary>The number that was dialed.</summary>
    public string? Dialed { get; set; }

    /// <summary>The first event that tells that somebody answered.</summary>
    public long? Answered
    {
        get => _answered == 0 ? null : _answered - 1L;
        set => _answered = value is { } answered ? Positions.Pack(answered) : 0;
    }

    /// <summary>Who left by monitoring since the last rest, and whether more than two parties remained.</summary>
    public List<(string DN, bool MoreThanTwo)> Deletions => Rarely.Deletions;

    /// <summary>EventPartyDeleted of columns that monitoring has not yet confirmed.</summary>
    public List<(TEvent Heard, long Position)> Unconfirmed => Rarely.Unconfirmed;

    public bool HasUnconfirmed => _seldom is { Unconfirmed.Count: > 0 };

    public bool HasDeletions => _seldom is { Deletions.Count: > 0 };

    /// <summary>How many parties have left by monitoring before their columns told anything of the call.</summary>
    public int Awaited => _seldom?.Awaited.Count ?? 0;

    /// <summary>Monitoring's parties are not to be relied on any more: something about them was wrong.</summary>
    public bool CountDoubtful { get; set; }

    public bool Judged => Known && !Partial && Orphaned != 1;

    private Seldom Rarely => _seldom ??= new();

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
    public void Await(string dn) => Rarely.Awaited.Add(dn);

    public void Leave(string dn, long position)
    {
        _seldom?.Awaited.Remove(dn);
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
        foreach (ref var known in CollectionsMarshal.AsSpan(Rarely.Reported))
        {
            if (known.DN != dn) continue;
            var first = (known.Invariants & (1 << invariant)) == 0;
            known.Invariants |= 1 << invariant;
            return first;
        }

        Rarely.Reported.Add((dn, 1 << invariant));
        return true;
    }

    /// <summary>What most calls do not have: conferences, parties of which monitoring tells first, what is wrong.</summary>
    private sealed class Seldom
    {
        public List<(string DN, int Invariants)> Reported { get; } = [];

        public List<(string DN, bool MoreThanTwo)> Deletions { get; } = [];

        public List<(TEvent Heard, long Position)> Unconfirmed { get; } = [];

        public List<string> Awaited { get; } = [];
    }
}
