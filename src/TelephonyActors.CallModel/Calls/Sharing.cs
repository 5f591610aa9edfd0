using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>The user data of a call (call models, chapter 6).</summary>
internal static class Sharing
{
    /// <summary>Every DN of the call hears the whole UserData, also where nothing has changed; an empty list when none is left.</summary>
    public static void Change(ref CallTurn turn, CallInput.UserDataAsked asked)
    {
        if (turn.PartyOf(asked.Dn) is null)
        {
            turn.Refuse(asked, Refusal.NotYours(asked.Dn, turn.Header.ConnID.ToString()));
            return;
        }

        var before = turn.UserData ?? KVList.Empty;
        var after = asked.Change switch
        {
            UserDataChange.Attach(var pairs) => before.With(pairs),
            UserDataChange.Delete(var key) => before.Without(key),
            _ => before,
        };
        turn.UserData = after.Count == 0 ? null : after;
        foreach (var party in turn.Parties)
        {
            var changed = turn.Event(EventName.EventAttachedDataChanged, party) with { UserData = after };
            turn.Notice(party, changed, party.Dn == asked.Dn ? asked.Attempt : 0);
        }

        turn.Fact(EventName.EventCallDataChanged, userData: after);
    }
}
