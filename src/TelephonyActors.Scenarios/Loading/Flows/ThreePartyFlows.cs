using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading.Flows;

/// <summary>A and B talk; then C comes in.</summary>
internal abstract class ThreePartyFlow(string name, string what) : BasicFlow(name, what)
{
    public override int Dns => 3;

    public override void Rings(FlowRun run, TEvent heard) =>
        run.Answer(heard.ThisDN!, heard.ConnID!, heard.ThisDN == run.C ? AnswerOfThird : Causes.Answer);

    /// <summary>The events of C's answer.</summary>
    protected virtual int AnswerOfThird => Causes.AnswerInvitation;
}

/// <summary>A conference that B brings about in one step; somebody leaves it, or is deleted (call models 2 and 4).</summary>
internal sealed class SingleStepConferenceFlow(string name, string what, SingleStepConferenceFlow.Departure departure) : ThreePartyFlow(name, what)
{
    public enum Departure
    {
        InvitedLeaves,
        InviterLeaves,
        CallerDeletesInviter,
    }

    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.TSingleStepConference, run.B, Causes.Invite, other: run.C); break;
            case 2 when departure == Departure.CallerDeletesInviter:
                run.Ask(RequestName.TDeleteFromConference, run.A, Causes.LeaveConference, other: run.B);
                break;
            case 2:
                run.Release(departure == Departure.InvitedLeaves ? run.C : run.B, run.Call, Causes.LeaveConference);
                break;
            case 3: HangUp(run); break;
            default: run.End(); break;
        }
    }
}

/// <summary>B consults C and completes the conference; C leaves it (call models 4).</summary>
internal sealed class ConferenceFlow() : ThreePartyFlow("conference", "a consultation call becomes a conference, which the consulted side leaves")
{
    protected override int AnswerOfThird => Causes.Answer;

    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.TInitiateConference, run.B, Causes.Consult, other: run.C); break;
            case 2: run.Join(RequestName.TCompleteConference, run.B, Causes.CompleteConference); break;
            case 3: run.Release(run.C, run.Call, Causes.LeaveConference); break;
            case 4: HangUp(run); break;
            default: run.End(); break;
        }
    }
}

/// <summary>B transfers A to C in one step (call models 5).</summary>
internal sealed class SingleStepTransferFlow() : ThreePartyFlow("single-step-transfer", "the called side transfers the call in one step")
{
    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.TSingleStepTransfer, run.B, Causes.SingleStepTransfer, other: run.C); break;
            case 2: HangUp(run); break;
            default: run.End(); break;
        }
    }
}

/// <summary>B consults C and completes the transfer (call models 5).</summary>
internal sealed class TransferFlow() : ThreePartyFlow("transfer", "the called side consults a third DN and completes the transfer")
{
    protected override int AnswerOfThird => Causes.Answer;

    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.TInitiateTransfer, run.B, Causes.Consult, other: run.C); break;
            case 2: run.Join(RequestName.TCompleteTransfer, run.B, Causes.CompleteTransfer); break;
            case 3: HangUp(run); break;
            default: run.End(); break;
        }
    }
}
