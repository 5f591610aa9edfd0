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
    public static void Begin(ref CallTurn turn, Reach reach)
    {
        var plan = turn.Plan;
        if (plan.Line(reach.Number) is { } line)
        {
            // call models 1: the caller's own line is busy for it.
            if (reach.Kind == RingKind.Dialed && turn.Caller is { } caller && plan.LineOf(caller.Dn) == line) Fail(ref turn, reach, CallState.Busy);
            // call models 7: an appearance carries one call; a call that sits on the line already alerts on its own appearance.
            else if (turn.SeatOn(line.Number) is { } seat) OfferToMembers(ref turn, reach, seat);
            else
            {
                turn.Errand = new Errand.Seating(reach, line.Number);
                turn.Emit(new CallOutput.ToLine(line.Number, new LineInput.AppearanceAsked(turn.Header.ConnID)));
            }
        }
        else if (!plan.IsDn(reach.Number) && !plan.IsExternal(reach.Number)) Fail(ref turn, reach, CallState.SitInvalidNum);
        // call models 0, Lines: no DN is offered a call of which it is a party; it counts as busy.
        else if (IsParty(ref turn, reach.Number)) Fail(ref turn, reach, CallState.Busy);
        else Offer(ref turn, reach, [reach.Number], seat: null);
    }

    /// <summary>The line has answered.</summary>
    public static void Seated(ref CallTurn turn, Errand.Seating seating, Seat? seat)
    {
        turn.Errand = Errand.None.Instance;
        if (seat is null) Fail(ref turn, seating.Reach, CallState.Busy);
        else OfferToMembers(ref turn, seating.Reach, seat);
    }

    /// <summary>One of the DNs that were offered the call has answered; when all have, the call goes on.</summary>
    public static void Heard(ref CallTurn turn, Errand.Offering offering, CallInput.OfferAnswered answered)
    {
        var heard = offering with
        {
            Outstanding = offering.Outstanding.Remove(answered.Dn),
            Accepted = answered.Rings ? offering.Accepted.Add(answered.Dn) : offering.Accepted,
            OnNoAnswer = answered.Rings ? answered.Forward : null,
        };
        turn.Errand = heard;
        if (!heard.Outstanding.IsEmpty) return;

        turn.Errand = Errand.None.Instance;
        if (!heard.Accepted.IsEmpty) Alerting.Begin(ref turn, heard);
        else if (!answered.Rings && answered.Forward is { } next) GoOn(ref turn, heard.Reach, answered.Dn, next);
        else
        {
            if (heard.Seat is { } seat) Vacate(ref turn, seat);
            Fail(ref turn, heard.Reach, CallState.Busy);
        }
    }

    /// <summary>call models 6: forwarded; a DN that would forward the same call again closes a loop, and is busy.</summary>
    public static void GoOn(ref CallTurn turn, Reach reach, string forwarder, string next)
    {
        if (reach.Forwarders.Contains(forwarder)) Fail(ref turn, reach, CallState.Busy);
        else Begin(ref turn, reach with { Number = next, Way = RingWay.Forwarded, Forwarders = reach.Forwarders.Add(forwarder) });
    }

    private static void OfferToMembers(ref CallTurn turn, Reach reach, Seat seat)
    {
        // call models 0, Lines: of a line, only members that are no party are alerted; none left means busy.
        var members = turn.Plan.Line(seat.Line)!.Members;
        var free = members;
        foreach (var member in members)
            if (IsParty(ref turn, member)) free = free.Remove(member);
        if (!free.IsEmpty) Offer(ref turn, reach, free, seat);
        else
        {
            Vacate(ref turn, seat);
            Fail(ref turn, reach, CallState.Busy);
        }
    }

    private static void Offer(ref CallTurn turn, Reach reach, ImmutableArray<string> dns, Seat? seat)
    {
        var ring = turn.NextRing;
        (turn.NextRing, turn.Errand) = (ring + 1, new Errand.Offering(reach, seat, ring, dns, [], OnNoAnswer: null));
        foreach (var dn in dns)
            turn.Emit(new CallOutput.ToDn(dn, new DnInput.Offered(Alerting.RingingFor(ref turn, reach, dn, seat), ring, seat)));
    }

    private static void Fail(ref CallTurn turn, Reach reach, CallState why)
    {
        // call models 8: 71 and 231 are for targets of a conference, a transfer or a redirect.
        var refusal = why == CallState.SitInvalidNum
            ? new Refusal(ErrorCode.InvalidCalledDn, $"OtherDN {reach.Asked} is no number of the switch")
            : new Refusal(ErrorCode.CalledDnBusy, $"OtherDN {reach.Asked} is busy");

        if (turn.Phase is CallPhase.Silent(var order)) Transferring.ProbeFailed(ref turn, order, refusal);
        // call models 6, on no answer: there is nowhere to forward to after all.
        else if (reach is { Way: RingWay.Forwarded, Replaces: { } silent, Attempt: 0 }) Ringing.NoAnswer(ref turn, silent);
        else if (reach is { Kind: RingKind.Dialed, Replaces: null }) Dialing.Unreachable(ref turn, why);
        else turn.Refuse(reach.Requester, reach.Attempt, refusal);
    }

    private static bool IsParty(ref CallTurn turn, string dn) =>
        turn.PartyOf(dn) is not null || (turn.Phase is CallPhase.Silent(var order) && order.Excluded.Contains(dn));

    // The line gave an appearance that nobody sits on.
    private static void Vacate(ref CallTurn turn, Seat seat)
    {
        if (turn.SeatOn(seat.Line) is null)
            turn.Emit(new CallOutput.ToLine(seat.Line, new LineInput.Vacated(seat.Appearance, turn.Header.ConnID)));
    }
}
