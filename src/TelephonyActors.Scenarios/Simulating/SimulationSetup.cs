using Akka.Actor.Setup;
using Akka.Configuration;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// Carries a simulation into the actor system that is to run in it; together with <see cref="Hocon"/> in front of the
/// configuration it makes every actor, timer and continuation of the system run on the simulation's thread.
/// </summary>
public sealed class SimulationSetup(Simulation simulation) : Setup
{
    /// <summary>
    /// The scheduler, the one dispatcher (a turn handles one message), no logger (its start-up waits on the machine's clock; the
    /// event stream still has what is logged), and nothing that hooks into the process.
    /// </summary>
    public static Config Hocon { get; } = ConfigurationFactory.ParseString(
        $$"""
        akka {
          scheduler.implementation = "{{NameOf(typeof(VirtualScheduler))}}"
          actor {
            default-dispatcher.type = "{{NameOf(typeof(SimulationDispatcherConfigurator))}}"
            internal-dispatcher = akka.actor.default-dispatcher
          }
          persistence.dispatchers.default-plugin-dispatcher = akka.actor.default-dispatcher
          loggers = []
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
        }
        """);

    internal Simulation Simulation { get; } = simulation;

    private static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
