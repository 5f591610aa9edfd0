using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>Hold and retrieve, from the same phone or from another phone of the line (call models, chapters 3 and 7).</summary>
internal static class Holding
{
    public static void Hold(ref CallTurn turn, CallInput.HoldAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party) turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        // call models 8: 43 is for THoldCall alone; a consultation from a held call is in the wrong state.
        else if (party.State == PartyState.Held && !asked.ForConsultation)
            turn.Refuse(asked, new Refusal(ErrorCode.AlreadySo, $"ThisDN {asked.Dn} holds the call {connID} already"));
        else if (party.State != PartyState.Connected)
            turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} is not connected at {asked.Dn}"));
        else Hold(ref turn, party, asked.Attempt);
    }

    /// <summary>call models 3: only the holding party hears.</summary>
    public static void Hold(ref CallTurn turn, Party party, long attempt)
    {
        var held = turn.Change(party, PartyState.Held);
        turn.Notice(held, turn.Event(EventName.EventHeld, held), attempt);
        turn.Fact(EventName.EventCallPartyState, held, PartyState.Held);
    }

    /// <summary>call models 3 and 5: only the retrieving party hears.</summary>
    public static Party Retrieve(ref CallTurn turn, Party party, CallState state, long attempt)
    {
        var connected = turn.Change(party, PartyState.Connected);
        turn.Notice(connected, turn.Event(EventName.EventRetrieved, connected, state), attempt);
        turn.Fact(EventName.EventCallPartyState, connected, PartyState.Connected);
        return connected;
    }

    public static void Retrieve(ref CallTurn turn, CallInput.RetrieveAsked asked)
    {
        var connID = turn.Header.ConnID;
        var own = turn.PartyOf(asked.Dn);
        var holder = own is null ? HolderOnLineOf(ref turn, asked.Dn) : null;
        // call models 7, Owner rule: a member may retrieve what another member of its line holds, and nothing else of it.
        if (own is null && holder is null) turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        else if (own is { State: not PartyState.Held }) turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} is not held at {asked.Dn}"));
        else if (asked.Engaged) turn.Refuse(asked, Refusal.WrongState($"ThisDN {asked.Dn} has another call that is neither held nor ringing"));
        else if (own is not null) Retrieve(ref turn, own, CallState.OK, asked.Attempt);
        else RetrieveFromAnotherPhone(ref turn, asked, holder!);
    }

    private static Party? HolderOnLineOf(ref CallTurn turn, string dn)
    {
        if (turn.Plan.LineOf(dn) is not { } line) return null;
        return turn.Parties.FirstOrDefault(party => party.State == PartyState.Held && party.Seat?.Line == line.Number);
    }

    // call models 7, Retrieve from another phone, and 5 for the parties that stay.
    private static void RetrieveFromAnotherPhone(ref CallTurn turn, CallInput.RetrieveAsked asked, Party holder)
    {
        turn.Notice(holder, turn.Event(EventName.EventReleased, holder, CallState.Transferred) with
        {
            Cause = Cause.SingleStepTransfer,
            ThirdPartyDN = asked.Dn,
            ThirdPartyDNRole = DNRole.Destination,
        });
        turn.RemoveAll([holder]);

        // It rings and answers at once; it never waits for an answer, so it belongs to no alerting.
        var party = turn.Join(asked.Dn, PartyState.Alerting, turn.RoleBeside(holder.Seat, leaving: holder.Dn), holder.Seat, ring: 0);
        turn.Notice(party, turn.Event(EventName.EventRinging, party, CallState.Transferred), offHook: true);
        turn.Fact(EventName.EventCallPartyAdded, party, PartyState.Alerting);
        party = turn.Change(party, PartyState.Connected);
        turn.Notice(party, turn.Event(EventName.EventEstablished, party), asked.Attempt);
        turn.Fact(EventName.EventCallPartyState, party, PartyState.Connected);

        foreach (var other in turn.Others(party))
        {
            turn.Notice(other, turn.Event(EventName.EventPartyChanged, other, CallState.Transferred) with
            {
                PreviousConnID = turn.Header.ConnID,
                OtherDN = party.Dn,
                OtherDNRole = party.Role,
                ThirdPartyDN = holder.Dn,
                ThirdPartyDNRole = DNRole.TransferredBy,
            });
        }
    }
}
