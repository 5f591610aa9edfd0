using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// A call: its parties and what it is about to do. The actor that owns it holds one value and replaces it turn by turn.
/// </summary>
public sealed record Call
{
    /// <summary>A call without parties, for who restores one.</summary>
    public Call()
    {
        (Parties, Rings) = ([], []);
        (NextPartyID, NextRing) = (1, 1);
        (Errand, Seldom) = (Errand.None.Instance, SeldomOfCall.None);
    }

    /// <summary>The call as a turn leaves it.</summary>
    [SetsRequiredMembers]
    internal Call(ref CallTurn turn)
    {
        Plan = turn.Plan;
        Header = turn.Header;
        Phase = turn.Phase;
        Parties = turn.Parties;
        Rings = turn.Rings;
        NextPartyID = turn.NextPartyID;
        NextRing = turn.NextRing;
        Sequence = turn.Sequence;
        Errand = turn.Errand;
        Seldom = turn.Seldom;
    }

    /// <summary>The numbers of the switch, for whom a dialed number means.</summary>
    public required SwitchPlan Plan { get; init; }

    public required CallHeader Header { get; init; }

    public required CallPhase Phase { get; init; }

    /// <summary>In the order in which they joined.</summary>
    public ImmutableArray<Party> Parties { get; init; }

    /// <summary>The alertings that still have a party.</summary>
    public ImmutableArray<Ring> Rings { get; init; }

    /// <summary>The party IDs of the members of the lines that joined the call, kept for the whole of it (chapter 0).</summary>
    public ImmutableArray<ReservedID> PartyIDs
    {
        get => Seldom.PartyIDs;
        init => Seldom = Seldom with { PartyIDs = value };
    }

    public int NextPartyID { get; init; }

    public int NextRing { get; init; }

    /// <summary>The members of shared lines that ever rang in this call: a late answer of one is 496, not 470 (chapter 8).</summary>
    public ImmutableArray<string> Alerted
    {
        get => Seldom.Alerted;
        init => Seldom = Seldom with { Alerted = value };
    }

    /// <summary>The call's user data; null: none.</summary>
    public KVList? UserData
    {
        get => Seldom.UserData;
        init => Seldom = Seldom with { UserData = value };
    }

    /// <summary>The last EventSequenceNumber of the call's monitoring.</summary>
    public long Sequence { get; init; }

    /// <summary>What the call waits for; while it waits, other inputs queue.</summary>
    public Errand Errand { get; init; }

    /// <summary>Inputs that came while the call was on an errand, in order.</summary>
    public ImmutableQueue<CallInput> Waiting
    {
        get => Seldom.Waiting;
        init => Seldom = Seldom with { Waiting = value };
    }

    internal SeldomOfCall Seldom { get; private init; }

    public Party? PartyOf(string dn) => Parties.Of(dn);
}

/// <summary>What calls without user data and on no shared line have not, and what others have for a moment: calls without it share one object.</summary>
internal sealed record SeldomOfCall(
    ImmutableArray<ReservedID> PartyIDs, ImmutableArray<string> Alerted, KVList? UserData, ImmutableQueue<CallInput> Waiting)
{
    public static SeldomOfCall None { get; } = new([], [], UserData: null, ImmutableQueue<CallInput>.Empty);
}

/// <summary>The party ID of a member of a line that has joined a call.</summary>
public sealed record ReservedID(string Dn, int Id);

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
