using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>
/// One turn of a DN: the state as it changes and the outputs as they come, for as long as one decision, on the stack; the state is
/// made anew once.
/// </summary>
internal ref struct DnTurn(Dn dn, DateTimeOffset now)
{
    private Outputs<DnOutput> _outputs;
    private int _toLines;

    public DnProfile Profile { get; } = dn.Profile;

    public string Number { get; } = dn.Number;

    /// <summary>The number of the shared line it is a member of, else its own.</summary>
    public string Line => Profile.SharedLine ?? Number;

    public DateTimeOffset Now { get; } = now;

    public SeldomOfDn Seldom { get; private set; } = dn.Seldom;

    public bool DoesNotDisturb
    {
        readonly get => Seldom.DoesNotDisturb;
        set => Seldom = Seldom with { DoesNotDisturb = value };
    }

    public Forward? Forward
    {
        readonly get => Seldom.Forward;
        set => Seldom = Seldom with { Forward = value };
    }

    public ImmutableArray<int> Clients { get; set; } = dn.Clients;

    public DnCalls Calls { get; set; } = dn.Calls;

    public Hook Hook
    {
        readonly get => Seldom.Hook;
        set
        {
            if (value != Seldom.Hook) Seldom = Seldom with { Hook = value };
        }
    }

    public long Sequence { get; private set; } = dn.Sequence;

    public long Attempts { get; private set; } = dn.Attempts;

    public InHand InHand { get; private set; } = dn.InHand;

    public ImmutableQueue<DnInput> Waiting
    {
        readonly get => Seldom.Waiting;
        set => Seldom = Seldom with { Waiting = value };
    }

    public ImmutableArray<long> Forsaken
    {
        readonly get => Seldom.Forsaken;
        set => Seldom = Seldom with { Forsaken = value };
    }

    public DnDecision Decision => new(new Dn(ref this), _outputs.ToImmutable());

    /// <inheritdoc cref="DnCalls.Take"/>
    public int LinesTaken => Calls.Take(Hook, InHand);

    /// <inheritdoc cref="DnCalls.Engage"/>
    public bool EngagedBeside(ConnID? connID) => Calls.Engage(Profile.Kind, Hook, connID);

    public bool IsNumber(string number) => Profile.Plan.PlaceOf(number) != SwitchPlan.NoPlace;

    public DnCall? CallOf(ConnID connID) => Calls.Find(connID);

    /// <summary>Adds an output. call models 7: a line is told before anybody can know.</summary>
    public void Emit(DnOutput output)
    {
        if (output is DnOutput.ToLine) _outputs.Insert(_toLines++, output);
        else _outputs.Add(output);
    }

    /// <summary>Reports an event of this DN, numbered and timed; an external number has no column (call models, chapter 0).</summary>
    public void Report(TEvent happened, Requester? answers = null)
    {
        if (Profile.Kind == DnKind.External) return;

        var numbered = happened with { EventSequenceNumber = ++Sequence, Time = Now };
        Emit(new DnOutput.Report(numbered, Clients, answers as Requester.Client));
    }

    /// <summary>An event of the phone itself, which bears no ConnID (call models, chapter 0).</summary>
    public void ReportPhone(EventName name, Seat? seat = null, int? serviceId = null) =>
        Report(new TEvent { Event = name, ThisDN = Number, ServiceId = serviceId, Extensions = seat is null ? null : AppearanceIndex.Of(seat) });

    /// <summary>An answer to one client alone: it has no sequence number.</summary>
    public void Reply(Requester.Client by, EventName name, KVList? extensions = null, ConnID? connID = null) =>
        Emit(new DnOutput.Reply(by.Id, new TEvent
        {
            Event = name,
            Time = Now,
            ThisDN = Number,
            ConnID = connID,
            ReferenceID = by.ReferenceID,
            Extensions = extensions,
        }));

    public void Refuse(Requester by, Refusal refusal)
    {
        switch (by)
        {
            case Requester.Client client: Emit(new DnOutput.Reply(client.Id, Errors.Of(client, Number, refusal, Now))); break;
            case Requester.Phone phone: Emit(new DnOutput.PhoneDone(phone.Act, new PhoneOutcome.NotAllowed((int)refusal.Code, refusal.Message))); break;
        }
    }

    /// <summary>Somebody at the phone has what they wanted; a client is told by the event that answers its request.</summary>
    public void Done(Requester by)
    {
        if (by is Requester.Phone phone) Emit(new DnOutput.PhoneDone(phone.Act, PhoneOutcome.Done.Instance));
    }

    public long NextAttempt() => ++Attempts;

    public void Await(InHand.Awaiting inHand) => InHand = inHand;

    /// <summary>The request in hand has its answer.</summary>
    public void Settle() => InHand = InHand.Nothing.Instance;

    public void AskCall(Requester by, ConnID connID, Func<string, long, bool, CallInput.Asked> question) =>
        AskCall(by, connID, question, static (question, dn, attempt, engaged) => question(dn, attempt, engaged));

    public void AskCall<T>(Requester by, ConnID connID, T about, Func<T, string, long, bool, CallInput.Asked> question)
    {
        var attempt = NextAttempt();
        Await(new InHand.ByCall(by, attempt, connID));
        Emit(new DnOutput.ToCall(connID, question(about, Number, attempt, EngagedBeside(connID))));
    }
}

/// <summary>EventError (call models, chapter 8).</summary>
public static class Errors
{
    /// <summary>The refusal as its client hears it.</summary>
    public static TEvent Of(Requester.Client by, string? thisDN, Refusal refusal, DateTimeOffset now) => new()
    {
        Event = EventName.EventError,
        Time = now,
        ThisDN = thisDN,
        ReferenceID = by.ReferenceID,
        ErrorCode = (int)refusal.Code,
        ErrorMessage = refusal.Message,
        Request = by.Request,
    };
}
