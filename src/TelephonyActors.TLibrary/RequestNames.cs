using System.Collections.Frozen;

namespace TelephonyActors.TLibrary;

/// <summary>The names of requests: those the emulator answers, and those that T-Library has besides (call models, chapter 8: 51 and 53).</summary>
public static class RequestNames
{
    private static readonly FrozenSet<string> NotEmulated = FrozenSet.ToFrozenSet(
    [
        "TAgentLogin", "TAgentLogout", "TAgentSetIdleReason", "TAgentSetNotReady", "TAgentSetReady", "TApplyTreatment",
        "TCancelMonitoring", "TCancelReqGetAccessNumber", "TClearCall", "TCloseVoiceFile", "TCollectDigits", "TDeleteAllUserData",
        "TGetAccessNumber", "TGetRouteType", "TGiveMusicTreatment", "TGiveRingBackTreatment", "TGiveSilenceTreatment",
        "TListenDisconnect", "TListenReconnect", "TLoginMailBox", "TLogoutMailBox", "TMakePredictiveCall", "TMergeCalls",
        "TMonitorNextCall", "TNetworkAlternate", "TNetworkConsult", "TNetworkMerge", "TNetworkPrivateService", "TNetworkReconnect",
        "TNetworkSingleStepTransfer", "TNetworkTransfer", "TOpenVoiceFile", "TPlayVoice", "TPrivateService", "TQueryLocation",
        "TQueryServer", "TQuerySwitch", "TReserveAgent", "TReserveAgentAndGetAccessNumber", "TRouteCall", "TSendDTMF", "TSendEvent",
        "TSendEventEx", "TSendUserEvent", "TSetCallAttributes", "TSetCallInfo", "TSetInputMask", "TSetMessageWaitingOff",
        "TSetMessageWaitingOn", "TSetMuteOff", "TSetMuteOn",
    ], StringComparer.Ordinal);

    /// <summary>The requests the emulator answers, as the end of a sentence that says what is allowed.</summary>
    public static string Emulated { get; } = string.Join(", ", Words.All<RequestName>());

    /// <summary>Whether T-Library has a request of this name, emulated or not.</summary>
    public static bool IsOfTLibrary(string name) => Words.TryParse<RequestName>(name, out _) || NotEmulated.Contains(name);
}
