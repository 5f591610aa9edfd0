using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>
/// Somebody at the phone acts: the action becomes the request that a client would send, about the call that it can only mean
/// (contract, phone actions). What the request would be refused for, the phone does not do.
/// </summary>
internal static class Acting
{
    public static void Take(DnTurn turn, DnInput.Acted acted)
    {
        var (by, act) = (acted.By, acted.Act);
        if (turn.Dn.Kind == DnKind.External && act.Action is not (PhoneAction.Dial or PhoneAction.Answer or PhoneAction.HangUp))
        {
            turn.Refuse(by, Refusal.WrongState($"{act.Number} is an external number: it can dial, answer and hang up"));
            return;
        }

        switch (act.Action)
        {
            case PhoneAction.OffHook: GoOffHook(turn, by); break;
            case PhoneAction.Dial: Calling.Make(turn, by, act.Destination ?? "", userData: null); break;
            case PhoneAction.Answer: About(turn, acted, [Those(turn, PartyState.Alerting)], Answer); break;
            case PhoneAction.HangUp: HangUp(turn, acted); break;
            case PhoneAction.Hold: About(turn, acted, [Those(turn, PartyState.Connected)], Hold); break;
            case PhoneAction.Retrieve: Retrieve(turn, acted); break;
            case PhoneAction.BargeIn: BargeIn(turn, acted); break;
        }
    }

    /// <summary>The line has told which of its calls may be meant.</summary>
    public static void Chosen(DnTurn turn, DnInput.LineCallsTold told)
    {
        if (turn.Dn.InHand is not InHand.Choosing choosing || choosing.Attempt != told.Attempt) return;

        turn.Settle();
        Ask(turn, choosing.By, told.Calls, choosing.Retrieve ? Retrieve : BargeIn);
    }

    private static CallInput.Asked Answer(string dn, long attempt, bool engaged) => new CallInput.AnswerAsked(dn, attempt, engaged);

    private static CallInput.Asked Release(string dn, long attempt, bool engaged) => new CallInput.ReleaseAsked(dn, attempt, engaged);

    private static CallInput.Asked Hold(string dn, long attempt, bool engaged) => new CallInput.HoldAsked(dn, attempt, engaged, ForConsultation: false);

    private static CallInput.Asked Retrieve(string dn, long attempt, bool engaged) => new CallInput.RetrieveAsked(dn, attempt, engaged);

    private static CallInput.Asked BargeIn(string dn, long attempt, bool engaged) => new CallInput.InviteAsked(dn, attempt, engaged, dn, UserData: null);

    private static void GoOffHook(DnTurn turn, Requester by)
    {
        var dn = turn.Dn;
        if (dn.EngagedBeside(null)) turn.Refuse(by, Refusal.WrongState($"the phone of {dn.Number} is off the hook or talking already"));
        else if (dn.Kind == DnKind.Member) Seizing.Ask(turn, by, number: null, userData: null);
        else if (dn.LinesTaken >= dn.Lines) turn.Refuse(by, Refusal.WrongState($"{dn.Number} has no free line ({dn.Lines} in all)"));
        else
        {
            turn.Dn = dn with { Hook = Hook.Off.Instance };
            turn.ReportPhone(EventName.EventOffHook);
            turn.Done(by);
        }
    }

    // The active call, which a phone off the hook counts as; else the ringing one, which is a reject; else the held one.
    private static void HangUp(DnTurn turn, DnInput.Acted acted)
    {
        if (acted.Act.ConnID is null && turn.Dn.Hook is Hook.Seized)
        {
            Seizing.End(turn);
            turn.Done(acted.By);
        }
        else if (acted.Act.ConnID is null && turn.Dn.Hook is Hook.Off)
        {
            turn.Dn = turn.Dn with { Hook = Hook.On.Instance };
            turn.ReportPhone(EventName.EventOnHook);
            turn.Done(acted.By);
        }
        else About(turn, acted, [[.. turn.Dn.Calls.Where(call => call.IsActive).Select(call => call.ConnID)], Those(turn, PartyState.Alerting), Those(turn, PartyState.Held)], Release);
    }

    private static void Retrieve(DnTurn turn, DnInput.Acted acted)
    {
        var held = Those(turn, PartyState.Held);
        if (acted.Act.ConnID is null && held.IsEmpty && turn.Dn.Kind == DnKind.Member) AskLine(turn, acted.By, retrieve: true);
        else About(turn, acted, [held], Retrieve);
    }

    private static void BargeIn(DnTurn turn, DnInput.Acted acted)
    {
        if (turn.Dn.Kind != DnKind.Member) turn.Refuse(acted.By, Refusal.WrongState($"{turn.Dn.Number} is no member of a shared line"));
        else if (acted.Act.ConnID is null) AskLine(turn, acted.By, retrieve: false);
        else About(turn, acted, [], BargeIn);
    }

    private static void AskLine(DnTurn turn, Requester by, bool retrieve)
    {
        var attempt = turn.NextAttempt();
        turn.Await(new InHand.Choosing(by, attempt, retrieve));
        turn.Emit(new DnOutput.ToLine(turn.Dn.Line, new LineInput.CallsAsked(turn.Dn.Number, attempt, Held: retrieve)));
    }

    /// <summary>Asks about the call the action names, else about the only one of the first group that has any.</summary>
    private static void About(
        DnTurn turn, DnInput.Acted acted, ReadOnlySpan<ImmutableArray<ConnID>> groups, Func<string, long, bool, CallInput.Asked> question)
    {
        if (acted.Act.ConnID is { } connID)
        {
            turn.AskCall(acted.By, connID, question);
            return;
        }

        foreach (var group in groups)
        {
            if (group.IsEmpty) continue;
            Ask(turn, acted.By, group, question);
            return;
        }

        Ask(turn, acted.By, [], question);
    }

    private static void Ask(DnTurn turn, Requester by, ImmutableArray<ConnID> fitting, Func<string, long, bool, CallInput.Asked> question)
    {
        if (fitting.IsEmpty) turn.Refuse(by, Refusal.WrongState($"{turn.Dn.Number} has no call that this could be about"));
        else if (fitting.Length == 1) turn.AskCall(by, fitting[0], question);
        else if (by is Requester.Phone phone)
            turn.Emit(new DnOutput.PhoneDone(phone.Act, new PhoneOutcome.Ambiguous($"{fitting.Length} calls at {turn.Dn.Number} fit: {string.Join(", ", fitting)}")));
    }

    private static ImmutableArray<ConnID> Those(DnTurn turn, PartyState state) =>
        [.. turn.Dn.Calls.Where(call => call.State == state).Select(call => call.ConnID)];
}
