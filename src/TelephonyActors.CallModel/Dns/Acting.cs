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
    public static void Take(ref DnTurn turn, DnInput.Acted acted)
    {
        var (by, act) = (acted.By, acted.Act);
        if (turn.Profile.Kind == DnKind.External && act.Action is not (PhoneAction.Dial or PhoneAction.Answer or PhoneAction.HangUp))
        {
            turn.Refuse(by, Refusal.WrongState($"{act.Number} is an external number: it can dial, answer and hang up"));
            return;
        }

        switch (act.Action)
        {
            case PhoneAction.OffHook: GoOffHook(ref turn, by); break;
            case PhoneAction.Dial: Calling.Make(ref turn, by, act.Destination ?? "", userData: null); break;
            case PhoneAction.Answer: About(ref turn, acted, [Those(ref turn, PartyState.Alerting)], Answer); break;
            case PhoneAction.HangUp: HangUp(ref turn, acted); break;
            case PhoneAction.Hold: About(ref turn, acted, [Those(ref turn, PartyState.Connected)], Hold); break;
            case PhoneAction.Retrieve: Retrieve(ref turn, acted); break;
            case PhoneAction.BargeIn: BargeIn(ref turn, acted); break;
        }
    }

    /// <summary>The line has told which of its calls may be meant.</summary>
    public static void Chosen(ref DnTurn turn, DnInput.LineCallsTold told)
    {
        if (turn.InHand is not InHand.Choosing choosing || choosing.Attempt != told.Attempt) return;

        turn.Settle();
        Ask(ref turn, choosing.By, told.Calls, choosing.Retrieve ? Retrieve : BargeIn);
    }

    private static CallInput.Asked Answer(string dn, long attempt, bool engaged) => new CallInput.AnswerAsked(dn, attempt, engaged);

    private static CallInput.Asked Release(string dn, long attempt, bool engaged) => new CallInput.ReleaseAsked(dn, attempt, engaged);

    private static CallInput.Asked Hold(string dn, long attempt, bool engaged) => new CallInput.HoldAsked(dn, attempt, engaged, ForConsultation: false);

    private static CallInput.Asked Retrieve(string dn, long attempt, bool engaged) => new CallInput.RetrieveAsked(dn, attempt, engaged);

    private static CallInput.Asked BargeIn(string dn, long attempt, bool engaged) => new CallInput.InviteAsked(dn, attempt, engaged, dn, UserData: null);

    private static void GoOffHook(ref DnTurn turn, Requester by)
    {
        if (turn.EngagedBeside(null)) turn.Refuse(by, Refusal.WrongState($"the phone of {turn.Number} is off the hook or talking already"));
        else if (turn.Profile.Kind == DnKind.Member) Seizing.Ask(ref turn, by, number: null, userData: null);
        else if (turn.LinesTaken >= turn.Profile.Lines) turn.Refuse(by, Refusal.WrongState($"{turn.Number} has no free line ({turn.Profile.Lines} in all)"));
        else
        {
            turn.Hook = Hook.Off.Instance;
            turn.ReportPhone(EventName.EventOffHook);
            turn.Done(by);
        }
    }

    // The active call, which a phone off the hook counts as; else the ringing one, which is a reject; else the held one.
    private static void HangUp(ref DnTurn turn, DnInput.Acted acted)
    {
        if (acted.Act.ConnID is null && turn.Hook is Hook.Seized)
        {
            Seizing.End(ref turn);
            turn.Done(acted.By);
        }
        else if (acted.Act.ConnID is null && turn.Hook is Hook.Off)
        {
            turn.Hook = Hook.On.Instance;
            turn.ReportPhone(EventName.EventOnHook);
            turn.Done(acted.By);
        }
        else About(ref turn, acted, [[.. turn.Calls.Where(call => call.IsActive).Select(call => call.ConnID)], Those(ref turn, PartyState.Alerting), Those(ref turn, PartyState.Held)], Release);
    }

    private static void Retrieve(ref DnTurn turn, DnInput.Acted acted)
    {
        var held = Those(ref turn, PartyState.Held);
        if (acted.Act.ConnID is null && held.IsEmpty && turn.Profile.Kind == DnKind.Member) AskLine(ref turn, acted.By, retrieve: true);
        else About(ref turn, acted, [held], Retrieve);
    }

    private static void BargeIn(ref DnTurn turn, DnInput.Acted acted)
    {
        if (turn.Profile.Kind != DnKind.Member) turn.Refuse(acted.By, Refusal.WrongState($"{turn.Number} is no member of a shared line"));
        else if (acted.Act.ConnID is null) AskLine(ref turn, acted.By, retrieve: false);
        else About(ref turn, acted, [], BargeIn);
    }

    private static void AskLine(ref DnTurn turn, Requester by, bool retrieve)
    {
        var attempt = turn.NextAttempt();
        turn.Await(new InHand.Choosing(by, attempt, retrieve));
        turn.Emit(new DnOutput.ToLine(turn.Line, new LineInput.CallsAsked(turn.Number, attempt, Held: retrieve)));
    }

    /// <summary>Asks about the call the action names, else about the only one of the first group that has any.</summary>
    private static void About(
        ref DnTurn turn, DnInput.Acted acted, scoped ReadOnlySpan<ImmutableArray<ConnID>> groups, Func<string, long, bool, CallInput.Asked> question)
    {
        if (acted.Act.ConnID is { } connID)
        {
            turn.AskCall(acted.By, connID, question);
            return;
        }

        foreach (var group in groups)
        {
            if (group.IsEmpty) continue;
            Ask(ref turn, acted.By, group, question);
            return;
        }

        Ask(ref turn, acted.By, [], question);
    }

    private static void Ask(ref DnTurn turn, Requester by, ImmutableArray<ConnID> fitting, Func<string, long, bool, CallInput.Asked> question)
    {
        if (fitting.IsEmpty) turn.Refuse(by, Refusal.WrongState($"{turn.Number} has no call that this could be about"));
        else if (fitting.Length == 1) turn.AskCall(by, fitting[0], question);
        else if (by is Requester.Phone phone)
            turn.Emit(new DnOutput.PhoneDone(phone.Act, new PhoneOutcome.Ambiguous($"{fitting.Length} calls at {turn.Number} fit: {string.Join(", ", fitting)}")));
    }

    private static ImmutableArray<ConnID> Those(ref DnTurn turn, PartyState state) =>
        [.. turn.Calls.Where(call => call.State == state).Select(call => call.ConnID)];
}
