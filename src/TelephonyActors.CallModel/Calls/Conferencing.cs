using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>Single-step conference and barge-in (call models, chapters 4 and 7).</summary>
internal static class Conferencing
{
    public static void Invite(ref CallTurn turn, CallInput.InviteAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party)
        {
            if (asked.OtherDN == asked.Dn && turn.Plan.LineOf(asked.Dn) is { } line && turn.SeatOn(line.Number) is { } seat)
                BargeIn(ref turn, asked, seat);
            else turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        }
        else if (party.State != PartyState.Connected)
            turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} is not connected at {asked.Dn}"));
        else Reaching.Begin(ref turn, new Reach(RingKind.Invited, asked.OtherDN, asked.Dn, asked.Attempt) { UserData = asked.UserData });
    }

    // call models 7, Barge-in; a call that nobody on the line is connected to cannot be barged into.
    private static void BargeIn(ref CallTurn turn, CallInput.InviteAsked asked, Seat seat)
    {
        if (!turn.Parties.Any(other => other.Seat == seat && other.State == PartyState.Connected))
            turn.Refuse(asked, Refusal.WrongState($"nobody on the line {seat.Line} is connected to the call {turn.Header.ConnID}"));
        else if (asked.Engaged)
            turn.Refuse(asked, Refusal.WrongState($"ThisDN {asked.Dn} has another call that is neither held nor ringing"));
        else
        {
            TellOfAdded(ref turn, asked.Dn, asked.Dn, attempt: 0);
            var party = turn.Join(asked.Dn, PartyState.Alerting, DNRole.ConferenceMember, seat, ring: 0);
            turn.Notice(party, turn.Event(EventName.EventRinging, party), asked.Attempt);
            turn.Fact(EventName.EventCallPartyAdded, party, PartyState.Alerting);
            party = turn.Change(party, PartyState.Connected);
            turn.Notice(party, turn.Event(EventName.EventEstablished, party, CallState.Conferenced), asked.Attempt, offHook: true);
            turn.Fact(EventName.EventCallPartyState, party, PartyState.Connected);
        }
    }

    /// <summary>Somebody is added: everybody in the call hears it, the one that did it as its answer.</summary>
    public static void TellOfAdded(ref CallTurn turn, string added, string by, long attempt)
    {
        foreach (var party in turn.Parties)
        {
            var heard = turn.Event(EventName.EventPartyAdded, party, CallState.Conferenced) with
            {
                OtherDN = added,
                OtherDNRole = DNRole.NewParty,
                ThirdPartyDN = by,
                ThirdPartyDNRole = DNRole.AddedBy,
            };
            turn.Notice(party, heard, party.Dn == by ? attempt : 0);
        }
    }
}
