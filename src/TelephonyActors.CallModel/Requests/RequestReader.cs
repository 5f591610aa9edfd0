using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Requests;

/// <summary>What a client sent is a request the switch can look at, or is refused (call models, chapter 8: 53, then 51).</summary>
public static class RequestReader
{
    /// <summary>Reads a request; null: <paramref name="refusal"/> says why it is none.</summary>
    public static Request? Read(TRequest sent, out Refusal? refusal)
    {
        refusal = null;
        if (RequestAttributes.FaultOf(sent) is { } fault) refusal = new Refusal(ErrorCode.Malformed, fault);
        else if (sent.ReferenceID is null) refusal = new Refusal(ErrorCode.Malformed, "ReferenceID is missing; allowed: an integer");
        else if (!Words.TryParse<RequestName>(sent.Request, out var name))
            refusal = new Refusal(ErrorCode.NotSupported, $"Request {sent.Request} is not supported; supported are {RequestNames.Emulated}");
        else return Read(sent, name);
        return null;
    }

    // What is read here has every attribute that its request needs.
    private static Request? Read(TRequest sent, RequestName name) => name switch
    {
        RequestName.TStartCallMonitoring => new Request.StartCallMonitoring(),
        RequestName.TStopCallMonitoring => new Request.StopCallMonitoring(),
        RequestName.TRegisterAddress => new Request.RegisterAddress(sent.ThisDN!),
        RequestName.TUnregisterAddress => new Request.UnregisterAddress(sent.ThisDN!),
        RequestName.TQueryAddress => new Request.QueryAddress(sent.ThisDN!),
        RequestName.TMakeCall => new Request.MakeCall(sent.ThisDN!, sent.OtherDN!, DataOf(sent)),
        RequestName.TAnswerCall => new Request.AnswerCall(sent.ThisDN!, Call(sent.ConnID)),
        RequestName.TReleaseCall => new Request.ReleaseCall(sent.ThisDN!, Call(sent.ConnID)),
        RequestName.THoldCall => new Request.HoldCall(sent.ThisDN!, Call(sent.ConnID)),
        RequestName.TRetrieveCall => new Request.RetrieveCall(sent.ThisDN!, Call(sent.ConnID)),
        RequestName.TQueryCall => new Request.QueryCall(sent.ThisDN!, Call(sent.ConnID)),
        RequestName.TSingleStepConference => new Request.SingleStepConference(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!, DataOf(sent)),
        RequestName.TInitiateConference => new Request.InitiateConference(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!, DataOf(sent)),
        RequestName.TCompleteConference => new Request.CompleteConference(sent.ThisDN!, Call(sent.ConnID), Call(sent.OtherConnID)),
        RequestName.TDeleteFromConference => new Request.DeleteFromConference(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!),
        RequestName.TSingleStepTransfer => new Request.SingleStepTransfer(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!, DataOf(sent)),
        RequestName.TInitiateTransfer => new Request.InitiateTransfer(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!, DataOf(sent)),
        RequestName.TCompleteTransfer => new Request.CompleteTransfer(sent.ThisDN!, Call(sent.ConnID), Call(sent.OtherConnID)),
        RequestName.TMuteTransfer => new Request.MuteTransfer(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!, DataOf(sent)),
        RequestName.TReconnectCall => new Request.ReconnectCall(sent.ThisDN!, Call(sent.ConnID), Call(sent.OtherConnID)),
        RequestName.TAlternateCall => new Request.AlternateCall(sent.ThisDN!, Call(sent.ConnID), Call(sent.OtherConnID)),
        RequestName.TRedirectCall => new Request.RedirectCall(sent.ThisDN!, Call(sent.ConnID), sent.OtherDN!, DataOf(sent)),
        RequestName.TAttachUserData or RequestName.TUpdateUserData => new Request.AttachUserData(sent.ThisDN!, Call(sent.ConnID), sent.UserData!),
        RequestName.TDeletePair => new Request.DeletePair(sent.ThisDN!, Call(sent.ConnID), sent.Key!),
        RequestName.TCallSetForward => new Request.SetForward(sent.ThisDN!, sent.OtherDN!, Words.TryParse<ForwardMode>(sent.ForwardMode, out var mode) ? mode : ForwardMode.Unconditional),
        RequestName.TCallCancelForward => new Request.CancelForward(sent.ThisDN!),
        RequestName.TSetDNDOn or RequestName.TSetDNDOff => new Request.SetDND(sent.ThisDN!, name == RequestName.TSetDNDOn),
        _ => null,
    };

    // call models 0: a call has user data or it has none; an empty list is none.
    private static KVList? DataOf(TRequest sent) => sent.UserData is { Count: > 0 } data ? data : null;

    private static ConnID Call(string? text) =>
        ConnID.TryParse(text, out var connID) ? connID : throw new InvalidOperationException($"{text} was found to be a ConnID and is none");
}
