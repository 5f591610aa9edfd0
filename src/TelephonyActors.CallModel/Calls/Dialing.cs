using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>A call begins, and the number dialed cannot be reached (call models, chapters 1 and 7).</summary>
internal static class Dialing
{
    public static void Begin(ref CallTurn turn, DialOrder order)
    {
        turn.Join(order.Caller, PartyState.Initiated, DNRole.Origination, order.Seat, ring: 0);
        // call models 0, Party IDs: outbound from a line, its other members take the next ones, before the destination.
        if (order.Seat is { } seat) turn.ReservePartyIDs(seat.Line);

        // A mute transfer's call is not told of before its number rings.
        if (!order.Mute) Report(ref turn, order);
        Reaching.Begin(ref turn, new Reach(RingKind.Dialed, order.Number, order.Caller, order.Attempt));
    }

    /// <summary>The caller and call monitoring hear that there is a call.</summary>
    public static void Report(ref CallTurn turn, DialOrder order)
    {
        var caller = turn.Caller!;
        turn.Phase = new CallPhase.Dialing(order.Number);
        turn.Fact(EventName.EventCallCreated);
        turn.Fact(EventName.EventCallPartyAdded, caller, PartyState.Initiated);
        caller = turn.Change(caller, PartyState.ConnectedDialing);
        turn.Fact(EventName.EventCallPartyState, caller, PartyState.ConnectedDialing);
        var dialing = turn.Event(EventName.EventDialing, caller);
        turn.Notice(caller, order.Consults is { } held ? dialing with { PreviousConnID = held } : dialing, order.Attempt, offHook: true);
    }

    /// <summary>call models 1: busy, no number of the switch, rejected by all, or nobody answered in time: the caller hears why.</summary>
    public static void Unreachable(ref CallTurn turn, CallState why)
    {
        if (turn.Caller is not { } caller || turn.Phase is not CallPhase.Dialing(var dialed)) return;

        turn.Notice(caller, turn.Event(EventName.EventDestinationBusy, caller, why));
        turn.Phase = new CallPhase.Unreachable(dialed);
        turn.Fact(EventName.EventCallPartyState, turn.Change(caller, PartyState.Busy), PartyState.Busy);
    }
}
