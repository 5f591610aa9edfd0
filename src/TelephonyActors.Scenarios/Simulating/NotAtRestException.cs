namespace TelephonyActors.Scenarios.Simulating;

/// <summary>The actors go on for ever at one moment; see <see cref="Simulation.TurnsWithoutRest"/>.</summary>
public sealed class NotAtRestException(string message) : InvalidOperationException(message);
