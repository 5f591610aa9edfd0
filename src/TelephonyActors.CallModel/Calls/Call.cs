using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// A call: its parties and what it is about to do. The actor that owns it holds one value and replaces it turn by turn.
/// </summary>
public sealed record Call
{
    /// <summary>The numbers of the switch, for whom a dialed number means.</summary>
    public required SwitchPlan Plan { get; init; }

    public required CallHeader Header { get; init; }

    public required CallPhase Phase { get; init; }

    /// <summary>In the order in which they joined.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>The alertings that still have a party.</summary>
    public ImmutableArray<Ring> Rings { get; init; } = [];

    /// <summary>The party IDs of the members of the lines that joined the call, kept for the whole of it (chapter 0).</summary>
    public ImmutableDictionary<string, int> PartyIDs { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int NextPartyID { get; init; } = 1;

    public int NextRing { get; init; } = 1;

    /// <summary>The members of shared lines that ever rang in this call: a late answer of one is 496, not 470 (chapter 8).</summary>
    public ImmutableHashSet<string> Alerted { get; init; } = [];

    /// <summary>The call's user data; null: none.</summary>
    public KVList? UserData { get; init; }

    /// <summary>The last EventSequenceNumber of the call's monitoring.</summary>
    public long Sequence { get; init; }

    /// <summary>What the call waits for; while it waits, other inputs queue.</summary>
    public Errand Errand { get; init; } = Errand.None.Instance;

    /// <summary>Inputs that came while the call was on an errand, in order.</summary>
    public ImmutableQueue<CallInput> Waiting { get; init; } = [];

    public Party? PartyOf(string dn)
    {
        foreach (var party in Parties)
            if (party.Dn == dn) return party;
        return null;
    }

    public Ring RingOf(Party party) => Rings.First(ring => ring.Id == party.Ring);

    /// <summary>The alerting of a party; null while it only passes through that state (retrieve from another phone, barge-in).</summary>
    public Ring? RingOrNull(Party party)
    {
        foreach (var ring in Rings)
            if (ring.Id == party.Ring) return ring;
        return null;
    }

    /// <summary>Whether two alerting parties seek the same answer: when one has it, the other is released.</summary>
    public bool RingTogether(Party one, Party other) => one.Alerts && other.Alerts && RingOf(one).Quest == RingOf(other).Quest;

    /// <summary>
    /// The role of a target or of a member that retrieves: Destination (call models 0, OtherDN). But of a line's members at most one is
    /// established as Destination (call models 9.5): who comes beside such a one is a ConferenceMember.
    /// </summary>
    public DNRole RoleBeside(Seat? seat, string? leaving)
    {
        foreach (var party in Parties)
            if (seat is not null && party.Seat?.Line == seat.Line && party.Role == DNRole.Destination && party.Dn != leaving) return DNRole.ConferenceMember;
        return DNRole.Destination;
    }

    /// <summary>The seat on a line that a call carries, null where no party of the call is on that line.</summary>
    public Seat? SeatOn(string line)
    {
        foreach (var party in Parties)
            if (party.Seat is { } seat && seat.Line == line) return seat;
        return null;
    }
}

/// <summary>How far a call has come.</summary>
public abstract record CallPhase
{
    private CallPhase() { }

    /// <summary>A mute transfer's consultation that nobody knows of: it looks whether the number rings (chapter 5).</summary>
    public sealed record Silent(DialOrder Order) : CallPhase;

    /// <summary>Nobody has answered: the caller's other party is the number as dialed (chapter 0).</summary>
    public sealed record Dialing(string Dialed) : CallPhase;

    /// <summary>Nobody can be reached: the caller has heard EventDestinationBusy (chapter 1).</summary>
    public sealed record Unreachable(string Dialed) : CallPhase;

    public sealed record Answered : CallPhase
    {
        public static Answered Instance { get; } = new();
    }

    /// <summary>EventCallDeleted has been reported; whatever still comes finds no call.</summary>
    public sealed record Over : CallPhase
    {
        public static Over Instance { get; } = new();
    }

    /// <summary>Over as well, but its parties live on in another call, with their appearances.</summary>
    public sealed record JoinedInto(ConnID Held) : CallPhase;
}
