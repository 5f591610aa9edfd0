using static TelephonyActors.Scenarios.Tests.Reference.ReferenceEvent;

namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>The tables of "Releasing Calls" (Genesys Events and Models Reference). Its *OPT attributes are always present here.</summary>
internal static class ReleasingCalls
{
    public static readonly ReferenceTable ReleasePhase = ReferenceTable.Of(
        "Release Phase", "releasing-calls-release-phase", "A B",
        ReferenceRow.Of("Release (TReleaseCall)", (3, 3), "TReleaseCall",
            In("A", "EventReleased ConnID=1 ThisDN=A OtherDN=B CallState=OK"),
            In("B", "EventReleased ConnID=1 ThisDN=B OtherDN=A CallState=OK")));

    public static readonly ReferenceTable ReleaseFromConferencePhase = ReferenceTable.Of(
        "Release from Conference Phase", "releasing-calls-release-from-conference-phase", "A B C",
        ReferenceRow.Of("Release (TReleaseCall)", (5, 5), "TReleaseCall B",
            In("A",
                "EventPartyDeleted ConnID=1 ThisDN=A OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=B " +
                "ThirdPartyDNRole=DeletedBy CallState=OK/Conferenced^a"),
            In("B", "EventReleased ConnID=1 ThisDN=B CallState=OK"),
            In("C",
                "EventPartyDeleted ConnID=1 ThisDN=C OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=B " +
                "ThirdPartyDNRole=DeletedBy CallState=OK/Conferenced^a")));

    public static readonly ReferenceTable DeleteFromConferencePhase = ReferenceTable.Of(
        "Delete from Conference Phase", "releasing-calls-delete-from-conference-phase", "A B C",
        ReferenceRow.Of("Delete B (TDeleteFromConference)", (5, 5), "TDeleteFromConference A",
            In("A",
                "EventPartyDeleted ConnID=1 ThisDN=A OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=A " +
                "ThirdPartyDNRole=DeletedBy CallState=OK/Conferenced^a"),
            In("B", "EventReleased ConnID=1 ThisDN=B CallState=OK"),
            In("C",
                "EventPartyDeleted ConnID=1 ThisDN=C OtherDN=B OtherDNRole=DeletedParty ThirdPartyDN=A " +
                "ThirdPartyDNRole=DeletedBy CallState=OK/Conferenced^a")));

    /// <summary>
    /// Each table with the flow that shows it; those with footnote a once where two parties remain and once where more do.
    /// </summary>
    public static IEnumerable<ReferenceTable> Tables =>
    [
        ReleasePhase,
        ReleasePhase with { File = "releasing-calls-release-phase-released-by-b" },
        ReleaseFromConferencePhase.ReadingFootnoteA("OK"),
        ReleaseFromConferencePhase.ReadingFootnoteA("Conferenced")
            .ShownBy("releasing-calls-release-from-conference-phase-of-four", step: 7),
        DeleteFromConferencePhase.ReadingFootnoteA("OK"),
        DeleteFromConferencePhase.ReadingFootnoteA("Conferenced")
            .ShownBy("releasing-calls-delete-from-conference-phase-of-four", step: 7),
    ];
}
