using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Loading.Flows;
using TelephonyActors.Switch;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>
/// The verb load: a switch in this process under load through its public interface, every event checked (contract, chapter 4).
/// </summary>
public static class Load
{
    /// <summary>Loads.</summary>
    /// <param name="options">What and how.</param>
    /// <param name="outputs">Where results and everything else go.</param>
    /// <param name="start">Starts a switch.</param>
    /// <param name="cancelled">Ends the load early; what was done is reported.</param>
    /// <returns>The exit status: 0 all well; 1 a violated invariant or a call that went wrong; 2 options that do not go together.</returns>
    public static async Task<int> Run(LoadOptions options, LoadOutputs outputs, Func<SwitchPlan, Task<RunningSwitch>> start, CancellationToken cancelled)
    {
        LoadPlan plan;
        try
        {
            plan = PlanOf(options);
        }
        catch (LoadOptionsException wrong)
        {
            outputs.Error.WriteLine($"load: {wrong.Message}");
            return 2;
        }

        if (outputs.WhatIsWrong() is { } sentence)
        {
            outputs.Error.WriteLine($"load: {sentence}");
            return 2;
        }

        await using var running = await start(plan.Switch);
        using var time = new LoadTime.Real();
        return On(running.Switch, plan, options, time, outputs, cancelled);
    }

    /// <summary>The switch that a load needs.</summary>
    /// <exception cref="LoadOptionsException">The options do not go together.</exception>
    public static SwitchPlan SwitchFor(LoadOptions options) => PlanOf(options).Switch;

    /// <summary>Loads a switch that is running already; it is one for these options (<see cref="SwitchFor"/>).</summary>
    /// <param name="at">The switch.</param>
    /// <param name="options">What and how.</param>
    /// <param name="time">The time in which it runs.</param>
    /// <param name="outputs">Where results and everything else go.</param>
    /// <param name="cancelled">Ends the load early; what was done is reported.</param>
    /// <returns>The exit status: 0 all well; 1 a violated invariant or a call that went wrong.</returns>
    public static int On(ISwitch at, LoadOptions options, LoadTime time, LoadOutputs outputs, CancellationToken cancelled) =>
        On(at, PlanOf(options), options, time, outputs, cancelled);

    private static LoadPlan PlanOf(LoadOptions options)
    {
        var flows = options.Flow == LoadFlows.Mix ? options.Profile ?? LoadFlows.EvenMix : [new WeightedFlow(options.Flow, 1)];
        return LoadPlan.Of(options, new FlowMix(options.Flow, flows, options.Seed));
    }

    private static int On(ISwitch at, LoadPlan plan, LoadOptions options, LoadTime time, LoadOutputs outputs, CancellationToken cancelled)
    {
        using var driver = new LoadDriver(at, plan, options, time);
        driver.Register();
        var result = new LoadRun(driver, options, outputs.Watch).Run(cancelled);
        outputs.Write(result, options, plan);
        return result.IsWell ? 0 : 1;
    }
}
