using Akka.Actor;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Faults;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>One thread's simulation: an actor system that serves for many runs, each with a switch of its own.</summary>
internal sealed class ExploredSystem : IDisposable
{
    // A run has some thousand turns in all.
    private const long TurnsWithoutRest = 200_000;

    private ActorSystem _system;
    private TransientSwitch? _transient;

    public ExploredSystem() => (Simulation, _system) = Create();

    public Simulation Simulation { get; private set; }

    /// <summary>Actors that serve an entity, and those of the actor system itself.</summary>
    public int BusyActors => Simulation.Actors - (_transient?.IdleActors ?? 0);

    /// <summary>Starts a switch; before, everything is as if there had never been another one.</summary>
    public ISwitch Begin(SwitchFaults faults)
    {
        Simulation.Choice = Choice.InTurn();
        Simulation.Rewind();
        _transient = TransientSwitch.Start(_system, ExploredPlan.Plan, SimulatedSwitch.FirstConnID, faults);
        Simulation.Settle();
        return _transient.Switch;
    }

    /// <summary>Stops the switch.</summary>
    public void End()
    {
        Simulation.Choice = Choice.InTurn();
        _transient?.Stop();
        _transient = null;
        try
        {
            Simulation.Settle();
        }
        catch (NotAtRestException)
        {
            // Its actors cannot be stopped: the next run has an actor system of its own.
            (Simulation, _system) = Create();
        }
    }

    public void Dispose() => Simulation.Stop(_system);

    private static (Simulation Simulation, ActorSystem System) Create()
    {
        var simulation = new Simulation(SimulatedSwitch.Epoch, Choice.InTurn()) { TurnsWithoutRest = TurnsWithoutRest };
        return (simulation, simulation.Start("explore", HoconFiles.Config));
    }
}
