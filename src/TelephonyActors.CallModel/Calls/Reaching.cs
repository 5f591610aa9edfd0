using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// How a call reaches a number: a line gives it an appearance, then the DNs behind the number are offered the call. A DN that takes
/// the offer rings at once and says so; the call adds it as a party when all have been heard.
/// </summary>
internal static class Reaching
{
    public static void Begin(CallTurn turn, Reach reach)
    {
        var plan = turn.Call.Plan;
        if (plan.Line(reach.Number) is { } line)
        {
            // call models 1: the caller's own line is busy for it.
            if (reach.Kind == RingKind.Dialed && plan.LineOf(reach.Requester) == line) Fail(turn, reach, CallState.Busy);
            // call models 7: an appearance carries one call; a call that sits on the line already alerts on its own appearance.
            else if (turn.Call.SeatOn(line.Number) is { } seat) OfferToMembers(turn, reach, seat);
            else
            {
                turn.Call = turn.Call with { Errand = new Errand.Seating(reach, line.Number) };
                turn.Emit(new CallOutput.ToLine(line.Number, new LineInput.AppearanceAsked(turn.Header.ConnID)));
            }
        }
        else if (!plan.IsDn(reach.Number) && !plan.IsExternal(reach.Number)) Fail(turn, reach, CallState.SitInvalidNum);
        // call models 0, Lines: no DN is offered a call of which it is a party; it counts as busy.
        else if (turn.Call.PartyOf(reach.Number) is not null) Fail(turn, reach, CallState.Busy);
        else Offer(turn, reach, [reach.Number], seat: null);
    }

    /// <summary>The line has answered.</summary>
    public static void Seated(CallTurn turn, Errand.Seating seating, Seat? seat)
    {
        turn.Call = turn.Call with { Errand = Errand.None.Instance };
        if (seat is null) Fail(turn, seating.Reach, CallState.Busy);
        else OfferToMembers(turn, seating.Reach, seat);
    }

    /// <summary>One of the DNs that were offered the call has answered; when all have, the call goes on.</summary>
    public static void Heard(CallTurn turn, Errand.Offering offering, CallInput.OfferAnswered answered)
    {
        var heard = offering with
        {
            Outstanding = offering.Outstanding.Remove(answered.Dn),
            Accepted = answered.Rings ? offering.Accepted.Add(answered.Dn) : offering.Accepted,
        };
        if (!heard.Outstanding.IsEmpty)
        {
            turn.Call = turn.Call with { Errand = heard };
            return;
        }

        turn.Call = turn.Call with { Errand = Errand.None.Instance };
        if (heard.Accepted.IsEmpty)
        {
            if (heard.Seat is { } seat && turn.Call.SeatOn(seat.Line) is null) Vacate(turn, seat);
            Fail(turn, heard.Reach, CallState.Busy);
        }
        else Alert(turn, heard);
    }

    private static void OfferToMembers(CallTurn turn, Reach reach, Seat seat)
    {
        // call models 0, Lines: of a line, only members that are no party are alerted; none left means busy.
        var free = turn.Call.Plan.Line(seat.Line)!.Members.Where(member => turn.Call.PartyOf(member) is null).ToImmutableArray();
        if (!free.IsEmpty) Offer(turn, reach, free, seat);
        else
        {
            if (turn.Call.SeatOn(seat.Line) is null) Vacate(turn, seat);
            Fail(turn, reach, CallState.Busy);
        }
    }

    private static void Offer(CallTurn turn, Reach reach, ImmutableArray<string> dns, Seat? seat)
    {
        var ring = turn.Call.NextRing;
        turn.Call = turn.Call with { NextRing = ring + 1, Errand = new Errand.Offering(reach, seat, ring, dns, []) };
        foreach (var dn in dns)
            turn.Emit(new CallOutput.ToDn(dn, new DnInput.Offered(RingingFor(turn, reach, dn, seat), ring, seat)));
    }

    private static TEvent RingingFor(CallTurn turn, Reach reach, string dn, Seat? seat)
    {
        // Only its place in the event matters here; the party itself joins when the DN rings.
        var party = new Party(0, dn, PartyState.Alerting, RoleIn(reach.Kind), seat, 0);
        if (reach.Kind == RingKind.Dialed)
        {
            // call models 7: a call to a shared line is Covered.
            return turn.Event(EventName.EventRinging, party, seat is null ? CallState.OK : CallState.Covered);
        }

        // call models 4: who is invited to a conference has no other party yet.
        return turn.Event(EventName.EventRinging, party) with { OtherDN = null, OtherDNRole = null };
    }

    private static void Alert(CallTurn turn, Errand.Offering offering)
    {
        var reach = offering.Reach;
        var timeout = turn.Call.Plan.RingTimeout;
        DateTimeOffset? deadline = timeout > TimeSpan.Zero ? turn.Now + timeout : null;
        turn.Call = turn.Call with { Rings = turn.Call.Rings.Add(new Ring(offering.Ring, reach.Kind, reach.Number, reach.Requester, deadline)) };
        if (deadline is { } strikes) turn.Emit(new CallOutput.ArmRing(offering.Ring, strikes));
        if (reach.Kind == RingKind.Invited) Conferencing.TellOfInvited(turn, reach);
        if (offering.Seat is { } seat) turn.ReservePartyIDs(seat.Line);

        foreach (var dn in offering.Accepted.OrderBy(dn => turn.Call.PartyIDs.GetValueOrDefault(dn)))
        {
            var party = turn.Join(dn, PartyState.Alerting, RoleIn(reach.Kind), offering.Seat, offering.Ring);
            if (turn.Call.Plan.LineOf(dn) is not null) turn.Call = turn.Call with { Alerted = turn.Call.Alerted.Add(dn) };
            turn.Fact(EventName.EventCallPartyAdded, party, PartyState.Alerting);
            // call models 0, CallType: a call to an external number reaches the network at once.
            if (reach.Kind == RingKind.Dialed && turn.Call.Plan.IsExternal(dn) && turn.Caller is { } caller)
                turn.Notice(caller, turn.Event(EventName.EventNetworkReached, caller));
        }
    }

    private static void Fail(CallTurn turn, Reach reach, CallState why)
    {
        if (reach.Kind == RingKind.Dialed) Dialing.Unreachable(turn, why);
        // call models 8: 71 and 231 are for targets of a conference; a caller hears EventDestinationBusy instead.
        else if (why == CallState.SitInvalidNum)
            turn.Refuse(reach.Requester, reach.Attempt, new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {reach.Number} is no number of the switch"));
        else turn.Refuse(reach.Requester, reach.Attempt, new Refusal(ErrorCode.CalledDnBusy, $"OtherDN {reach.Number} is busy"));
    }

    private static void Vacate(CallTurn turn, Seat seat) =>
        turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.Vacated(seat.Appearance, turn.Header.ConnID)));

    private static DNRole RoleIn(RingKind kind) => kind == RingKind.Dialed ? DNRole.Destination : DNRole.ConferenceMember;
}
