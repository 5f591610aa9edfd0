using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// A DN is judged only while it is registered, a call only while monitoring is on (call models 9): the answers tell when that
/// begins and ends, and EventRegistered which calls the DN is in (call models 8).
/// </summary>
internal readonly struct RegistrationRule(StreamState state)
{
    public void Hear(TEvent heard, TRequest? request)
    {
        // With several clients' answers in the stream nobody knows whose registration ends.
        if (state.Requests == RequestKnowledge.None) return;
        switch (heard.Event)
        {
            case EventName.EventRegistered when heard.ThisDN is { } dn: Registered(state.Dn(dn), heard.Extensions); break;
            case EventName.EventUnregistered when heard.ThisDN is { } dn: Unregistered(state.Dn(dn)); break;
            case EventName.EventACK: Monitoring(IsStart(request)); break;
        }
    }

    private bool IsStart(TRequest? request) => request?.Request switch
    {
        nameof(RequestName.TStartCallMonitoring) => true,
        nameof(RequestName.TStopCallMonitoring) => false,
        _ => !state.Monitoring,
    };

    private void Registered(DnRecord dn, KVList? extensions)
    {
        if (dn.Registered && dn.Complete) return;
        Unregistered(dn);
        (dn.Registered, dn.Complete) = (true, true);
        if (extensions?["Calls"] is not ImmutableArray<object> calls) return;
        foreach (var item in calls)
        {
            if (item is not KVList call || !ConnID.TryParse(call["ConnID"] as string, out var connID)) continue;
            var record = state.FindOrAdd(connID);
            record.Stays.Add(new Stay(dn.Number, record, StayState.Unclear, 0));
        }
    }

    private void Unregistered(DnRecord dn)
    {
        (dn.Registered, dn.Complete, dn.Seized) = (false, false, null);
        dn.LeaveAll();
        foreach (var call in state.Calls)
        {
            while (call.StayOf(dn.Number) is { } stay) call.Stays.Remove(stay);
            state.Forget(call);
        }
    }

    private void Monitoring(bool begins)
    {
        state.Monitoring = begins;
        if (begins) return;
        state.MonitoringComplete = false;
        foreach (var call in state.Calls)
        {
            call.Parties.Clear();
            (call.Known, call.Partial) = (false, true);
            state.Forget(call);
        }
    }
}
