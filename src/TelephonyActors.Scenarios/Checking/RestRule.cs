using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// What holds at rest only, when every column and monitoring have told all: both tell the same of every party (invariant 9), who
/// left has said so (1, 2), a call without parties is deleted (3), the members of a line agree who answered (5), and when all
/// calls are released nothing is left (10).
/// </summary>
internal readonly struct RestRule(StreamState state)
{
    public void AtRest()
    {
        if (state.IsIdle)
        {
            state.Period++;
            return;
        }

        var calls = state.Calls;
        foreach (var call in calls) PartyCount.Judge(call, state);
        foreach (var call in calls) OneAnswer(call);
        if (!state.Monitoring)
        {
            state.Period++;
            return;
        }

        var anyStay = calls.Exists(call => call.Stays.Count > 0);
        var anyLive = calls.Exists(call => call.Known && !call.Deleted);
        foreach (var call in calls)
        {
            if (!anyStay) LeftByColumns(call);
            else if (!anyLive) LeftByMonitoring(call);
            if (call.Judged && !call.Deleted) Parties(call);
        }

        foreach (var call in calls)
        {
            Stays(call);
            state.ForgetAtRest(call);
        }

        state.Period++;
    }

    private static bool Agree(Party party, Stay stay, CallRecord call) => (party.State, stay.State) switch
    {
        (_, StayState.Unclear) => true,
        (PartyState.ConnectedDialing, StayState.Connected) => call.Answered is not null,
        (PartyState.ConnectedDialing, StayState.Dialing) => call.Answered is null,
        (PartyState.Alerting, StayState.Ringing) => true,
        (PartyState.Connected, StayState.Connected) => true,
        (PartyState.Held, StayState.Held) => true,
        (PartyState.Busy, StayState.Busy) => true,
        _ => false,
    };

    private static string ByColumn(StayState own) => own switch
    {
        StayState.Ringing => "rings",
        StayState.Dialing => "is dialing",
        StayState.Busy => "is busy",
        StayState.Held => "is held",
        _ => "is connected",
    };

    /// <summary>Every party by monitoring is in the call by its own column, in the same state.</summary>
    private void Parties(CallRecord call)
    {
        for (var at = call.Parties.Count - 1; at >= 0; at--)
        {
            var party = call.Parties[at];
            var stay = call.StayOf(party.DN);
            if (stay is null)
            {
                if (HasColumn(party, call)) NoStay(party, call);
            }
            else if (!Agree(party, stay, call))
            {
                var turn = party.State == PartyState.ConnectedDialing ? call.Answered ?? 0 : 0;
                state.Report(9, call, party.DN, Math.Max(turn, Math.Max(party.Position, stay.Position)),
                    $"DN {party.DN} in {call.ConnID} is {Words.Of(party.State)} by monitoring, but {ByColumn(stay.State)} by its own column");
            }
        }

        if (call.Parties.Count == 0 && call.LastMonitoring > 0)
            state.Report(3, call, "", call.LastMonitoring, $"{call.ConnID} has no parties any more, but no EventCallDeleted");
    }

    /// <summary>An external has no column. Who makes a call from inside, and whom it dials, are DNs even if nothing is heard of them.</summary>
    private bool HasColumn(Party party, CallRecord call) => state.HasColumn(
        party.DN,
        call.CallType == CallType.Internal && call.Orphaned == 0 && party.MovedFrom is null && (party.ID == 1 || party.DN == call.Dialed));

    private void NoStay(Party party, CallRecord call)
    {
        if (party.MovedFrom is { } from && state.Find(from)?.StayOf(party.DN) is { } stay)
        {
            // The column has not told of the move: it is missing there, not here.
            state.Report(9, call, party.DN, party.Position, $"DN {party.DN} moved from {from} to {call.ConnID} by monitoring, but not by its own column");
            stay.Call.Stays.Remove(stay);
            stay.Call = call;
            call.Stays.Add(stay);
            return;
        }

        var left = call.LeftAt(party.DN) ?? 0;
        state.Report(9, call, party.DN, Math.Max(party.Position, left),
            $"DN {party.DN} in {call.ConnID} is {Words.Of(party.State)} by monitoring, but not in the call by its own column");
        // From here on both are taken to tell the same, so that what follows from this is not told again.
        if (left > 0) call.Parties.Remove(party);
        else if (party.State != PartyState.Initiated) call.Stays.Add(new Stay(party.DN, call, OwnState(party, call), party.Position));
    }

    private static StayState OwnState(Party party, CallRecord call) => party.State switch
    {
        PartyState.Alerting => StayState.Ringing,
        PartyState.ConnectedDialing => call.Answered is null ? StayState.Dialing : StayState.Connected,
        PartyState.Held => StayState.Held,
        PartyState.Busy => StayState.Busy,
        _ => StayState.Connected,
    };

    /// <summary>Every DN that is in the call by its own column is a party by monitoring.</summary>
    private void Stays(CallRecord call)
    {
        if (call.Partial || (!call.Known && !state.MonitoringComplete)) return;
        for (var at = call.Stays.Count - 1; at >= 0; at--)
        {
            var stay = call.Stays[at];
            if (call.PartyOf(stay.DN) is not null) continue;
            if (stay.GoneByMonitoring is { } gone) NotLeft(call, stay, gone);
            else if (stay.State != StayState.Unclear || call.Deleted)
                NoParty(call, stay);
            if (stay.GoneByMonitoring is null && !call.Deleted)
            {
                if (call.Judged) call.Parties.Add(new Party(stay.DN, 0, ByMonitoring(stay.State), stay.Position));
                continue;
            }

            call.Stays.RemoveAt(at);
            state.Dn(stay.DN).Leave(stay);
        }
    }

    private void NoParty(CallRecord call, Stay stay) => state.Report(9, call, stay.DN, stay.Position,
        $"DN {stay.DN} {ByColumn(stay.State)} in {call.ConnID} by its own column, but is no party by monitoring");

    private static PartyState ByMonitoring(StayState own) => own switch
    {
        StayState.Ringing => PartyState.Alerting,
        StayState.Dialing => PartyState.ConnectedDialing,
        StayState.Held => PartyState.Held,
        StayState.Busy => PartyState.Busy,
        _ => PartyState.Connected,
    };

    private void NotLeft(CallRecord call, Stay stay, long gone)
    {
        if (stay.State == StayState.Ringing)
            state.Report(1, call, stay.DN, gone, $"DN {stay.DN} has left {call.ConnID} by monitoring, but its EventRinging is not closed");
        state.Report(2, call, stay.DN, gone, $"DN {stay.DN} has left {call.ConnID} by monitoring, but has neither EventReleased nor EventAbandoned");
        state.Report(9, call, stay.DN, gone, $"DN {stay.DN} has left {call.ConnID} by monitoring, but {ByColumn(stay.State)} by its own column");
    }

    private void LeftByColumns(CallRecord call)
    {
        if (!call.Judged || call.Deleted) return;
        if (call.Parties.Count == 0 || AnyHasColumn(call))
            state.Report(10, call, "", call.LastMonitoring, $"every DN has left its calls, but monitoring has {call.ConnID} still");
    }

    private bool AnyHasColumn(CallRecord call)
    {
        foreach (var party in call.Parties)
            if (HasColumn(party, call)) return true;
        return false;
    }

    private void LeftByMonitoring(CallRecord call)
    {
        if (!call.Known && !state.MonitoringComplete) return;
        foreach (var stay in call.Stays)
        {
            state.Report(10, call, "", stay.GoneByMonitoring ?? stay.Position,
                $"every call is deleted by monitoring, but DN {stay.DN} {ByColumn(stay.State)} in {call.ConnID} still");
        }
    }

    /// <summary>Invariant 5, among members of one line that were alerted together, or took the call over from each other.</summary>
    private void OneAnswer(CallRecord call)
    {
        for (var at = 0; at < call.Stays.Count; at++)
        {
            var stay = call.Stays[at];
            if (stay.State is not (StayState.Connected or StayState.Held) || stay.Moved || stay.Appearance is null) continue;
            for (var next = 0; next < call.Stays.Count; next++)
            {
                var other = call.Stays[next];
                if (other == stay || other.Moved || other.Appearance is null || !SameLine(stay, other)) continue;
                if (other.State == StayState.Ringing) RingsOn(call, stay, other);
                else if (next > at && stay.EstablishedAs == DNRole.Destination && other.EstablishedAs == DNRole.Destination) Both(call, stay, other);
            }
        }
    }

    private bool SameLine(Stay one, Stay other) => state.Facts.LineOf(one.DN) == state.Facts.LineOf(other.DN);

    private void RingsOn(CallRecord call, Stay answered, Stay rings)
    {
        if (answered.Answered is not { } answer || answer.Period != state.Period || answered.Rang != rings.Rang) return;
        state.Report(5, call, rings.DN, answer.Position, $"DN {answered.DN} answered {call.ConnID}, but DN {rings.DN} of its line rings on");
    }

    private void Both(CallRecord call, Stay one, Stay other)
    {
        // Monitoring tells which of them is the one too many; else it is the later one.
        var (oneIsParty, otherIsParty) = (call.PartyOf(one.DN)?.State == PartyState.Connected, call.PartyOf(other.DN)?.State == PartyState.Connected);
        var tooMany = oneIsParty == otherIsParty ? (one.Position > other.Position ? one : other) : (oneIsParty ? other : one);
        state.Report(5, call, tooMany.DN, tooMany.Position,
            $"DN {one.DN} and DN {other.DN} of one line are both established as Destination in {call.ConnID}");
    }
}
