using Akka.Actor;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>What records a switch in virtual time.</summary>
/// <param name="Recorder">Takes down what the switch decides, and delivers it.</param>
public sealed record SimulatedRecording(IRecorder Recorder)
{
    /// <summary>Starts its actors, before any of the switch.</summary>
    public Action<ActorSystem> Start { get; init; } = static _ => { };

    /// <summary>A driver's next step begins.</summary>
    public Action<int> Mark { get; init; } = static _ => { };

    /// <summary>Why nothing is recorded any more; null: it is.</summary>
    public Func<Exception?> Failure { get; init; } = static () => null;
}
