using TelephonyActors.Switch;

namespace TelephonyActors.Scenarios.Running;

/// <summary>
/// A switch in virtual time, as the runner needs it. Whatever the switch calls back, it calls while one of the members runs.
/// </summary>
public interface ISimulation : IDisposable
{
    ISwitch Switch { get; }

    /// <summary>The virtual time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The step of this number begins: what the switch does from here on belongs to it.</summary>
    void Begin(int number);

    /// <summary>Runs until the switch has nothing left to do at this moment.</summary>
    void Settle();

    /// <summary>Lets virtual time pass; timers fire on their way, also those due at the last moment.</summary>
    void Advance(TimeSpan by);
}
