using System.Collections.Immutable;
using TelephonyActors.Host.Watching;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Http;

/// <summary>A window of the calls, the newest first.</summary>
/// <param name="Live">How many calls live in all.</param>
/// <param name="Created">How many have been created since the service started.</param>
/// <param name="Matching">How many calls the question fits, of which this is a window.</param>
/// <param name="Calls">The window.</param>
internal sealed record CallList(long Live, long Created, int Matching, ImmutableArray<CallReport> Calls);

/// <summary>A call; <paramref name="Ended"/> is absent while it lives.</summary>
internal sealed record CallReport(
    string ConnId,
    string? CallUuid,
    int? CallId,
    string? CallType,
    string? Ani,
    string? Dnis,
    DateTimeOffset? Begun,
    DateTimeOffset? Ended,
    ImmutableArray<PartyReport> Parties,
    ImmutableArray<string> Dns,
    int EventCount);

/// <summary>A party that is in a call, as call monitoring tells it.</summary>
internal sealed record PartyReport(int PartyId, string Dn, string State);

/// <summary>A call with its events so far, in the order in which they were heard; each as on the link.</summary>
/// <param name="Call">The call.</param>
/// <param name="Events">Its events, and those of the hook that belong to it.</param>
/// <param name="EventsLeftOut">How many more there were that are not kept.</param>
internal sealed record CallWithEvents(CallReport Call, ImmutableArray<TEvent> Events, int EventsLeftOut);

/// <summary>Which calls somebody asks for.</summary>
internal enum CallChoice
{
    Live,
    Ended,
    All,
}

/// <summary>Makes the reports about calls out of what the watch knows.</summary>
internal sealed class CallReports(SwitchWatch watch)
{
    public CallList Of(CallChoice choice, string? dn, int offset, int limit)
    {
        var calls = watch.Calls.All(live: choice != CallChoice.Ended, ended: choice != CallChoice.Live);
        if (dn is not null) calls.RemoveAll(call => !call.EverParty.Contains(dn));
        calls.Sort(static (one, other) => (other.Newest.CallID ?? 0).CompareTo(one.Newest.CallID ?? 0));
        return new CallList(watch.Calls.Live, watch.Calls.Created, calls.Count, [.. calls.Skip(offset).Take(limit).Select(Of)]);
    }

    /// <summary>A call with its events; null where it is not known, or not any more.</summary>
    public CallWithEvents? Of(ConnID connID) => watch.Calls.Find(connID) is var (call, events)
        ? new CallWithEvents(Of(call), events, call.EventCount - events.Length)
        : null;

    private static CallReport Of(CallSnapshot call) => new(
        call.ConnID.ToString(),
        call.Newest.CallUUID?.ToString(),
        call.Newest.CallID,
        call.Newest.CallType is { } type ? Words.Of(type) : null,
        call.Newest.ANI,
        call.Newest.DNIS,
        call.Begun,
        call.Ended,
        [.. call.Parties.Select(party => new PartyReport(party.PartyID, party.DN, Words.Of(party.State)))],
        call.EverParty,
        call.EventCount);
}
