using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A client's request reaches its DN (call models, chapter 8): registration is answered here, calls are asked.</summary>
internal static class Requesting
{
    public static void Take(DnTurn turn, DnInput.Requested requested)
    {
        var by = requested.By;
        if (requested.Request is Request.RegisterAddress) Register(turn, by);
        // call models 8: requests on a DN need it registered.
        else if (!turn.Dn.Clients.Contains(by.Id))
            turn.Refuse(by, new Refusal(ErrorCode.NotRegistered, $"ThisDN {turn.Dn.Number} is not registered by this client; TRegisterAddress comes first"));
        else Registered(turn, by, requested.Request);
    }

    private static void Registered(DnTurn turn, Requester.Client by, Request.OfDn request)
    {
        switch (request)
        {
            case Request.UnregisterAddress:
                turn.Dn = turn.Dn with { Clients = turn.Dn.Clients.Remove(by.Id) };
                turn.Reply(by, EventName.EventUnregistered);
                break;
            case Request.QueryAddress:
                turn.Reply(by, EventName.EventAddressInfo, Descriptions.Of(turn.Dn));
                break;
            case Request.MakeCall make:
                Calling.Make(turn, by, make.OtherDN, make.UserData);
                break;
            case Request.InitiateConference initiate:
                Calling.Consult(turn, by, initiate.ConnID, initiate.OtherDN, initiate.UserData);
                break;
            case Request.CompleteConference complete:
                turn.AskCall(by, complete.OtherConnID, (dn, attempt, engaged) => new CallInput.JoinAsked(dn, attempt, engaged, complete.ConnID));
                break;
            case Request.OfCall ofCall:
                turn.AskCall(by, ofCall.ConnID, (dn, attempt, engaged) => Question(ofCall, dn, attempt, engaged));
                break;
        }
    }

    private static CallInput.Asked Question(Request.OfCall request, string dn, long attempt, bool engaged) => request switch
    {
        Request.AnswerCall => new CallInput.AnswerAsked(dn, attempt, engaged),
        Request.ReleaseCall => new CallInput.ReleaseAsked(dn, attempt, engaged),
        Request.HoldCall => new CallInput.HoldAsked(dn, attempt, engaged, ForConsultation: false),
        Request.RetrieveCall => new CallInput.RetrieveAsked(dn, attempt, engaged),
        Request.SingleStepConference invite => new CallInput.InviteAsked(dn, attempt, engaged, invite.OtherDN),
        Request.DeleteFromConference delete => new CallInput.DeleteAsked(dn, attempt, engaged, delete.OtherDN),
        _ => new CallInput.PartiesAsked(dn, attempt, engaged),
    };

    private static void Register(DnTurn turn, Requester.Client by)
    {
        if (turn.Dn.Clients.Contains(by.Id))
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"ThisDN {turn.Dn.Number} is registered by this client already"));
        else
        {
            turn.Dn = turn.Dn with { Clients = turn.Dn.Clients.Add(by.Id) };
            turn.Reply(by, EventName.EventRegistered, Descriptions.Of(turn.Dn));
        }
    }
}
