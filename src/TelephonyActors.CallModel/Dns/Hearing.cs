using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>What calls tell a DN: it takes or refuses an offer, reports what happened, and keeps its own view of its calls.</summary>
internal static class Hearing
{
    public static void Offer(ref DnTurn turn, DnInput.Offered offered)
    {
        var connID = offered.Ringing.ConnID!;
        var free = turn.CallOf(connID) is null && IsFree(ref turn, offered.Seat);
        // call models 6: a forward is one of the DN's own number; its line's calls ring all the same.
        var forward = offered.Seat is null ? turn.Forward : null;
        var rings = free && forward is not { Mode: ForwardMode.Unconditional };
        var next = forward switch
        {
            { Mode: ForwardMode.Unconditional } => forward.Number,
            { Mode: ForwardMode.OnBusy } when !rings => forward.Number,
            { Mode: ForwardMode.OnNoAnswer } when rings => forward.Number,
            _ => null,
        };
        if (rings)
        {
            Add(ref turn, offered.Ringing, PartyState.Alerting, offered.Seat, consults: false);
            turn.Report(offered.Ringing);
        }

        turn.Emit(new DnOutput.ToCall(connID, new CallInput.OfferAnswered(turn.Number, offered.Ring, rings, next)));
        if (rings) Habit.Ringing(ref turn, connID);
    }

    // call models 0, Lines: a DN that has a free line rings; so does a member for its line, whatever else it does; 1: not in do-not-disturb.
    private static bool IsFree(ref DnTurn turn, Seat? seat) =>
        !turn.DoesNotDisturb && (seat is not null || turn.Profile.Kind == DnKind.External || turn.LinesTaken < turn.Profile.Lines);

    public static void Notice(ref DnTurn turn, DnInput.Noticed noticed)
    {
        var before = turn.CallOf(noticed.Event.ConnID!);
        // A call that failed while it offered itself takes leave of everybody; who had refused never heard of it.
        if (before is null && noticed.Event.Event is EventName.EventReleased or EventName.EventAbandoned) return;

        if (noticed.OffHook) GoOffHook(ref turn, noticed);
        Follow(ref turn, noticed);
        Report(ref turn, noticed);

        // call models 0, Hook: a member hangs up what it dialed or talked on; what was held or only rang leaves the hook alone.
        if (noticed.Event.Event == EventName.EventReleased && before is { Seat: not null, IsActive: true })
            turn.ReportPhone(EventName.EventOnHook);
        if (noticed.Event.Event == EventName.EventEstablished && turn.CallOf(noticed.Event.ConnID!) is { } call) Habit.Established(ref turn, call.CameAs);
    }

    // call models 0, Hook: just before EventDialing, a retrieve from another phone or a barge-in, where no other call but ringing ones is.
    private static void GoOffHook(ref DnTurn turn, DnInput.Noticed noticed)
    {
        if (turn.InHand is InHand.Dialing { FromOffHook: true } dialing && dialing.Attempt == noticed.Attempt) return;
        foreach (var call in turn.Calls)
            if (call.State != PartyState.Alerting && call.ConnID != noticed.Event.ConnID) return;

        turn.ReportPhone(EventName.EventOffHook, noticed.Seat);
    }

    private static void Report(ref DnTurn turn, DnInput.Noticed noticed)
    {
        if (noticed.Attempt != 0 && turn.InHand is InHand.Awaiting awaiting && awaiting.Attempt == noticed.Attempt)
        {
            turn.Settle();
            if (awaiting is InHand.Consulting consulting)
            {
                turn.Report(noticed.Event);
                Calling.GoOnConsulting(ref turn, consulting);
            }
            else
            {
                turn.Report(noticed.Event, awaiting.By);
                turn.Done(awaiting.By);
                // call models 8: EventRinging answers a barge-in; what is asked next has to wait until it is established (chapter 0, Lines).
                if (noticed.Event.Event == EventName.EventRinging)
                    turn.Await(new InHand.ByCall(Requester.Habit.Instance, awaiting.Attempt, noticed.Event.ConnID!));
            }
        }
        else turn.Report(noticed.Event);

        // The DN failed while it dialed: what came of it ends now (call models 8).
        if (turn.Forsaken.IsEmpty || !turn.Forsaken.Contains(noticed.Attempt)) return;
        turn.Forsaken = turn.Forsaken.Remove(noticed.Attempt);
        turn.Emit(new DnOutput.ToCall(noticed.Event.ConnID!, new CallInput.DnFailed(turn.Number)));
    }

    // call models 9.9: what each event makes of the DN's state in the call.
    private static void Follow(ref DnTurn turn, DnInput.Noticed noticed)
    {
        var happened = noticed.Event;
        switch (happened.Event)
        {
            case EventName.EventDialing:
                Add(ref turn, happened, PartyState.ConnectedDialing, noticed.Seat, consults: happened.PreviousConnID is not null);
                break;
            case EventName.EventRinging: Add(ref turn, happened, PartyState.Alerting, noticed.Seat, consults: false); break;
            case EventName.EventDestinationBusy: Change(ref turn, happened.ConnID!, PartyState.Busy); break;
            case EventName.EventEstablished or EventName.EventRetrieved: Change(ref turn, happened.ConnID!, PartyState.Connected); break;
            case EventName.EventHeld: Change(ref turn, happened.ConnID!, PartyState.Held); break;
            case EventName.EventReleased or EventName.EventAbandoned: Remove(ref turn, happened.ConnID!); break;
            case EventName.EventPartyChanged when happened.PreviousConnID! != happened.ConnID!: Rename(ref turn, happened); break;
        }
    }

    private static void Add(ref DnTurn turn, TEvent happened, PartyState state, Seat? seat, bool consults) =>
        turn.Calls = turn.Calls.Add(new DnCall(happened.ConnID!, happened.CallType!.Value, state, seat, consults));

    private static void Change(ref DnTurn turn, ConnID connID, PartyState state)
    {
        if (turn.CallOf(connID) is { } call) turn.Calls = turn.Calls.With(call, call with { State = state });
    }

    private static void Remove(ref DnTurn turn, ConnID connID)
    {
        if (turn.CallOf(connID) is not { } call) return;

        turn.Calls = turn.Calls.Without(call);
        Habit.Gone(ref turn, call.CameAs);
    }

    private static void Rename(ref DnTurn turn, TEvent happened)
    {
        if (turn.CallOf(happened.PreviousConnID!) is not { } call) return;

        var moved = call with { ConnID = happened.ConnID!, CallType = happened.CallType!.Value };
        turn.Calls = turn.Calls.With(call, moved);
    }
}
