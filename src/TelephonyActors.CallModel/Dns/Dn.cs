using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>
/// A DN: which clients registered it, its calls as its own column tells them, its phone, and what is asked of it. An external number
/// is one too, with nobody to hear it.
/// </summary>
public sealed record Dn
{
    /// <summary>A DN at rest.</summary>
    [SetsRequiredMembers]
    private Dn(DnProfile profile, string number)
    {
        (Profile, Number) = (profile, number);
        (Clients, Calls) = ([], []);
        (InHand, Seldom) = (InHand.Nothing.Instance, SeldomOfDn.None);
    }

    /// <summary>The DN as a turn leaves it.</summary>
    [SetsRequiredMembers]
    internal Dn(ref DnTurn turn)
    {
        (Profile, Number) = (turn.Profile, turn.Number);
        Clients = turn.Clients;
        Calls = turn.Calls;
        Sequence = turn.Sequence;
        Attempts = turn.Attempts;
        InHand = turn.InHand;
        Seldom = turn.Seldom;
    }

    /// <summary>What does not change.</summary>
    public required DnProfile Profile { get; init; }

    public required string Number { get; init; }

    public DnKind Kind => Profile.Kind;

    public int Lines => Profile.Lines;

    /// <summary>The number of the shared line it is a member of, else its own.</summary>
    public string Line => Profile.SharedLine ?? Number;

    /// <summary>Do-not-disturb: calls find it busy (call models, chapters 1 and 6).</summary>
    public bool DoesNotDisturb
    {
        get => Seldom.DoesNotDisturb;
        init => Seldom = Seldom with { DoesNotDisturb = value };
    }

    /// <summary>Where calls to its own number go instead; null: nowhere (call models, chapter 6).</summary>
    public Forward? Forward
    {
        get => Seldom.Forward;
        init => Seldom = Seldom with { Forward = value };
    }

    /// <summary>The clients that have registered it.</summary>
    public ImmutableArray<int> Clients { get; init; }

    /// <summary>Its calls, in the order in which they came.</summary>
    public DnCalls Calls { get; init; }

    public Hook Hook
    {
        get => Seldom.Hook;
        init => Seldom = Seldom with { Hook = value };
    }

    /// <summary>The last EventSequenceNumber of the DN.</summary>
    public long Sequence { get; init; }

    /// <summary>The number of the last attempt; each question to a call or a line bears its own.</summary>
    public long Attempts { get; init; }

    /// <summary>The request that a call or a line is looking at; the next ones wait.</summary>
    public InHand InHand { get; init; }

    /// <summary>Requests and actions at the phone that came while one was in hand, in order.</summary>
    public ImmutableQueue<DnInput> Waiting
    {
        get => Seldom.Waiting;
        init => Seldom = Seldom with { Waiting = value };
    }

    /// <summary>Attempts to dial whose requester has been told 52: the call that comes of one is ended (chapter 8).</summary>
    public ImmutableArray<long> Forsaken
    {
        get => Seldom.Forsaken;
        init => Seldom = Seldom with { Forsaken = value };
    }

    internal SeldomOfDn Seldom { get; private init; }

    public static Dn Of(SwitchPlan plan, string number) => Of(DnProfile.Of(plan, number), number);

    internal static Dn Of(DnProfile profile, string number) => new(profile, number);

    public DnCall? CallOf(ConnID connID) => Calls.Find(connID);

    /// <inheritdoc cref="DnCalls.Engage"/>
    public bool EngagedBeside(ConnID? connID) => Calls.Engage(Kind, Hook, connID);

    /// <inheritdoc cref="DnCalls.Take"/>
    public int LinesTaken => Calls.Take(Hook, InHand);
}

/// <summary>
/// What few DNs have at any moment. A DN is made anew with every turn and switches have many that rest, so that it stands in an object
/// that all DNs without it share.
/// </summary>
internal sealed record SeldomOfDn(
    Hook Hook, bool DoesNotDisturb, Forward? Forward, ImmutableQueue<DnInput> Waiting, ImmutableArray<long> Forsaken)
{
    public static SeldomOfDn None { get; } = new(Hook.On.Instance, DoesNotDisturb: false, Forward: null, ImmutableQueue<DnInput>.Empty, []);
}

/// <summary>A DN's one forward: when it applies, and the number calls go to.</summary>
public sealed record Forward(ForwardMode Mode, string Number);

/// <summary>A call as a DN's own column tells it (call models 9.9).</summary>
/// <param name="ConnID">The call.</param>
/// <param name="CallType">Its type.</param>
/// <param name="State">Alerting, Connected+Dialing, Busy, Connected or Held.</param>
/// <param name="Seat">The appearance of the shared line; null: the call is none of the line's here.</param>
/// <param name="Consults">A consultation call of the DN's own: it needs no line (call models 0, Lines).</param>
public sealed record DnCall(ConnID ConnID, CallType CallType, PartyState State, Seat? Seat, bool Consults)
{
    // Every phone in a call has one: what fits in a byte takes one.
    private readonly byte _callType = (byte)CallType;
    private readonly byte _state = (byte)State;

    public CallType CallType
    {
        get => (CallType)_callType;
        init => _callType = (byte)value;
    }

    public PartyState State
    {
        get => (PartyState)_state;
        init => _state = (byte)value;
    }

    /// <summary>The ConnID under which the call came to the phone; its habits go by it, whatever call takes it over (chapters 4 and 5).</summary>
    public ConnID CameAs { get; init; } = ConnID;

    public bool IsActive => State is not (PartyState.Held or PartyState.Alerting);
}

/// <summary>The phone's hook, as far as no call accounts for it.</summary>
public abstract record Hook
{
    private Hook() { }

    public sealed record On : Hook
    {
        public static On Instance { get; } = new();
    }

    /// <summary>An ordinary phone went off the hook and has not dialed.</summary>
    public sealed record Off : Hook
    {
        public static Off Instance { get; } = new();
    }

    /// <summary>A member has seized an appearance of its line and has not dialed (call models, chapter 7).</summary>
    public sealed record Seized(Seat Seat, long Attempt) : Hook;
}

/// <summary>The request or action at the phone that is being looked at.</summary>
public abstract record InHand
{
    private InHand() { }

    public sealed record Nothing : InHand
    {
        public static Nothing Instance { get; } = new();
    }

    /// <summary>Somebody asked, and another entity's answer to <paramref name="Attempt"/> is awaited.</summary>
    public abstract record Awaiting(Requester By, long Attempt) : InHand;

    /// <summary>A call looks at it.</summary>
    public sealed record ByCall(Requester By, long Attempt, ConnID ConnID) : Awaiting(By, Attempt);

    /// <summary>The DN dials; the call that comes of it answers with EventDialing.</summary>
    /// <param name="By">Who wanted it.</param>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Seat">The appearance it dials from; null on no line.</param>
    /// <param name="Consults">A consultation: it needs no line of the DN.</param>
    /// <param name="FromOffHook">The phone was off the hook already, and has been reported so.</param>
    public sealed record Dialing(Requester By, long Attempt, Seat? Seat, bool Consults, bool FromOffHook) : Awaiting(By, Attempt);

    /// <summary>The line is asked for an appearance; then it dials, or not.</summary>
    public sealed record Seizing(Requester By, long Attempt, string? Number, KVList? UserData) : Awaiting(By, Attempt);

    /// <summary>The line is asked which of its calls somebody at the phone may mean.</summary>
    public sealed record Choosing(Requester By, long Attempt, bool Retrieve) : Awaiting(By, Attempt);

    /// <summary>The call is being held so that a consultation call can be dialed (call models, chapter 4).</summary>
    public sealed record Consulting(Requester By, long Attempt, ConnID Held, string Number, KVList? UserData) : Awaiting(By, Attempt);
}
