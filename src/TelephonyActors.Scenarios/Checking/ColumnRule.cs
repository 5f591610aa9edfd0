using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// What a DN's own column must keep by itself: every EventRinging is closed once (invariant 1), every stay ends once (2), nothing
/// is heard of a call that the DN is not in (3). What it tells is kept for the comparison with monitoring.
/// </summary>
internal readonly struct ColumnRule(StreamState state)
{
    public void Hear(TEvent heard, long position)
    {
        if (heard.ThisDN is not { } number) return;
        var dn = state.Dn(number);
        new AppearanceRule(state).HearPhone(heard, dn, position);
        if (heard.ConnID is null) return;

        // After EventUnregistered nothing is known of the DN's calls until it is registered again.
        dn.Registered = true;
        var call = state.FindOrAdd(heard.ConnID);
        call.CallType ??= heard.CallType;
        var stay = Begins(heard, dn, call, position) ?? call.StayOf(number) ?? Unheard(heard, dn, call, position);
        if (stay is not null) Go(heard, dn, call, stay, position);
        if (heard.Event == EventName.EventPartyDeleted) PartyDeleted(heard, call, position);
        state.Forget(call);
    }

    private Stay? Begins(TEvent heard, DnRecord dn, CallRecord call, long position)
    {
        switch (heard.Event)
        {
            case EventName.EventDialing:
                call.Dialed = heard.OtherDN;
                return Open(heard, call, new Stay(dn.Number, call, StayState.Dialing, position));
            case EventName.EventRinging:
                var rings = new Stay(dn.Number, call, StayState.Ringing, position)
                {
                    Rang = new Rang(heard.ThisDNRole, heard.CallState, state.Period),
                    RingsOnAppearance = heard.Extensions?["AppearanceIndex"] is not null,
                };
                SideBySide(dn, call, rings);
                return Open(heard, call, rings);
            case EventName.EventPartyChanged when heard.PreviousConnID is { } previous && previous != call.ConnID:
                return Bring(dn, call, previous, position);
            default:
                return null;
        }
    }

    /// <summary>
    /// Only the members of one line ring Covered for one call; where each rest is known, whoever begins to ring alike on an
    /// appearance between two rests is of one line too, whatever brought the call there.
    /// </summary>
    private void SideBySide(DnRecord dn, CallRecord call, Stay rings)
    {
        foreach (var other in call.Stays)
        {
            if (other.Moved || other.DN == dn.Number) continue;

            var covered = rings.Rang?.CallState == CallState.Covered && other.Rang?.CallState == CallState.Covered;
            var alike = state.Complete && rings.RingsOnAppearance && other.RingsOnAppearance && other.Rang == rings.Rang;
            if (covered || alike) state.Facts.LearnSideBySide(other.DN, dn.Number);
        }
    }

    private Stay Open(TEvent heard, CallRecord call, Stay stay)
    {
        if (call.StayOf(stay.DN) is { } open)
        {
            var (invariant, why) = open.State == StayState.Ringing
                ? (1, "its EventRinging before is not closed yet")
                : (2, "it has neither EventReleased nor EventAbandoned for its stay before");
            state.Report(invariant, call, stay.DN, stay.Position, $"{heard.Event} of DN {stay.DN} in {call.ConnID}: {why}");
            call.Stays.Remove(open);
        }

        call.Stays.Add(stay);
        return stay;
    }

    /// <summary>EventPartyChanged takes a stay from one call to another, in whatever state it is.</summary>
    private Stay? Bring(DnRecord dn, CallRecord call, ConnID previous, long position)
    {
        var from = state.Find(previous);
        if (from?.StayOf(dn.Number) is not { } stay) return null;

        from.Stays.Remove(stay);
        from.Leave(dn.Number, position);
        state.Forget(from);
        if (call.StayOf(dn.Number) is { } open)
        {
            state.Report(2, call, dn.Number, position, $"EventPartyChanged brings DN {dn.Number} to {call.ConnID}, which it has not left");
            call.Stays.Remove(open);
        }

        (stay.Call, stay.Moved, stay.Position, stay.GoneByMonitoring) = (call, true, position, null);
        call.Stays.Add(stay);
        return stay;
    }

    /// <summary>A DN hears of a call that, by its own column, it is not in.</summary>
    private Stay? Unheard(TEvent heard, DnRecord dn, CallRecord call, long position)
    {
        var left = call.LeftAt(dn.Number) is not null || dn.HasLeft(call.ConnID);
        var leaves = heard.Event is EventName.EventReleased or EventName.EventAbandoned;
        if (dn.Complete || left)
        {
            var (invariant, why) = (heard.Event, left) switch
            {
                (EventName.EventReleased or EventName.EventAbandoned, true) => (2, "it has left already"),
                (EventName.EventReleased or EventName.EventAbandoned, false) => (2, "it is not in this call"),
                (EventName.EventEstablished, false) => (1, "no EventRinging or EventDialing went before"),
                (_, true) => (3, "it has left"),
                _ => (3, "it is not in this call"),
            };
            state.Report(invariant, call, dn.Number, position, $"{heard.Event} of DN {dn.Number} in {call.ConnID}: {why}");
        }

        if (leaves)
        {
            Leave(dn, call, position);
            return null;
        }

        if (left && heard.Event != EventName.EventEstablished) return null;
        var stay = new Stay(dn.Number, call, StayState.Unclear, position);
        call.Stays.Add(stay);
        return stay;
    }

    private void Go(TEvent heard, DnRecord dn, CallRecord call, Stay stay, long position)
    {
        new AppearanceRule(state).HearCall(heard, dn, stay, position);
        switch (heard.Event)
        {
            case EventName.EventEstablished: Establish(heard, call, stay, position); break;
            case EventName.EventDestinationBusy: To(stay, StayState.Busy, position); break;
            case EventName.EventHeld: To(stay, StayState.Held, position); break;
            case EventName.EventRetrieved: To(stay, StayState.Connected, position); break;
            case EventName.EventReleased: End(dn, call, stay, position); break;
            case EventName.EventAbandoned:
                if (stay.State is not (StayState.Ringing or StayState.Unclear))
                    state.Report(1, call, dn.Number, position, $"EventAbandoned of DN {dn.Number} in {call.ConnID}: it does not ring");
                End(dn, call, stay, position);
                break;
        }
    }

    private void Establish(TEvent heard, CallRecord call, Stay stay, long position)
    {
        if (stay.Rang is not null && stay.State != StayState.Ringing)
            state.Report(1, call, stay.DN, position, $"EventEstablished of DN {stay.DN} in {call.ConnID}: its EventRinging is closed already");
        if (heard.ThisDNRole != DNRole.Origination) call.Answered ??= position;
        if (stay.State == StayState.Ringing) stay.Answered = (position, state.Period);
        To(stay, StayState.Connected, position);
        stay.EstablishedAs = heard.ThisDNRole;
    }

    private static void To(Stay stay, StayState next, long position) => (stay.State, stay.Position) = (next, position);

    private void End(DnRecord dn, CallRecord call, Stay stay, long position)
    {
        call.Stays.Remove(stay);
        dn.Leave(stay);
        Leave(dn, call, position);
    }

    private void Leave(DnRecord dn, CallRecord call, long position)
    {
        call.Leave(dn.Number, position);
        if (!state.Complete) dn.Left.Add(call.ConnID);
    }

    private void PartyDeleted(TEvent heard, CallRecord call, long position)
    {
        if (heard.OtherDN == heard.ThisDN)
            state.Report(2, call, heard.ThisDN!, position, $"EventPartyDeleted of DN {heard.ThisDN} in {call.ConnID} is about itself");
        else if (heard.CallState is not (CallState.OK or CallState.Conferenced))
            state.Report(4, position, $"EventPartyDeleted of DN {heard.ThisDN} in {call.ConnID} has CallState {heard.CallState}, not OK or Conferenced");
        else
            PartyCount.Hear(call, heard, position, state);
    }
}
