using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>What calls tell a DN: it takes or refuses an offer, reports what happened, and keeps its own view of its calls.</summary>
internal static class Hearing
{
    public static void Offer(DnTurn turn, DnInput.Offered offered)
    {
        var connID = offered.Ringing.ConnID!;
        var free = turn.Dn.CallOf(connID) is null && IsFree(turn.Dn, offered.Seat);
        // call models 6: a forward is one of the DN's own number; its line's calls ring all the same.
        var forward = offered.Seat is null ? turn.Dn.Forward : null;
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
            Add(turn, offered.Ringing, PartyState.Alerting, offered.Seat, consults: false);
            turn.Report(offered.Ringing);
        }

        turn.Emit(new DnOutput.ToCall(connID, new CallInput.OfferAnswered(turn.Dn.Number, offered.Ring, rings, next)));
        if (rings) Habit.Ringing(turn, connID);
    }

    // call models 0, Lines: a DN that has a free line rings; so does a member for its line, whatever else it does; 1: not in do-not-disturb.
    private static bool IsFree(Dn dn, Seat? seat) =>
        !dn.DoesNotDisturb && (seat is not null || dn.Kind == DnKind.External || dn.LinesTaken < dn.Lines);

    public static void Notice(DnTurn turn, DnInput.Noticed noticed)
    {
        var before = turn.Dn.CallOf(noticed.Event.ConnID!);
        // A call that failed while it offered itself takes leave of everybody; who had refused never heard of it.
        if (before is null && noticed.Event.Event is EventName.EventReleased or EventName.EventAbandoned) return;

        if (noticed.OffHook) GoOffHook(turn, noticed);
        Follow(turn, noticed);
        Report(turn, noticed);

        // call models 0, Hook: a member hangs up what it dialed or talked on; what was held or only rang leaves the hook alone.
        if (noticed.Event.Event == EventName.EventReleased && before is { Seat: not null, IsActive: true })
            turn.ReportPhone(EventName.EventOnHook);
        if (noticed.Event.Event == EventName.EventEstablished && turn.Dn.CallOf(noticed.Event.ConnID!) is { } call) Habit.Established(turn, call.CameAs);
    }

    // call models 0, Hook: just before EventDialing, a retrieve from another phone or a barge-in, where no other call but ringing ones is.
    private static void GoOffHook(DnTurn turn, DnInput.Noticed noticed)
    {
        if (turn.Dn.InHand is InHand.Dialing { FromOffHook: true } dialing && dialing.Attempt == noticed.Attempt) return;
        foreach (var call in turn.Dn.Calls)
            if (call.State != PartyState.Alerting && call.ConnID != noticed.Event.ConnID) return;

        turn.ReportPhone(EventName.EventOffHook, noticed.Seat);
    }

    private static void Report(DnTurn turn, DnInput.Noticed noticed)
    {
        if (noticed.Attempt != 0 && turn.Dn.InHand is InHand.Awaiting awaiting && awaiting.Attempt == noticed.Attempt)
        {
            turn.Settle();
            if (awaiting is InHand.Consulting consulting)
            {
                turn.Report(noticed.Event);
                Calling.GoOnConsulting(turn, consulting);
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
        else
        {
            turn.Report(noticed.Event);
            if (!turn.Dn.Forsaken.Contains(noticed.Attempt)) return;

            // The DN failed while it dialed: what came of it ends now (call models 8).
            turn.Dn = turn.Dn with { Forsaken = turn.Dn.Forsaken.Remove(noticed.Attempt) };
            turn.Emit(new DnOutput.ToCall(noticed.Event.ConnID!, new CallInput.DnFailed(turn.Dn.Number)));
        }
    }

    // call models 9.9: what each event makes of the DN's state in the call.
    private static void Follow(DnTurn turn, DnInput.Noticed noticed)
    {
        var happened = noticed.Event;
        switch (happened.Event)
        {
            case EventName.EventDialing:
                Add(turn, happened, PartyState.ConnectedDialing, noticed.Seat, consults: happened.PreviousConnID is not null);
                break;
            case EventName.EventRinging: Add(turn, happened, PartyState.Alerting, noticed.Seat, consults: false); break;
            case EventName.EventDestinationBusy: Change(turn, happened.ConnID!, PartyState.Busy); break;
            case EventName.EventEstablished or EventName.EventRetrieved: Change(turn, happened.ConnID!, PartyState.Connected); break;
            case EventName.EventHeld: Change(turn, happened.ConnID!, PartyState.Held); break;
            case EventName.EventReleased or EventName.EventAbandoned: Remove(turn, happened.ConnID!); break;
            case EventName.EventPartyChanged when happened.PreviousConnID! != happened.ConnID!: Rename(turn, happened); break;
        }
    }

    private static void Add(DnTurn turn, TEvent happened, PartyState state, Seat? seat, bool consults) =>
        turn.Dn = turn.Dn with { Calls = turn.Dn.Calls.Add(new DnCall(happened.ConnID!, happened.CallType!.Value, state, seat, consults)) };

    private static void Change(DnTurn turn, ConnID connID, PartyState state)
    {
        if (turn.Dn.CallOf(connID) is { } call) turn.Dn = turn.Dn with { Calls = turn.Dn.Calls.Replace(call, call with { State = state }) };
    }

    private static void Remove(DnTurn turn, ConnID connID)
    {
        if (turn.Dn.CallOf(connID) is not { } call) return;

        turn.Dn = turn.Dn with { Calls = turn.Dn.Calls.Remove(call) };
        Habit.Gone(turn, call.CameAs);
    }

    private static void Rename(DnTurn turn, TEvent happened)
    {
        if (turn.Dn.CallOf(happened.PreviousConnID!) is not { } call) return;

        var moved = call with { ConnID = happened.ConnID!, CallType = happened.CallType!.Value };
        turn.Dn = turn.Dn with { Calls = turn.Dn.Calls.Replace(call, moved) };
    }
}
