using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>Which event answers which request (call models 8).</summary>
internal static class Answers
{
    /// <summary>Whether the event can be the answer to the request: its name, and the DN that asked.</summary>
    public static bool Fits(TEvent heard, TRequest request)
    {
        if (heard.Event == EventName.EventError) return true;
        if (!Words.TryParse<RequestName>(request.Request, out var name)) return false;
        return IsAnswer(heard.Event, name) && (heard.ThisDN is null || heard.ThisDN == request.ThisDN);
    }

    private static bool IsAnswer(EventName heard, RequestName request) => request switch
    {
        RequestName.TMakeCall or RequestName.TInitiateConference or RequestName.TInitiateTransfer => heard == EventName.EventDialing,
        RequestName.TAnswerCall => heard == EventName.EventEstablished,
        RequestName.TReleaseCall or RequestName.TRedirectCall or RequestName.TSingleStepTransfer
            or RequestName.TCompleteTransfer or RequestName.TMuteTransfer => heard == EventName.EventReleased,
        RequestName.THoldCall => heard == EventName.EventHeld,
        RequestName.TRetrieveCall => heard is EventName.EventRetrieved or EventName.EventEstablished,
        RequestName.TReconnectCall or RequestName.TAlternateCall or RequestName.TCompleteConference => heard == EventName.EventRetrieved,
        RequestName.TSingleStepConference => heard is EventName.EventPartyAdded or EventName.EventRinging,
        RequestName.TDeleteFromConference => heard is EventName.EventPartyDeleted or EventName.EventReleased,
        RequestName.TAttachUserData or RequestName.TUpdateUserData or RequestName.TDeletePair => heard == EventName.EventAttachedDataChanged,
        RequestName.TCallSetForward => heard == EventName.EventForwardSet,
        RequestName.TCallCancelForward => heard == EventName.EventForwardCancel,
        RequestName.TSetDNDOn => heard == EventName.EventDNDOn,
        RequestName.TSetDNDOff => heard == EventName.EventDNDOff,
        RequestName.TQueryAddress => heard == EventName.EventAddressInfo,
        RequestName.TQueryCall => heard == EventName.EventPartyInfo,
        RequestName.TRegisterAddress => heard == EventName.EventRegistered,
        RequestName.TUnregisterAddress => heard == EventName.EventUnregistered,
        RequestName.TStartCallMonitoring or RequestName.TStopCallMonitoring => heard == EventName.EventACK,
        _ => false,
    };
}
