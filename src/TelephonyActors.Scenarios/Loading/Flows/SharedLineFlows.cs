using TelephonyActors.CallModel;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading.Flows;

/// <summary>
/// A calls a shared line; when all its members ring, one of them answers (call models 7). Which one, the seed says; in the flow that
/// has nothing else, now and then both at once, and the second one loses. A hangs up in the end; other flows put something in between.
/// </summary>
internal class SharedLineFlow(string name, string what) : BasicFlow(name, what)
{
    public override int Dns => 1;

    public override int Lines => 1;

    protected override int LastRelease => Causes.ReleaseOfLine;

    public override void Begin(FlowRun run) => run.MakeCall(run.A, run.Line, Causes.MakeCallToLine);

    // Who looks at a phone of the line sees all of them ring.
    public override void Rings(FlowRun run, TEvent heard)
    {
    }

    public override void AtRest(FlowRun run)
    {
        switch (run.Advance())
        {
            case 1:
                run.Answer(Answering(run), run.Call, Causes.AnswerOnLine);
                if (BothAnswer(run)) run.Answer(Other(run), run.Call, Causes.LateAnswer);
                break;
            case 2: run.Up(); break;
            default: Then(run, run.State - 1); break;
        }
    }

    public override bool Expects(FlowRun run, TEvent error) => BothAnswer(run) && error is { ErrorCode: (int)ErrorCode.WrongState, Request: nameof(RequestName.TAnswerCall) };

    /// <summary>Whether the other member answers at the same moment.</summary>
    protected virtual bool BothAnswer(FlowRun run) => run.Choice % 8 >= 6;

    /// <summary>The member that answers.</summary>
    protected static string Answering(FlowRun run) => run.MemberAt(run.Choice % 2);

    /// <summary>The member that does not.</summary>
    protected static string Other(FlowRun run) => run.MemberAt(1 - (run.Choice % 2));
}

/// <summary>A member calls A, who answers; the member hangs up (call models 7, Outbound).</summary>
internal sealed class SharedLineOutboundFlow() : BasicFlow("shared-line-outbound", "a member of a shared line makes a call")
{
    public override int Dns => 1;

    public override int Lines => 1;

    public override void Begin(FlowRun run) => run.MakeCall(Member(run), run.A, Causes.MakeCallFromLine);

    protected override void Then(FlowRun run, int step)
    {
        if (step == 1) run.Release(Member(run), run.Call, Causes.ReleaseOfLine);
        else run.End();
    }

    private static string Member(FlowRun run) => run.MemberAt(run.Choice % 2);
}

/// <summary>A member holds the call, the other one retrieves it (call models 7, Retrieve).</summary>
internal sealed class SharedLineHoldRetrieveFlow()
    : SharedLineFlow("shared-line-hold-retrieve", "a call to a shared line is held, and retrieved from another phone")
{
    protected override bool BothAnswer(FlowRun run) => false;

    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.THoldCall, Answering(run), Causes.Hold); break;
            case 2: run.Ask(RequestName.TRetrieveCall, Other(run), Causes.RetrieveFromAnotherPhone); break;
            case 3: HangUp(run); break;
            default: run.End(); break;
        }
    }
}

/// <summary>The other member barges in and leaves again (call models 7, Barge-in).</summary>
internal sealed class SharedLineBargeInFlow() : SharedLineFlow("shared-line-barge-in", "another member of a shared line barges in, and leaves")
{
    protected override bool BothAnswer(FlowRun run) => false;

    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.TSingleStepConference, Other(run), Causes.BargeIn, other: Other(run)); break;
            case 2: run.Release(Other(run), run.Call, Causes.MemberLeavesConference); break;
            case 3: HangUp(run); break;
            default: run.End(); break;
        }
    }
}
