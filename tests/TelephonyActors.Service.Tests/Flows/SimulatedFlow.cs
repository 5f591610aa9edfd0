using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;

namespace TelephonyActors.Service.Tests.Flows;

/// <summary>A switch in virtual time for the scenario runner.</summary>
internal sealed class SimulatedFlow : ISimulation
{
    private readonly SimulatedSwitch _simulated;

    private SimulatedFlow(SimulatedSwitch simulated) => _simulated = simulated;

    public ISwitch Switch => _simulated.Switch;

    public DateTimeOffset Now => _simulated.Now;

    public static ISimulation Start(SwitchPlan plan) => new SimulatedFlow(SimulatedSwitch.Start(plan));

    public void Begin(int number)
    {
    }

    public void Settle() => _simulated.Settle();

    public void Advance(TimeSpan by) => _simulated.Advance(by);

    public void Dispose() => _simulated.Dispose();
}
