using System.Text.Json;
using TelephonyActors.Scenarios.Loading;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>A load in virtual time and what it told.</summary>
internal sealed record Loaded(int Status, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public long this[string key] => Json.GetProperty(key).GetInt64();

    /// <summary>Loads a simulated switch.</summary>
    /// <param name="options">What and how.</param>
    /// <param name="between">What stands between the load and the switch.</param>
    /// <param name="passing">Hears each time that the load lets time pass.</param>
    /// <param name="cancelled">Ends the load early.</param>
    public static Loaded Of(
        LoadOptions options, Func<ISwitch, ISwitch>? between = null, Action<VirtualLoadTime>? passing = null, CancellationToken cancelled = default)
    {
        using var simulated = SimulatedSwitch.Start(Load.SwitchFor(options));
        var (output, error) = (new StringWriter(), new StringWriter());
        var at = between?.Invoke(simulated.Switch) ?? simulated.Switch;
        var status = Load.On(
            at, options, new VirtualLoadTime(simulated.Simulation, passing), new LoadOutputs(output, error) { Json = true }, cancelled);
        return new Loaded(status, output.ToString(), error.ToString());
    }
}

/// <summary>The time of a simulation. Whoever is held up finds that more of it has passed.</summary>
internal sealed class VirtualLoadTime(Simulation simulation, Action<VirtualLoadTime>? passing) : LoadTime
{
    private TimeSpan _heldUp;

    public int Passes { get; private set; }

    public override long Now => (simulation.Now - SimulatedSwitch.Epoch + _heldUp).Ticks;

    public void HoldUp(TimeSpan span) => _heldUp += span;

    public override void Pass(TimeSpan span)
    {
        Passes++;
        passing?.Invoke(this);
        simulation.Advance(span);
    }
}
