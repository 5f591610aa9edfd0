using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// How a call reaches a number: a line gives it an appearance, then the DNs behind the number are offered the call. A DN that takes
/// the offer rings at once and says so; a DN that forwards names the next number. What follows is up to <see cref="Alerting"/>.
/// </summary>
internal static class Reaching
{
    public static void Begin(CallTurn turn, Reach reach)
    {
        var plan = turn.Call.Plan;
        if (plan.Line(reach.Number) is { } line)
        {
            // call models 1: the caller's own line is busy for it.
            if (reach.Kind == RingKind.Dialed && turn.Caller is { } caller && plan.LineOf(caller.Dn) == line) Fail(turn, reach, CallState.Busy);
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
        else if (IsParty(turn, reach.Number)) Fail(turn, reach, CallState.Busy);
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
            OnNoAnswer = answered.Rings ? answered.Forward : null,
        };
        turn.Call = turn.Call with { Errand = heard };
        if (!heard.Outstanding.IsEmpty) return;

        turn.Call = turn.Call with { Errand = Errand.None.Instance };
        if (!heard.Accepted.IsEmpty) Alerting.Begin(turn, heard);
        else if (!answered.Rings && answered.Forward is { } next) GoOn(turn, heard.Reach, answered.Dn, next);
        else
        {
            if (heard.Seat is { } seat) Vacate(turn, seat);
            Fail(turn, heard.Reach, CallState.Busy);
        }
    }

    /// <summary>call models 6: forwarded; a DN that would forward the same call again closes a loop, and is busy.</summary>
    public static void GoOn(CallTurn turn, Reach reach, string forwarder, string next)
    {
        if (reach.Forwarders.Contains(forwarder)) Fail(turn, reach, CallState.Busy);
        else Begin(turn, reach with { Number = next, Way = RingWay.Forwarded, Forwarders = reach.Forwarders.Add(forwarder) });
    }

    private static void OfferToMembers(CallTurn turn, Reach reach, Seat seat)
    {
        // call models 0, Lines: of a line, only members that are no party are alerted; none left means busy.
        var free = turn.Call.Plan.Line(seat.Line)!.Members.Where(member => !IsParty(turn, member)).ToImmutableArray();
        if (!free.IsEmpty) Offer(turn, reach, free, seat);
        else
        {
            Vacate(turn, seat);
            Fail(turn, reach, CallState.Busy);
        }
    }

    private static void Offer(CallTurn turn, Reach reach, ImmutableArray<string> dns, Seat? seat)
    {
        var ring = turn.Call.NextRing;
        turn.Call = turn.Call with { NextRing = ring + 1, Errand = new Errand.Offering(reach, seat, ring, dns, [], OnNoAnswer: null) };
        foreach (var dn in dns)
            turn.Emit(new CallOutput.ToDn(dn, new DnInput.Offered(Alerting.RingingFor(turn, reach, dn, seat), ring, seat)));
    }

    private static void Fail(CallTurn turn, Reach reach, CallState why)
    {
        // call models 8: 71 and 231 are for targets of a conference, a transfer or a redirect.
        var refusal = why == CallState.SitInvalidNum
            ? new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {reach.Asked} is no number of the switch")
            : new Refusal(ErrorCode.CalledDnBusy, $"OtherDN {reach.Asked} is busy");

        if (turn.Call.Phase is CallPhase.Silent(var order)) Transferring.ProbeFailed(turn, order, refusal);
        // call models 6, on no answer: there is nowhere to forward to after all.
        else if (reach is { Way: RingWay.Forwarded, Replaces: { } silent, Attempt: 0 }) Ringing.NoAnswer(turn, silent);
        else if (reach is { Kind: RingKind.Dialed, Replaces: null }) Dialing.Unreachable(turn, why);
        else turn.Refuse(reach.Requester, reach.Attempt, refusal);
    }

    private static bool IsParty(CallTurn turn, string dn) =>
        turn.Call.PartyOf(dn) is not null || (turn.Call.Phase is CallPhase.Silent(var order) && order.Excluded.Contains(dn));

    // The line gave an appearance that nobody sits on.
    private static void Vacate(CallTurn turn, Seat seat)
    {
        if (turn.Call.SeatOn(seat.Line) is null)
            turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.Vacated(seat.Appearance, turn.Header.ConnID)));
    }
}
