using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Requests;

/// <summary>A request whose attributes are all there and well formed (contract 2). What is asked, not yet whether it may be.</summary>
public abstract record Request
{
    private protected Request() { }

    /// <summary>A request of one DN; clients need it registered (call models, chapter 8).</summary>
    public abstract record OfDn(string ThisDN) : Request;

    /// <summary>A request about a call that exists already.</summary>
    public abstract record OfCall(string ThisDN, ConnID ConnID) : OfDn(ThisDN);

    public sealed record StartCallMonitoring : Request;

    public sealed record StopCallMonitoring : Request;

    public sealed record RegisterAddress(string ThisDN) : OfDn(ThisDN);

    public sealed record UnregisterAddress(string ThisDN) : OfDn(ThisDN);

    public sealed record QueryAddress(string ThisDN) : OfDn(ThisDN);

    public sealed record MakeCall(string ThisDN, string OtherDN, KVList? UserData) : OfDn(ThisDN);

    public sealed record AnswerCall(string ThisDN, ConnID ConnID) : OfCall(ThisDN, ConnID);

    public sealed record ReleaseCall(string ThisDN, ConnID ConnID) : OfCall(ThisDN, ConnID);

    public sealed record HoldCall(string ThisDN, ConnID ConnID) : OfCall(ThisDN, ConnID);

    public sealed record RetrieveCall(string ThisDN, ConnID ConnID) : OfCall(ThisDN, ConnID);

    public sealed record QueryCall(string ThisDN, ConnID ConnID) : OfCall(ThisDN, ConnID);

    public sealed record SingleStepConference(string ThisDN, ConnID ConnID, string OtherDN, KVList? UserData) : OfCall(ThisDN, ConnID);

    public sealed record InitiateConference(string ThisDN, ConnID ConnID, string OtherDN, KVList? UserData) : OfCall(ThisDN, ConnID);

    public sealed record CompleteConference(string ThisDN, ConnID ConnID, ConnID OtherConnID) : OfCall(ThisDN, ConnID);

    public sealed record DeleteFromConference(string ThisDN, ConnID ConnID, string OtherDN) : OfCall(ThisDN, ConnID);

    public sealed record SingleStepTransfer(string ThisDN, ConnID ConnID, string OtherDN, KVList? UserData) : OfCall(ThisDN, ConnID);

    public sealed record InitiateTransfer(string ThisDN, ConnID ConnID, string OtherDN, KVList? UserData) : OfCall(ThisDN, ConnID);

    public sealed record CompleteTransfer(string ThisDN, ConnID ConnID, ConnID OtherConnID) : OfCall(ThisDN, ConnID);

    public sealed record MuteTransfer(string ThisDN, ConnID ConnID, string OtherDN, KVList? UserData) : OfCall(ThisDN, ConnID);

    public sealed record ReconnectCall(string ThisDN, ConnID ConnID, ConnID OtherConnID) : OfCall(ThisDN, ConnID);

    public sealed record AlternateCall(string ThisDN, ConnID ConnID, ConnID OtherConnID) : OfCall(ThisDN, ConnID);

    public sealed record RedirectCall(string ThisDN, ConnID ConnID, string OtherDN, KVList? UserData) : OfCall(ThisDN, ConnID);

    /// <summary>TAttachUserData and TUpdateUserData: both add pairs and replace those of the same key (call models, chapter 6).</summary>
    public sealed record AttachUserData(string ThisDN, ConnID ConnID, KVList UserData) : OfCall(ThisDN, ConnID);

    public sealed record DeletePair(string ThisDN, ConnID ConnID, string Key) : OfCall(ThisDN, ConnID);

    public sealed record SetForward(string ThisDN, string OtherDN, ForwardMode Mode) : OfDn(ThisDN);

    public sealed record CancelForward(string ThisDN) : OfDn(ThisDN);

    public sealed record SetDND(string ThisDN, bool On) : OfDn(ThisDN);
}
