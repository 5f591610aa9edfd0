using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;

namespace TelephonyActors.Scenarios.Running;

/// <summary>The real switch in virtual time, as the runner needs it.</summary>
internal sealed class VirtualSwitch : ISimulation
{
    private readonly SimulatedSwitch _simulated;

    private VirtualSwitch(SimulatedSwitch simulated) => _simulated = simulated;

    public ISwitch Switch => _simulated.Switch;

    public DateTimeOffset Now => _simulated.Now;

    /// <summary>Starts a switch; what fails inside it, a bug of the emulator, is told on <paramref name="error"/>.</summary>
    public static ISimulation Start(SwitchPlan plan, TextWriter error) =>
        new VirtualSwitch(SimulatedSwitch.Start(plan, log: error.WriteLine));

    public void Settle() => _simulated.Settle();

    public void Advance(TimeSpan by) => _simulated.Advance(by);

    public void Dispose() => _simulated.Dispose();
}
