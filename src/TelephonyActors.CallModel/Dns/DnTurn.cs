using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>One turn of a DN: the state as it changes and the outputs as they come, for as long as one decision.</summary>
internal sealed class DnTurn(Dn dn, DateTimeOffset now)
{
    public Dn Dn { get; set; } = dn;

    public DateTimeOffset Now { get; } = now;

    public List<DnOutput> Outputs { get; } = [];

    public void Emit(DnOutput output) => Outputs.Add(output);

    /// <summary>Reports an event of this DN, numbered and timed; an external number has no column (call models, chapter 0).</summary>
    public void Report(TEvent happened, Requester? answers = null)
    {
        if (Dn.Kind == DnKind.External) return;

        var sequence = Dn.Sequence + 1;
        Dn = Dn with { Sequence = sequence };
        Emit(new DnOutput.Report(happened with { EventSequenceNumber = sequence, Time = Now }, Dn.Clients, answers as Requester.Client));
    }

    /// <summary>An event of the phone itself, which bears no ConnID (call models, chapter 0).</summary>
    public void ReportPhone(EventName name, Seat? seat = null, int? serviceId = null) =>
        Report(new TEvent { Event = name, ThisDN = Dn.Number, ServiceId = serviceId, Extensions = seat is null ? null : AppearanceIndex.Of(seat) });

    /// <summary>An answer to one client alone: it has no sequence number.</summary>
    public void Reply(Requester.Client by, EventName name, KVList? extensions = null, ConnID? connID = null) =>
        Emit(new DnOutput.Reply(by.Id, new TEvent
        {
            Event = name,
            Time = Now,
            ThisDN = Dn.Number,
            ConnID = connID,
            ReferenceID = by.ReferenceID,
            Extensions = extensions,
        }));

    public void Refuse(Requester by, Refusal refusal)
    {
        switch (by)
        {
            case Requester.Client client: Emit(new DnOutput.Reply(client.Id, Errors.Of(client, Dn.Number, refusal, Now))); break;
            case Requester.Phone phone: Emit(new DnOutput.PhoneDone(phone.Act, new PhoneOutcome.NotAllowed((int)refusal.Code, refusal.Message))); break;
        }
    }

    /// <summary>Somebody at the phone has what they wanted; a client is told by the event that answers its request.</summary>
    public void Done(Requester by)
    {
        if (by is Requester.Phone phone) Emit(new DnOutput.PhoneDone(phone.Act, PhoneOutcome.Done.Instance));
    }

    public long NextAttempt()
    {
        Dn = Dn with { Attempts = Dn.Attempts + 1 };
        return Dn.Attempts;
    }

    public void Await(InHand.Awaiting inHand) => Dn = Dn with { InHand = inHand };

    /// <summary>The request in hand has its answer.</summary>
    public void Settle() => Dn = Dn with { InHand = InHand.Nothing.Instance };

    public void AskCall(Requester by, ConnID connID, Func<string, long, bool, CallInput.Asked> question)
    {
        var attempt = NextAttempt();
        Await(new InHand.ByCall(by, attempt, connID));
        Emit(new DnOutput.ToCall(connID, question(Dn.Number, attempt, Dn.EngagedBeside(connID))));
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
