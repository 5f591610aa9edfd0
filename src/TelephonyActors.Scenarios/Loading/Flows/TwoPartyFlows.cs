using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading.Flows;

/// <summary>A calls B, B answers; then A hangs up (call models 1 and 2). Other flows put something in between.</summary>
internal class BasicFlow(string name, string what) : CallFlow(name, what)
{
    public override int Dns => 2;

    /// <summary>The events of the last release.</summary>
    protected virtual int LastRelease => Causes.Release;

    public override void Begin(FlowRun run) => run.MakeCall(run.A, run.B, Causes.MakeCall);

    public override void AtRest(FlowRun run)
    {
        if (run.Advance() == 1) run.Up();
        else Then(run, run.State);
    }

    public override void GoOn(FlowRun run) => Then(run, 1);

    /// <summary>The next request of the established call, and the last one.</summary>
    /// <param name="run">The call.</param>
    /// <param name="step">1 when the call is established, one more each time that all is heard.</param>
    protected virtual void Then(FlowRun run, int step)
    {
        if (step == 1) HangUp(run);
        else run.End();
    }

    protected void HangUp(FlowRun run) => run.Release(run.A, run.Call, LastRelease);
}

/// <summary>A calls B and hangs up while B rings (call models 1).</summary>
internal sealed class AbandonFlow() : BasicFlow("abandon", "the caller hangs up while the other side rings")
{
    public override void Rings(FlowRun run, TEvent heard)
    {
    }
}

/// <summary>C calls B, who talks with A, and hears that B is busy (call models 1).</summary>
internal sealed class BusyFlow() : BasicFlow("busy", "a third DN calls one that talks, and hears that it is busy")
{
    public override int Dns => 3;

    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.MakeCall(run.C, run.B, Causes.MakeCallToBusy); break;
            case 2: run.Release(run.C, run.SecondCall, Causes.ReleaseAfterBusy); break;
            case 3: HangUp(run); break;
            default: run.End(); break;
        }
    }
}

/// <summary>B holds the call and retrieves it (call models 3).</summary>
internal sealed class HoldRetrieveFlow() : BasicFlow("hold-retrieve", "the called side holds the call and retrieves it")
{
    protected override void Then(FlowRun run, int step)
    {
        switch (step)
        {
            case 1: run.Ask(RequestName.THoldCall, run.B, Causes.Hold); break;
            case 2: run.Ask(RequestName.TRetrieveCall, run.B, Causes.Retrieve); break;
            case 3: HangUp(run); break;
            default: run.End(); break;
        }
    }
}
