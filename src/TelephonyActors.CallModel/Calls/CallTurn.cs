using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// One turn of a call: the state as it changes and the outputs as they come. It lives as long as one decision, on the stack, and the
/// state is made anew once; the rules of the chapters work on it, and outside of it a decision is a plain function.
/// </summary>
internal ref partial struct CallTurn
{
    private Outputs<CallOutput> _outputs;
    private int _toLines;

    public CallTurn(Call call, DateTimeOffset now)
    {
        (Plan, Header, Now) = (call.Plan, call.Header, now);
        (Phase, Sequence) = (call.Phase, call.Sequence);
        (Parties, ToldLines, Rings) = (call.Parties, call.Parties, call.Rings);
        (NextPartyID, NextRing) = (call.NextPartyID, call.NextRing);
        (Errand, Seldom) = (call.Errand, call.Seldom);
    }

    /// <summary>The first turn of a call, of which nobody has heard yet.</summary>
    public CallTurn(SwitchPlan plan, CallInput.Dialed dialed, DateTimeOffset now)
    {
        (Plan, Header, Now) = (plan, dialed.Header, now);
        Phase = new CallPhase.Silent(dialed.Order);
        (Parties, ToldLines, Rings) = ([], [], []);
        (NextPartyID, NextRing) = (1, 1);
        (Errand, Seldom) = (Errand.None.Instance, SeldomOfCall.None);
        UserData = dialed.Order.UserData;
    }

    public SwitchPlan Plan { get; }

    public CallHeader Header { get; }

    public DateTimeOffset Now { get; }

    public CallPhase Phase { get; set; }

    public ImmutableArray<Party> Parties { get; set; }

    /// <summary>The parties as the shared lines were told of them.</summary>
    public ImmutableArray<Party> ToldLines { get; set; }

    public ImmutableArray<Ring> Rings { get; set; }

    public SeldomOfCall Seldom { get; private set; }

    public ImmutableArray<ReservedID> PartyIDs
    {
        readonly get => Seldom.PartyIDs;
        private set => Seldom = Seldom with { PartyIDs = value };
    }

    public int NextPartyID { get; private set; }

    public int NextRing { get; set; }

    public ImmutableArray<string> Alerted
    {
        readonly get => Seldom.Alerted;
        set => Seldom = Seldom with { Alerted = value };
    }

    public KVList? UserData
    {
        readonly get => Seldom.UserData;
        set
        {
            if (value != Seldom.UserData) Seldom = Seldom with { UserData = value };
        }
    }

    public long Sequence { get; private set; }

    public Errand Errand { get; set; }

    public ImmutableQueue<CallInput> Waiting
    {
        readonly get => Seldom.Waiting;
        set => Seldom = Seldom with { Waiting = value };
    }

    public CallDecision Decision => new(new Call(ref this), _outputs.ToImmutable());

    /// <summary>
    /// Adds an output. call models 7: a line is told before anybody can know, but gives an appearance away only when everybody on it has
    /// been told that it is vacated.
    /// </summary>
    public void Emit(CallOutput output)
    {
        if (output is CallOutput.ToLine(var line, LineInput.Vacated(var appearance, var connID)))
        {
            _outputs.Insert(_toLines++, new CallOutput.ToLine(line, new LineInput.Vacating(appearance, connID)));
            _outputs.Add(output);
        }
        else if (output is CallOutput.ToLine) _outputs.Insert(_toLines++, output);
        else _outputs.Add(output);
    }

    /// <summary>Tells a party what happened to it; where it answers an attempt, only that party's DN knows which client asked.</summary>
    public void Notice(Party party, TEvent notice, long attempt = 0, bool offHook = false) =>
        Emit(new CallOutput.ToDn(party.Dn, new DnInput.Noticed(notice, party.Seat, attempt, offHook)));

    public void Refuse(CallInput.Asked asked, Refusal refusal) => Refuse(asked.Dn, asked.Attempt, refusal);

    public void Refuse(string dn, long attempt, Refusal refusal) =>
        Emit(new CallOutput.ToDn(dn, new DnInput.Refused(attempt, refusal)));

    /// <summary>Reports a step of the call's life to call monitoring, numbered in the call.</summary>
    public void Fact(EventName name, Party? party = null, PartyState? state = null, ConnID? previous = null, KVList? userData = null) =>
        Emit(new CallOutput.Publish(new CallFact(new TEvent
        {
            Event = name,
            EventSequenceNumber = ++Sequence,
            Time = Now,
            OfCall = Header.OfMonitoring,
            PreviousConnID = previous,
            DN = party?.Dn,
            PartyID = party?.Id,
            State = state,
            UserData = userData,
        })));

    /// <summary>An event of this call for a party, with what every call event bears and its other party where it has one.</summary>
    public TEvent Event(EventName name, Party party, CallState state = CallState.OK) => Event(name, party, OtherOf(party), state);

    public TEvent Event(EventName name, Party party, OtherParty? other, CallState state) => new()
    {
        Event = name,
        OfCall = Header.Attributes,
        CallState = state,
        ThisDN = party.Dn,
        ThisDNRole = party.Role,
        OtherDN = other?.Dn,
        OtherDNRole = other?.Role,
        UserData = UserData,
        Extensions = BearsAppearance(name) && party.Seat is { } seat ? AppearanceIndex.Of(seat) : null,
    };

    /// <summary>The last party has left.</summary>
    public void End()
    {
        Fact(EventName.EventCallDeleted);
        (Phase, Errand) = (CallPhase.Over.Instance, Errand.None.Instance);
        Emit(CallOutput.Over.Instance);
    }

    /// <summary>The call ends and was never told of.</summary>
    public void Vanish()
    {
        (Phase, Errand, Parties) = (CallPhase.Over.Instance, Errand.None.Instance, []);
        Emit(CallOutput.Over.Instance);
    }

    // call models 7: AppearanceIndex stands where the tables show it.
    private static bool BearsAppearance(EventName name) =>
        name is EventName.EventRinging or EventName.EventDialing or EventName.EventEstablished;
}
