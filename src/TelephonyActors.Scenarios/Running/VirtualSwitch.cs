using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;

namespace TelephonyActors.Scenarios.Running;

/// <summary>The real switch in virtual time, as the runner needs it.</summary>
internal sealed class VirtualSwitch : ISimulation
{
    private readonly SimulatedSwitch _simulated;
    private readonly SimulatedRecording? _recording;

    private VirtualSwitch(SimulatedSwitch simulated, SimulatedRecording? recording) => (_simulated, _recording) = (simulated, recording);

    public ISwitch Switch => _simulated.Switch;

    public DateTimeOffset Now => _simulated.Now;

    /// <summary>
    /// Starts a switch; what fails inside it, a bug of the emulator, is told on <paramref name="error"/>. Where it is recorded, and
    /// cannot be any more, the members throw what its recording says.
    /// </summary>
    public static ISimulation Start(SwitchPlan plan, TextWriter error, Func<Simulation, SimulatedRecording>? record = null)
    {
        SimulatedRecording? recording = null;
        var simulated = SimulatedSwitch.Start(
            plan, log: logged => Log(error, logged, recording), record: record is null ? null : simulation => recording = record(simulation));
        var started = new VirtualSwitch(simulated, recording);
        try
        {
            started.LookAtRecording();
        }
        catch
        {
            started.Dispose();
            throw;
        }

        return started;
    }

    public void Begin(int number) => _recording?.Mark(number);

    public void Settle()
    {
        _simulated.Settle();
        LookAtRecording();
    }

    public void Advance(TimeSpan by)
    {
        _simulated.Advance(by);
        LookAtRecording();
    }

    public void Dispose() => _simulated.Dispose();

    // What is logged of a recording that has failed is told once, by the failure.
    private static void Log(TextWriter error, Akka.Event.LogEvent logged, SimulatedRecording? recording)
    {
        if (recording?.Failure() is null) error.WriteLine(logged);
    }

    private void LookAtRecording()
    {
        if (_recording?.Failure() is { } why) throw why;
    }
}
