using TelephonyActors.TLibrary;

namespace TelephonyActors.Client;

// Each returns the event that answers the request (call models, chapter 8) and throws RequestRefusedException where that is EventError.
public sealed partial class TelephonyClient
{
    /// <summary>Hears the events of a DN from now on; the answer is EventRegistered.</summary>
    public Task<TEvent> RegisterAddressAsync(string thisDN, CancellationToken cancellation = default) =>
        OfDnAsync(RequestName.TRegisterAddress, thisDN, cancellation);

    public Task<TEvent> UnregisterAddressAsync(string thisDN, CancellationToken cancellation = default) =>
        OfDnAsync(RequestName.TUnregisterAddress, thisDN, cancellation);

    /// <summary>What a DN is like: EventAddressInfo.</summary>
    public Task<TEvent> QueryAddressAsync(string thisDN, CancellationToken cancellation = default) =>
        OfDnAsync(RequestName.TQueryAddress, thisDN, cancellation);

    /// <summary>Hears of the parties of every call from now on; the answer is EventACK.</summary>
    public Task<TEvent> StartCallMonitoringAsync(CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TStartCallMonitoring), cancellation);

    public Task<TEvent> StopCallMonitoringAsync(CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TStopCallMonitoring), cancellation);

    /// <summary>Makes a call; the answer is EventDialing, which bears its ConnID.</summary>
    public Task<TEvent> MakeCallAsync(string thisDN, string otherDN, KVList? userData = null, CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TMakeCall) with { ThisDN = thisDN, OtherDN = otherDN, UserData = userData }, cancellation);

    public Task<TEvent> AnswerCallAsync(string thisDN, ConnID call, CancellationToken cancellation = default) =>
        OfCallAsync(RequestName.TAnswerCall, thisDN, call, cancellation);

    public Task<TEvent> ReleaseCallAsync(string thisDN, ConnID call, CancellationToken cancellation = default) =>
        OfCallAsync(RequestName.TReleaseCall, thisDN, call, cancellation);

    public Task<TEvent> HoldCallAsync(string thisDN, ConnID call, CancellationToken cancellation = default) =>
        OfCallAsync(RequestName.THoldCall, thisDN, call, cancellation);

    /// <summary>Retrieves a held call, on a shared line also one that another member holds.</summary>
    public Task<TEvent> RetrieveCallAsync(string thisDN, ConnID call, CancellationToken cancellation = default) =>
        OfCallAsync(RequestName.TRetrieveCall, thisDN, call, cancellation);

    /// <summary>The parties of a call: EventPartyInfo.</summary>
    public Task<TEvent> QueryCallAsync(string thisDN, ConnID call, CancellationToken cancellation = default) =>
        OfCallAsync(RequestName.TQueryCall, thisDN, call, cancellation);

    /// <summary>Adds a party, or barges in where <paramref name="otherDN"/> is <paramref name="thisDN"/>.</summary>
    public Task<TEvent> SingleStepConferenceAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TSingleStepConference, thisDN, call, otherDN, cancellation);

    public Task<TEvent> InitiateConferenceAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TInitiateConference, thisDN, call, otherDN, cancellation);

    public Task<TEvent> CompleteConferenceAsync(string thisDN, ConnID held, ConnID current, CancellationToken cancellation = default) =>
        OfCallsAsync(RequestName.TCompleteConference, thisDN, held, current, cancellation);

    public Task<TEvent> DeleteFromConferenceAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TDeleteFromConference, thisDN, call, otherDN, cancellation);

    public Task<TEvent> SingleStepTransferAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TSingleStepTransfer, thisDN, call, otherDN, cancellation);

    public Task<TEvent> InitiateTransferAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TInitiateTransfer, thisDN, call, otherDN, cancellation);

    public Task<TEvent> CompleteTransferAsync(string thisDN, ConnID held, ConnID current, CancellationToken cancellation = default) =>
        OfCallsAsync(RequestName.TCompleteTransfer, thisDN, held, current, cancellation);

    public Task<TEvent> MuteTransferAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TMuteTransfer, thisDN, call, otherDN, cancellation);

    public Task<TEvent> ReconnectCallAsync(string thisDN, ConnID held, ConnID current, CancellationToken cancellation = default) =>
        OfCallsAsync(RequestName.TReconnectCall, thisDN, held, current, cancellation);

    public Task<TEvent> AlternateCallAsync(string thisDN, ConnID held, ConnID current, CancellationToken cancellation = default) =>
        OfCallsAsync(RequestName.TAlternateCall, thisDN, held, current, cancellation);

    public Task<TEvent> RedirectCallAsync(string thisDN, ConnID call, string otherDN, CancellationToken cancellation = default) =>
        ToDnAsync(RequestName.TRedirectCall, thisDN, call, otherDN, cancellation);

    public Task<TEvent> AttachUserDataAsync(string thisDN, ConnID call, KVList userData, CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TAttachUserData, thisDN, call) with { UserData = userData }, cancellation);

    public Task<TEvent> UpdateUserDataAsync(string thisDN, ConnID call, KVList userData, CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TUpdateUserData, thisDN, call) with { UserData = userData }, cancellation);

    public Task<TEvent> DeletePairAsync(string thisDN, ConnID call, string key, CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TDeletePair, thisDN, call) with { Key = key }, cancellation);

    public Task<TEvent> CallSetForwardAsync(
        string thisDN, string otherDN, ForwardMode mode = ForwardMode.Unconditional, CancellationToken cancellation = default) =>
        RequestAsync(Of(RequestName.TCallSetForward) with { ThisDN = thisDN, OtherDN = otherDN, ForwardMode = Words.Of(mode) }, cancellation);

    public Task<TEvent> CallCancelForwardAsync(string thisDN, CancellationToken cancellation = default) =>
        OfDnAsync(RequestName.TCallCancelForward, thisDN, cancellation);

    public Task<TEvent> SetDNDOnAsync(string thisDN, CancellationToken cancellation = default) =>
        OfDnAsync(RequestName.TSetDNDOn, thisDN, cancellation);

    public Task<TEvent> SetDNDOffAsync(string thisDN, CancellationToken cancellation = default) =>
        OfDnAsync(RequestName.TSetDNDOff, thisDN, cancellation);

    private Task<TEvent> OfDnAsync(RequestName name, string thisDN, CancellationToken cancellation) =>
        RequestAsync(Of(name) with { ThisDN = thisDN }, cancellation);

    private Task<TEvent> OfCallAsync(RequestName name, string thisDN, ConnID call, CancellationToken cancellation) =>
        RequestAsync(Of(name, thisDN, call), cancellation);

    private Task<TEvent> ToDnAsync(RequestName name, string thisDN, ConnID call, string otherDN, CancellationToken cancellation) =>
        RequestAsync(Of(name, thisDN, call) with { OtherDN = otherDN }, cancellation);

    private Task<TEvent> OfCallsAsync(RequestName name, string thisDN, ConnID held, ConnID current, CancellationToken cancellation) =>
        RequestAsync(Of(name, thisDN, held) with { OtherConnID = current.ToString() }, cancellation);

    private static TRequest Of(RequestName name) => new() { Request = Words.Of(name) };

    private static TRequest Of(RequestName name, string thisDN, ConnID call) => Of(name) with { ThisDN = thisDN, ConnID = call.ToString() };
}
