using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// Invariant 4: EventPartyDeleted has CallState Conferenced exactly when more than two parties remain after it. Parties are counted
/// by monitoring; columns and monitoring are heard in any order, so either waits for the other.
/// </summary>
internal static class PartyCount
{
    /// <summary>A column tells that a party was deleted.</summary>
    public static void Hear(CallRecord call, TEvent heard, long position, StreamState state)
    {
        call.Unconfirmed.Add((heard, position));
        if (call.Deleted) Judge(call, state);
    }

    /// <summary>All that can be told of these deletions has been told: at rest, or when the call is deleted.</summary>
    public static void Judge(CallRecord call, StreamState state)
    {
        if (!call.HasUnconfirmed)
        {
            if (call.HasDeletions) call.Deletions.Clear();
            return;
        }

        foreach (var (heard, position) in call.Unconfirmed)
        {
            if (!call.Judged || call.CountDoubtful || Remaining(call, heard.OtherDN) is not { } counts) continue;
            var conferenced = heard.CallState == CallState.Conferenced;
            if (conferenced ? counts.SomeMore : counts.SomeFewer) continue;
            state.Report(4, call, heard.ThisDN!, position, $"EventPartyDeleted of DN {heard.ThisDN} in {call.ConnID} has CallState {heard.CallState}, "
                + (conferenced ? "but no more than two parties remain" : "but more than two parties remain"));
        }

        call.Unconfirmed.Clear();
        call.Deletions.Clear();
    }

    /// <summary>Whether after the party's deletions more than two remained, or not more; of any party's where its own is not known.</summary>
    private static (bool SomeMore, bool SomeFewer)? Remaining(CallRecord call, string? deleted)
    {
        var own = call.Deletions.Exists(deletion => deletion.DN == deleted);
        var (more, fewer) = (false, false);
        foreach (var deletion in call.Deletions)
        {
            if (own && deletion.DN != deleted) continue;
            if (deletion.MoreThanTwo) more = true;
            else fewer = true;
        }

        return more || fewer ? (more, fewer) : null;
    }
}
