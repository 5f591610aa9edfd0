using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Faults;

/// <summary>What calls do where one of their guards is broken. The rules themselves stay in the call model.</summary>
internal static class BrokenCalls
{
    public static CallDecision? SecondAnswer(Call call, CallInput.AnswerAsked asked)
    {
        if (call.Phase is not CallPhase.Answered || call.PartyOf(asked.Dn) is not null || !call.Alerted.Contains(asked.Dn)) return null;

        var loser = new Party(0, asked.Dn, PartyState.Connected, DNRole.Destination, Seat: null, Ring: 0);
        return Tell(call, loser, EventName.EventEstablished, CallState.OK, asked.Attempt);
    }

    public static CallDecision? StaleTimeout(Call call, CallInput.RingTimedOut struck)
    {
        if (call.Phase is not CallPhase.Answered) return null;
        foreach (var party in call.Parties)
            if (party.Ring == struck.Ring && !party.Alerts) return Tell(call, party, EventName.EventReleased, CallState.NoAnswer, attempt: 0);
        return null;
    }

    private static CallDecision Tell(Call call, Party party, EventName what, CallState why, long attempt)
    {
        var told = new TEvent
        {
            Event = what,
            ConnID = call.Header.ConnID,
            CallUUID = call.Header.CallUUID,
            CallID = call.Header.CallID,
            CallType = call.Header.CallType,
            CallState = why,
            ThisDN = party.Dn,
            ThisDNRole = party.Role,
            ANI = call.Header.ANI,
            DNIS = call.Header.DNIS,
            UserData = call.UserData,
        };
        return new CallDecision(call, [new CallOutput.ToDn(party.Dn, new DnInput.Noticed(told, party.Seat, attempt, OffHook: false))]);
    }
}
