namespace TelephonyActors.Scenarios.Tests.Simulating;

/// <summary>What <see cref="BusyProgram"/> does with its actors in turn.</summary>
internal static class ExpectedTrace
{
    public static IReadOnlyList<string> Lines { get; } =
        """
        hall: open
        ada started
        bob started
        cid started
        dan started
        eve started
        ada: one
        bob: one
        cid: one
        dan: one
        eve: one
        root: ada heard one
        ada: two
        bob: two
        cid: two
        dan: two
        eve: two
        root: bob heard one
        bob restarts: bob dislikes two
        bob restarted
        eve restarts: eve dislikes two
        eve restarted
        root: cid heard one
        root: dan heard one
        root: eve heard one
        root: ada heard two
        root: cid heard two
        root: dan heard two
        ada: clock
        root: ada heard clock
        bob: clock
        root: bob heard clock
        cid: clock
        root: cid heard clock
        dan: clock
        root: dan heard clock
        eve: clock
        root: eve heard clock
        desk: ada one
        desk: bob one
        desk: cid one
        desk: dan one
        desk: eve one
        desk: ada two
        desk: bob two
        desk: cid two
        desk: dan two
        desk: eve two
        ada stopped
        bob stopped
        cid stopped
        dan stopped
        eve stopped
        root: ada ended
        hall stopped
        root: bob ended
        root: cid ended
        root: dan ended
        root: eve ended
        root: hall closed, 0 left
        end 5 s, 0 timers
        """.Split('\n');
}
