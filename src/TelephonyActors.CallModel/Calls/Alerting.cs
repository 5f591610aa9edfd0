using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>A number rings: its DNs become parties, and who asked for it hears so (call models, chapters 1, 4, 5, 6 and 7).</summary>
internal static class Alerting
{
    public static void Begin(ref CallTurn turn, Errand.Offering offering)
    {
        if (turn.Phase is CallPhase.Silent) Transferring.ProbeReached(ref turn, offering);
        else Join(ref turn, offering);
    }

    public static void Join(ref CallTurn turn, Errand.Offering offering)
    {
        var reach = offering.Reach;
        turn.UserData = DataWith(ref turn, reach);

        var replaced = reach.Replaces is { } dn ? turn.PartyOf(dn) : null;
        var ring = RingFor(ref turn, offering, replaced);
        if (reach.Kind == RingKind.Invited && replaced is null) Conferencing.TellOfAdded(ref turn, reach.Asked, reach.Requester, reach.Attempt);
        if (replaced is not null) Replace(ref turn, reach, replaced);
        if (offering.Seat is { } seat) turn.ReservePartyIDs(seat.Line);
        var role = RoleFor(ref turn, reach, offering.Seat);
        foreach (var accepted in turn.PartyIDs.Order(offering.Accepted)) Add(ref turn, offering, ring, role, accepted);
        if (replaced is not { Alerts: false }) return;

        Transferring.TellOfTarget(ref turn, ring, replaced);
        Releasing.EndIfNobodyTalks(ref turn);
    }

    /// <summary>EventRinging for a DN that is offered the call.</summary>
    public static TEvent RingingFor(ref CallTurn turn, Reach reach, string dn, Seat? seat)
    {
        // Only its place in the event matters here; the party itself joins when the DN rings.
        var party = new Party(0, dn, PartyState.Alerting, RoleFor(ref turn, reach, seat), seat, 0);
        var other = turn.OtherOf(party, leaving: reach.Replaces);
        // call models 4: who is invited to a conference has no other party yet.
        if (reach is { Kind: RingKind.Invited, Replaces: null }) other = null;
        var ringing = turn.Event(EventName.EventRinging, party, other, StateFor(reach, seat));
        return reach.UserData is null ? ringing : ringing with { UserData = DataWith(ref turn, reach) };
    }

    // What the request attaches is there from the first event of its target on.
    private static KVList? DataWith(ref CallTurn turn, Reach reach) =>
        reach.UserData is { } data ? (turn.UserData ?? KVList.Empty).With(data) : turn.UserData;

    private static Ring RingFor(ref CallTurn turn, Errand.Offering offering, Party? replaced)
    {
        var reach = offering.Reach;
        var timeout = turn.Plan.RingTimeout;
        DateTimeOffset? deadline = timeout > TimeSpan.Zero ? turn.Now + timeout : null;
        // Who takes the place of a ringing party seeks the same answer, and the call goes on knowing it by the number as dialed.
        var inherited = replaced is { Alerts: true } ? turn.RingOf(replaced) : null;
        var ring = new Ring(
            offering.Ring, inherited?.Quest ?? offering.Ring, inherited?.Kind ?? reach.Kind, inherited?.Number ?? reach.Asked, deadline, offering.OnNoAnswer)
        {
            Forwarders = reach.Forwarders,
        };
        turn.Rings = turn.Rings.Add(ring);
        if (deadline is { } strikes) turn.Emit(new CallOutput.ArmRing(ring.Id, strikes));
        return ring;
    }

    private static void Add(ref CallTurn turn, Errand.Offering offering, Ring ring, DNRole role, string dn)
    {
        var party = turn.Join(dn, PartyState.Alerting, role, offering.Seat, ring.Id);
        if (turn.Plan.LineOf(dn) is not null && !turn.Alerted.Contains(dn)) turn.Alerted = turn.Alerted.Add(dn);
        turn.Fact(EventName.EventCallPartyAdded, party, PartyState.Alerting);
        // call models 0, CallType: a call to an external number reaches the network at once.
        if (offering.Reach is { Kind: RingKind.Dialed, Way: RingWay.Direct } && turn.Plan.IsExternal(dn) && turn.Caller is { } caller)
            turn.Notice(caller, turn.Event(EventName.EventNetworkReached, caller));
    }

    // call models 5 and 6: who transfers, redirects or did not answer leaves as its target rings.
    private static void Replace(ref CallTurn turn, Reach reach, Party replaced)
    {
        var state =
            reach is { Way: RingWay.Forwarded, Attempt: 0 } ? CallState.Forwarded :
            replaced.Alerts ? CallState.Redirected : CallState.Transferred;
        turn.Notice(
            replaced,
            turn.Event(EventName.EventReleased, replaced, state) with
            {
                Cause = state == CallState.Transferred ? Cause.SingleStepTransfer : null,
                ThirdPartyDN = reach.Asked,
                ThirdPartyDNRole = DNRole.Destination,
            },
            reach.Attempt);
        turn.RemoveAll([replaced]);
    }

    // call models 5 and 6: targets of a transfer or a redirect join as Destination; 4: who is invited as ConferenceMember.
    public static DNRole RoleFor(ref CallTurn turn, Reach reach, Seat? seat) => reach switch
    {
        { Kind: RingKind.Invited, Replaces: null } => DNRole.ConferenceMember,
        { Kind: RingKind.Dialed } => DNRole.Destination,
        _ => turn.RoleBeside(seat, reach.Replaces),
    };

    // call models 5 to 7: Forwarded, Redirected and Transferred go before a shared line's Covered.
    private static CallState StateFor(Reach reach, Seat? seat) => reach switch
    {
        { Way: RingWay.Forwarded } => CallState.Forwarded,
        { Way: RingWay.Redirected } => CallState.Redirected,
        { Kind: RingKind.Transferred } => CallState.Transferred,
        { Kind: RingKind.Dialed } when seat is not null => CallState.Covered,
        _ => CallState.OK,
    };
}
