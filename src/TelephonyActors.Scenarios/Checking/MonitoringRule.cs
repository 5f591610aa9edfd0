using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// What the monitoring of a call must keep by itself: it begins with EventCallCreated and ends with EventCallDeleted, which comes
/// after every party has left (invariant 3); a party's states follow each other as they can (9).
/// </summary>
internal readonly struct MonitoringRule(StreamState state)
{
    public void Hear(TEvent heard, long position)
    {
        if (heard.ConnID is not { } connID) return;
        if (!state.Monitoring) state.Monitoring = true;

        var call = state.FindOrAdd(connID);
        call.CallType ??= heard.CallType;
        if (call.Deleted || state.HasEnded(connID))
        {
            state.Report(3, call, "", position, $"{heard.Event} of {connID}: the call was deleted before");
            return;
        }

        if (heard.Event == EventName.EventCallCreated) Created(call, position);
        else if (!call.Known) Uncreated(heard, call, position);
        else if (call.Orphaned > 0) call.Orphaned++;
        call.LastMonitoring = position;
        Go(heard, call, position);
    }

    private void Go(TEvent heard, CallRecord call, long position)
    {
        switch (heard.Event)
        {
            case EventName.EventCallPartyAdded: Added(heard, call, position); break;
            case EventName.EventCallPartyState: StateOf(heard, call, position); break;
            case EventName.EventCallPartyDeleted: PartyDeleted(heard, call, position); break;
            case EventName.EventCallPartyMoved: Moved(heard, call, position); break;
            case EventName.EventCallDeleted: Deleted(call, position); break;
        }
    }

    private void Created(CallRecord call, long position)
    {
        if (call.Known) state.Report(3, call, "", position, $"EventCallCreated of {call.ConnID}: the call was created before");
        call.Known = true;
    }

    private void Uncreated(TEvent heard, CallRecord call, long position)
    {
        call.Known = true;
        call.Partial = !state.MonitoringComplete;
        if (call.Partial) return;
        call.Orphaned = 1;
        state.Report(3, call, "", position, $"{heard.Event} of {call.ConnID}: no EventCallCreated went before, or the call was deleted");
    }

    private void Added(TEvent heard, CallRecord call, long position)
    {
        if (heard is not { DN: { } dn, PartyID: { } id, State: { } added }) return;
        if (call.PartyOf(dn) is { } already)
        {
            if (!call.Partial) Wrong(call, dn, position, $"EventCallPartyAdded of DN {dn} in {call.ConnID}: it is a party already");
            call.Parties.Remove(already);
        }

        var expected = call.PartiesEver == 0 ? PartyState.Initiated : PartyState.Alerting;
        if (added != expected && !call.Partial)
        {
            var who = expected == PartyState.Initiated ? "makes the call" : "is called";
            Wrong(call, dn, position, $"EventCallPartyAdded of DN {dn} in {call.ConnID} has State {Words.Of(added)}; who {who} comes in as {expected}");
        }


        if (call.PartyOf(id) is not null)
            Wrong(call, dn, position, $"EventCallPartyAdded of DN {dn} in {call.ConnID} has PartyID {id}, which another party has");
        call.PartiesEver++;
        call.Parties.Add(new Party(dn, id, added, position));
    }

    private void StateOf(TEvent heard, CallRecord call, long position)
    {
        if (heard.State is not { } next || PartyOf(heard, call, position) is not { } party) return;
        if (!CanFollow(party.State, next) && party.Position != position && !call.Partial)
        {
            Wrong(call, party.DN, position,
                $"EventCallPartyState of DN {party.DN} in {call.ConnID}: {Words.Of(next)} does not follow {Words.Of(party.State)}");
        }


        if (next == PartyState.Connected) call.Answered ??= position;
        (party.State, party.Position) = (next, position);
    }

    private static bool CanFollow(PartyState state, PartyState next) => next switch
    {
        PartyState.Initiated or PartyState.Alerting => false,
        PartyState.ConnectedDialing => state == PartyState.Initiated,
        PartyState.Busy => state == PartyState.ConnectedDialing,
        PartyState.Connected => state is not (PartyState.Initiated or PartyState.Busy),
        PartyState.Held => state is PartyState.Connected or PartyState.ConnectedDialing,
        _ => true,
    };

    private void PartyDeleted(TEvent heard, CallRecord call, long position)
    {
        if (PartyOf(heard, call, position) is not { } party) return;
        Leave(call, party, position);
        // No two parties ever were a conference: nobody hears EventPartyDeleted.
        if (call.PartiesEver > 2) call.Deletions.Add((party.DN, call.Parties.Count > 2));
    }

    private void Moved(TEvent heard, CallRecord call, long position)
    {
        if (heard is not { DN: { } dn, PartyID: { } id, State: { } next, PreviousConnID: { } previous }) return;
        var from = state.Find(previous);
        if (call.PartyOf(dn) is { } already)
        {
            if (!call.Partial) Wrong(call, dn, position, $"EventCallPartyMoved of DN {dn} to {call.ConnID}: it is a party there already");
            call.Parties.Remove(already);
        }

        if (from?.PartyOf(dn) is { } party)
        {
            from.Parties.Remove(party);
            if (from.StayOf(dn) is null) AwaitColumn(from, dn);
        }
        else if (!call.Partial && state.MonitoringComplete && (from is null || from.Judged))
            Wrong(call, dn, position, $"EventCallPartyMoved of DN {dn} to {call.ConnID}: it is no party of {previous}");
        if (from is not null) from.LastMonitoring = position;

        if (next is PartyState.Connected or PartyState.Held) call.Answered ??= position;
        call.PartiesEver++;
        call.Parties.Add(new MovedParty(dn, id, next, previous, position));
    }

    private void Deleted(CallRecord call, long position)
    {
        if (call.Parties.Count > 0 && !call.Partial)
        {
            state.Report(3, call, "", position, $"EventCallDeleted of {call.ConnID}: DN {call.Parties[0].DN} is a party still");
            state.Spoil(call);
        }

        for (var at = call.Parties.Count - 1; at >= 0; at--) Leave(call, call.Parties[at], position);
        PartyCount.Judge(call, state);
        call.Deleted = true;
        if (!state.MonitoringComplete) state.Ended.Add(call.ConnID);
        state.Forget(call);
    }

    private void Leave(CallRecord call, Party party, long position)
    {
        call.Parties.Remove(party);
        if (call.StayOf(party.DN) is { } stay) stay.GoneByMonitoring = position;
        else AwaitColumn(call, party.DN);
    }

    /// <summary>A column that has told nothing of the call yet will tell all of it later: until then, or a rest, the call is remembered.</summary>
    private void AwaitColumn(CallRecord call, string dn)
    {
        if (state.Complete && call.LeftAt(dn) is null && state.HasColumn(dn, isOurs: false)) call.Await(dn);
    }

    /// <summary>The party that an event is about; by DN, else by PartyID, which must belong together.</summary>
    private Party? PartyOf(TEvent heard, CallRecord call, long position)
    {
        if (heard.DN is not { } dn) return null;
        var party = call.PartyOf(dn);
        if (party is not null && party.ID == heard.PartyID) return party;
        if (call.Partial) return party;

        var byID = call.PartyOf(heard.PartyID ?? 0);
        Wrong(call, dn, position, (party, byID) switch
        {
            (null, null) => $"{heard.Event} of DN {dn} in {call.ConnID}: it is no party",
            (null, _) => $"{heard.Event} of DN {dn} in {call.ConnID}: PartyID {heard.PartyID} is DN {byID.DN}",
            _ => $"{heard.Event} of DN {dn} in {call.ConnID}: its PartyID is {party.ID}, not {heard.PartyID}",
        });
        if (party is null && byID is null && heard.State is { } state) call.Parties.Add(byID = new Party(dn, heard.PartyID ?? 0, state, position));
        if (byID?.Position == position) call.PartiesEver++;
        return party ?? byID;
    }

    private void Wrong(CallRecord call, string dn, long position, string sentence) => state.Report(9, call, dn, position, sentence);
}
