using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>A client's request reaches its DN (call models, chapter 8): registration is answered here, calls are asked.</summary>
internal static class Requesting
{
    public static void Take(ref DnTurn turn, DnInput.Requested requested)
    {
        var by = requested.By;
        if (requested.Request is Request.RegisterAddress) Register(ref turn, by);
        // call models 8: requests on a DN need it registered.
        else if (!turn.Clients.Contains(by.Id))
            turn.Refuse(by, new Refusal(ErrorCode.NotRegistered, $"ThisDN {turn.Number} is not registered by this client; TRegisterAddress comes first"));
        else Registered(ref turn, by, requested.Request);
    }

    private static void Registered(ref DnTurn turn, Requester.Client by, Request.OfDn request)
    {
        switch (request)
        {
            case Request.UnregisterAddress:
                turn.Clients = turn.Clients.Remove(by.Id);
                turn.Reply(by, EventName.EventUnregistered);
                break;
            case Request.QueryAddress:
                turn.Reply(by, EventName.EventAddressInfo, Descriptions.Of(turn.Calls, turn.DoesNotDisturb, turn.Forward));
                break;
            case Request.MakeCall make:
                Calling.Make(ref turn, by, make.OtherDN, make.UserData);
                break;
            case Request.InitiateConference(_, var held, var number, var data): Calling.Consult(ref turn, by, held, number, data); break;
            case Request.InitiateTransfer(_, var held, var number, var data): Calling.Consult(ref turn, by, held, number, data); break;
            case Request.CompleteConference(_, var held, var current): Join(ref turn, by, JoinKind.Conference, held, current); break;
            case Request.CompleteTransfer(_, var held, var current): Join(ref turn, by, JoinKind.Transfer, held, current); break;
            case Request.ReconnectCall(_, var held, var current): Join(ref turn, by, JoinKind.Reconnect, held, current); break;
            case Request.AlternateCall(_, var held, var current): Join(ref turn, by, JoinKind.Alternate, held, current); break;
            case Request.OfCall ofCall:
                turn.AskCall(by, ofCall.ConnID, ofCall, Question);
                break;
            default:
                Features.Take(ref turn, by, request);
                break;
        }
    }

    private static void Join(ref DnTurn turn, Requester.Client by, JoinKind kind, ConnID held, ConnID current) =>
        turn.AskCall(by, current, (kind, held), static (join, dn, attempt, engaged) => new CallInput.JoinAsked(dn, attempt, engaged, join.kind, join.held));

    private static CallInput.Asked Question(Request.OfCall request, string dn, long attempt, bool engaged) => request switch
    {
        Request.AnswerCall => new CallInput.AnswerAsked(dn, attempt, engaged),
        Request.ReleaseCall => new CallInput.ReleaseAsked(dn, attempt, engaged),
        Request.HoldCall => new CallInput.HoldAsked(dn, attempt, engaged, ForConsultation: false),
        Request.RetrieveCall => new CallInput.RetrieveAsked(dn, attempt, engaged),
        Request.SingleStepConference(_, _, var other, var data) => new CallInput.InviteAsked(dn, attempt, engaged, other, data),
        Request.DeleteFromConference(_, _, var other) => new CallInput.DeleteAsked(dn, attempt, engaged, other),
        Request.SingleStepTransfer(_, _, var other, var data) => new CallInput.TransferAsked(dn, attempt, engaged, other, Mute: false, data),
        Request.MuteTransfer(_, _, var other, var data) => new CallInput.TransferAsked(dn, attempt, engaged, other, Mute: true, data),
        Request.RedirectCall(_, _, var other, var data) => new CallInput.RedirectAsked(dn, attempt, engaged, other, data),
        Request.AttachUserData(_, _, var data) => new CallInput.UserDataAsked(dn, attempt, engaged, new UserDataChange.Attach(data)),
        Request.DeletePair(_, _, var key) => new CallInput.UserDataAsked(dn, attempt, engaged, new UserDataChange.Delete(key)),
        _ => new CallInput.PartiesAsked(dn, attempt, engaged),
    };

    private static void Register(ref DnTurn turn, Requester.Client by)
    {
        if (turn.Clients.Contains(by.Id))
            turn.Refuse(by, new Refusal(ErrorCode.AlreadySo, $"ThisDN {turn.Number} is registered by this client already"));
        else
        {
            turn.Clients = turn.Clients.IsEmpty ? ClientLists.Of(by.Id) : turn.Clients.Add(by.Id);
            turn.Reply(by, EventName.EventRegistered, Descriptions.Of(turn.Calls, turn.DoesNotDisturb, turn.Forward));
        }
    }
}
