using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>A call begins, and reaches the number dialed or does not (call models, chapters 1 and 7).</summary>
internal static class Dialing
{
    public static void Begin(CallTurn turn, DialOrder order)
    {
        var caller = turn.Join(order.Caller, PartyState.Initiated, DNRole.Origination, order.Seat, ring: 0);
        // call models 0, Party IDs: outbound from a line, its other members take the next ones, before the destination.
        if (order.Seat is { } seat) turn.ReservePartyIDs(seat.Line);

        turn.Fact(EventName.EventCallCreated);
        turn.Fact(EventName.EventCallPartyAdded, caller, PartyState.Initiated);
        caller = turn.Change(caller, PartyState.ConnectedDialing);
        turn.Fact(EventName.EventCallPartyState, caller, PartyState.ConnectedDialing);
        turn.Notice(caller, turn.Event(EventName.EventDialing, caller) with { PreviousConnID = order.Consults }, order.Attempt, offHook: true);

        Reaching.Begin(turn, new Reach(RingKind.Dialed, order.Number, order.Caller, order.Attempt));
    }

    /// <summary>call models 1: busy, no number of the switch, rejected by all, or nobody answered in time: the caller hears why.</summary>
    public static void Unreachable(CallTurn turn, CallState why)
    {
        if (turn.Caller is not { } caller || turn.Call.Phase is not CallPhase.Dialing(var dialed)) return;

        turn.Notice(caller, turn.Event(EventName.EventDestinationBusy, caller, why));
        turn.Call = turn.Call with { Phase = new CallPhase.Unreachable(dialed) };
        turn.Fact(EventName.EventCallPartyState, turn.Change(caller, PartyState.Busy), PartyState.Busy);
    }
}
